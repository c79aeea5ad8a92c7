import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Buckets } from './buckets.ts';
import { unzip } from './unzip.ts';

/**
 * The folder with what an uploaded archive holds; unpacked once. What is missing is told as Lambda
 * tells it.
 */
export function unpacked(buckets: Buckets, dir: string, bucket: string, key: string): string {
  const missing = (code: string, message: string) =>
    new Error(
      `Error occurred while GetObject. S3 Error Code: ${code}. S3 Error Message: ${message}`,
    );
  if (!buckets.has(bucket)) {
    throw missing('NoSuchBucket', 'The specified bucket does not exist');
  }
  const stored = buckets.head(bucket, key);
  if (stored === null) throw missing('NoSuchKey', 'The specified key does not exist.');
  const name = createHash('sha256').update(`${bucket}/${key} ${stored.etag}`).digest('hex');
  const folder = join(dir, name.slice(0, 32));
  if (existsSync(folder)) return folder;
  // Made beside its place and renamed: a process that is killed leaves no half bundle.
  const making = `${folder}.new`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(dirname(making), { recursive: true });
  try {
    unzip(buckets.body(bucket, key), making);
  } catch (error) {
    throw new Error(`Could not unzip uploaded file. ${(error as Error).message}`);
  }
  renameSync(making, folder);
  return folder;
}
