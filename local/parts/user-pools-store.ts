import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writeJson } from './json-file.ts';

type Tree = Record<string, unknown>;
type Key = string | string[];

/**
 * Where `cognito-local` keeps a pool: one JSON file, replaced as a whole before a call is answered.
 * Its own store writes in place and later, so that a kill can leave half a file behind.
 */
export class FileStores {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
    mkdirSync(directory, { recursive: true });
  }

  async create(_context: unknown, id: string, defaults: Tree): Promise<FileStore> {
    return new FileStore(join(this.#directory, `${id}.json`), defaults);
  }
}

class FileStore {
  readonly #path: string;
  readonly #root: Tree;

  constructor(path: string, defaults: Tree) {
    this.#path = path;
    const kept = readJson<Tree>(path);
    this.#root = { ...defaults, ...(kept && (reviveDates(kept) as Tree)) };
    if (!kept) writeJson(path, this.#root);
  }

  async getRoot(): Promise<Tree> {
    return this.#root;
  }

  async get(_context: unknown, key: Key, fallback: unknown = null): Promise<unknown> {
    let value: unknown = this.#root;
    for (const step of [key].flat()) value = child(value, step);
    return value ?? fallback;
  }

  async set(_context: unknown, key: Key, value: unknown): Promise<void> {
    const { parent, last } = this.#parentOf(key);
    parent[last] = value;
    writeJson(this.#path, this.#root);
  }

  async delete(_context: unknown, key: Key): Promise<void> {
    const { parent, last } = this.#parentOf(key);
    delete parent[last];
    writeJson(this.#path, this.#root);
  }

  #parentOf(key: Key): { parent: Tree; last: string } {
    const steps = [key].flat();
    const last = steps.pop() as string;
    let parent = this.#root;
    for (const step of steps) {
      parent[step] ??= {};
      parent = parent[step] as Tree;
    }
    return { parent, last };
  }
}

function child(value: unknown, step: string): unknown {
  return value !== null && typeof value === 'object' && Object.hasOwn(value, step)
    ? (value as Tree)[step]
    : undefined;
}

/** Names that end in "Date" hold dates, as `cognito-local` expects of its store. */
function reviveDates(value: unknown, name = ''): unknown {
  if (typeof value === 'string' && name.endsWith('Date')) return new Date(value);
  if (Array.isArray(value)) return value.map((entry) => reviveDates(entry));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, reviveDates(entry, key)]),
  );
}
