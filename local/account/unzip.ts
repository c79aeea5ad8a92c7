import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;

/**
 * Writes the files of a zip archive below a folder. Sizes come from the archive's directory, since
 * the CDK's archives say them only after each file.
 *
 * @throws RangeError when it is no archive, is damaged, or names a file outside the folder
 */
export function unzip(archive: Buffer, folder: string): void {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || archive.readUInt32LE(end) !== END_OF_DIRECTORY) {
    throw new RangeError('not a zip archive');
  }
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  for (let nth = 0; nth < count; nth += 1) {
    if (archive.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new RangeError('a damaged archive');
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    if (!name.endsWith('/')) write(folder, name, contentOf(archive, at, name));
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
}

function contentOf(archive: Buffer, entry: number, name: string): Buffer {
  const method = archive.readUInt16LE(entry + 10);
  const size = archive.readUInt32LE(entry + 20);
  const header = archive.readUInt32LE(entry + 42);
  const from = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
  const packed = archive.subarray(from, from + size);
  if (method !== STORED && method !== DEFLATED) throw new RangeError(`${name}: packing ${method}`);
  const content = method === STORED ? packed : inflateRawSync(packed);
  if (crc32(content) !== archive.readUInt32LE(entry + 16)) throw new RangeError(`${name}: damaged`);
  return content;
}

function write(folder: string, name: string, content: Buffer): void {
  const path = normalize(name);
  if (path.startsWith('..') || path.startsWith('/')) throw new RangeError(`${name}: outside`);
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
}
