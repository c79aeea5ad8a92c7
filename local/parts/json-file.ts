import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** The file's content, or null when there is none yet. */
export function readJson<T>(path: string): T | null {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : null;
}

/** Replaces a file as a whole, so that a kill in the middle leaves the old one; for this user's eyes only. */
export function writeJson(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** A list that outlives the process: one JSON line per entry; in memory only without a path. */
export class Journal<T> {
  readonly entries: T[] = [];
  readonly #path: string | null;

  constructor(path: string | null) {
    this.#path = path;
    if (!path || !existsSync(path)) return;
    for (const line of readFileSync(path, 'utf8').split('\n')) {
      try {
        if (line !== '') this.entries.push(JSON.parse(line) as T);
      } catch {
        // the line that a kill cut off
      }
    }
  }

  add(entry: T): void {
    this.entries.push(entry);
    if (!this.#path) return;
    mkdirSync(dirname(this.#path), { recursive: true });
    // A line of its own even after one that a kill cut off.
    appendFileSync(this.#path, `\n${JSON.stringify(entry)}`, { mode: 0o600 });
  }
}
