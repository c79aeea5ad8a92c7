import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writeJson } from '../parts/json-file.ts';

export type StoredObject = {
  key: string;
  etag: string;
  size: number;
  contentType: string;
  /** ISO */
  lastModified: string;
};

/** Buckets and their objects as files of a folder; they survive a restart. */
export class Buckets {
  readonly #dir: string;

  constructor(dir: string) {
    this.#dir = dir;
  }

  has(bucket: string): boolean {
    return existsSync(this.#objects(bucket));
  }

  names(): string[] {
    return existsSync(this.#dir) ? readdirSync(this.#dir).sort() : [];
  }

  make(bucket: string): void {
    mkdirSync(this.#objects(bucket), { recursive: true });
  }

  remove(bucket: string): void {
    rmSync(join(this.#dir, bucket), { recursive: true, force: true });
  }

  put(bucket: string, key: string, body: Buffer, contentType: string, parts = 0): StoredObject {
    const md5 = createHash('md5').update(body).digest('hex');
    const stored: StoredObject = {
      key,
      etag: `"${parts === 0 ? md5 : `${md5}-${parts}`}"`,
      size: body.length,
      contentType,
      lastModified: new Date().toISOString(),
    };
    writeFileSync(this.#file(bucket, key), body);
    writeJson(`${this.#file(bucket, key)}.json`, stored);
    return stored;
  }

  /** What is known of an object; null when there is none. */
  head(bucket: string, key: string): StoredObject | null {
    return readJson<StoredObject>(`${this.#file(bucket, key)}.json`);
  }

  body(bucket: string, key: string): Buffer {
    return readFileSync(this.#file(bucket, key));
  }

  delete(bucket: string, key: string): void {
    for (const ending of ['', '.json']) rmSync(this.#file(bucket, key) + ending, { force: true });
  }

  /** Those whose key begins so, by key. */
  list(bucket: string, prefix: string): StoredObject[] {
    return readdirSync(this.#objects(bucket))
      .filter((name) => name.endsWith('.json'))
      .map((name) => readJson<StoredObject>(join(this.#objects(bucket), name)) as StoredObject)
      .filter(({ key }) => key.startsWith(prefix))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  #objects(bucket: string): string {
    return join(this.#dir, bucket, 'objects');
  }

  /** A digest of the key: a key is no path, and may be longer than a file's name. */
  #file(bucket: string, key: string): string {
    return join(this.#objects(bucket), createHash('sha256').update(key).digest('hex'));
  }
}
