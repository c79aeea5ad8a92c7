import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Buckets } from '../../local/account/buckets.ts';
import { readChunked } from '../../local/account/chunked.ts';
import { openDoor } from '../../local/account/door.ts';
import { answerQuery } from '../../local/account/query.ts';
import { S3 } from '../../local/account/s3.ts';
import { sts } from '../../local/account/sts.ts';
import { unzip } from '../../local/account/unzip.ts';
import { readBody } from '../../local/parts/http.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'just-driving-account-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** An archive as the CDK writes it: sizes after each file, and in the directory. */
function zip(files: Record<string, string>, method: 0 | 8 = 8): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text);
    const packed = method === 8 ? deflateRawSync(content) : content;
    const label = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(method, 8);
    local.writeUInt16LE(label.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(crc32(content), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(content.length, 24);
    entry.writeUInt16LE(label.length, 28);
    entry.writeUInt32LE(offset, 42);
    bodies.push(local, label, packed);
    directory.push(entry, label);
    offset += local.length + label.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

describe('an archive', () => {
  it.each([0, 8] as const)('is unpacked, whatever its files hold (packing %i)', (method) => {
    const names = fc.stringMatching(/^[a-z]{1,8}(\/[a-z]{1,8})?\.mjs$/);
    fc.assert(
      fc.property(fc.dictionary(names, fc.string(), { minKeys: 1, maxKeys: 4 }), (files) => {
        const folder = mkdtempSync(join(dir, 'bundle-'));

        unzip(zip(files, method), folder);

        for (const [name, text] of Object.entries(files)) {
          expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('that is none, is damaged or reaches outside is refused', () => {
    const damaged = zip({ 'index.mjs': 'export const handler = 1;' }, 0);
    damaged.write('EXPORT', damaged.indexOf('export'));

    expect(() => unzip(Buffer.from('no archive'), dir)).toThrow('not a zip archive');
    expect(() => unzip(damaged, dir)).toThrow('index.mjs: damaged');
    expect(() => unzip(zip({ '../out.mjs': 'x' }), dir)).toThrow('../out.mjs: outside');
    expect(readdirSync(dir)).toEqual([]);
  });
});

it("reads a body in AWS's chunks, whatever they hold", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 })), (parts) => {
      const chunks = parts.map((part) =>
        Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')]),
      );
      const sent = Buffer.concat([
        ...chunks,
        Buffer.from('0\r\nx-amz-checksum-crc32:AAAA==\r\n\r\n'),
      ]);

      expect(readChunked(sent)).toEqual(Buffer.concat(parts));
    }),
  );
  expect(() => readChunked(Buffer.from('5\r\nab'))).toThrow('shorter than it says');
  expect(() => readChunked(Buffer.from('ab'))).toThrow('without its size');
});

describe('at the endpoint', () => {
  let server: Server;
  let buckets: Buckets;
  let files: string;

  beforeAll(async () => {
    files = mkdtempSync(join(tmpdir(), 'just-driving-buckets-'));
    buckets = new Buckets(files);
    const s3 = new S3(buckets);
    const door = openDoor({
      s3: (incoming, body) => s3.answer(incoming, body),
      sts: (_incoming, body) =>
        answerQuery(sts({ hasRole: (arn) => arn.endsWith('/known') }), body),
    });
    server = createServer((incoming, response) => {
      if (!door(incoming, response)) response.writeHead(299).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.close();
    rmSync(files, { recursive: true, force: true });
  });

  const send = (
    method: string,
    path: string,
    {
      body = '',
      service = 's3',
      region = 'eu-north-1',
      headers = {} as Record<string, string>,
    } = {},
  ) =>
    new Promise<{ status: number; text: string; length: string | undefined }>((resolve, reject) => {
      const authorization = `AWS4-HMAC-SHA256 Credential=test/20270101/${region}/${service}/aws4_request, Signature=0`;
      const { port } = server.address() as AddressInfo;
      const options = {
        port,
        host: '127.0.0.1',
        method,
        path,
        headers: { authorization, ...headers },
      };
      const sent = request(options, async (response) => {
        const text = (await readBody(response)).toString();
        resolve({
          status: response.statusCode ?? 0,
          text,
          length: response.headers['content-length'],
        });
      });
      sent.once('error', reject);
      sent.end(body);
    });

  it('an object is put, found by its prefix, read and deleted', async () => {
    await send('PUT', '/assets');
    const put = await send('PUT', '/assets/a/b%20c.zip', { body: 'hello' });
    await send('PUT', '/assets/z', { body: '1' });

    const list = await send('GET', '/assets?list-type=2&prefix=a%2F&max-keys=1');
    const read = await send('GET', '/assets/a/b%20c.zip');
    const head = await send('HEAD', '/assets/a/b%20c.zip');
    await send('DELETE', '/assets/a/b%20c.zip');
    const gone = await send('GET', '/assets/a/b%20c.zip');

    expect(put.status).toBe(200);
    expect(list.text).toContain('<Key>a/b c.zip</Key>');
    expect(list.text).toContain('<KeyCount>1</KeyCount>');
    expect(read.text).toBe('hello');
    expect(head).toMatchObject({ status: 200, length: '5', text: '' });
    expect(gone).toMatchObject({ status: 404 });
    expect(gone.text).toContain('<Code>NoSuchKey</Code>');
  });

  it('a bucket named before the host is the same bucket, an unknown one is none', async () => {
    await send('PUT', '/assets/x', { body: 'one' });

    const inHost = await send('GET', '/x', { headers: { host: 'assets.localhost:4566' } });
    const unknown = await send('GET', '/nowhere/x');

    expect(inHost.text).toBe('one');
    expect(unknown.text).toContain('<Code>NoSuchBucket</Code>');
  });

  it('a large object comes in parts, in any order', async () => {
    const begun = await send('POST', '/assets/large?uploads');
    const id = /<UploadId>(.*)<\/UploadId>/.exec(begun.text)?.[1];
    await send('PUT', `/assets/large?uploadId=${id}&partNumber=2`, { body: 'world' });
    await send('PUT', `/assets/large?uploadId=${id}&partNumber=1`, { body: 'hello ' });
    const done = await send('POST', `/assets/large?uploadId=${id}`, { body: '<ignored/>' });

    expect(done.text).toMatch(/-2&quot;<\/ETag>/);
    expect((await send('GET', '/assets/large')).text).toBe('hello world');
  });

  it('a role that a stack has made is assumed, another is not', async () => {
    const assume = (role: string) =>
      send('POST', '/', {
        service: 'sts',
        body: `Action=AssumeRole&RoleSessionName=s&RoleArn=arn:aws:iam::000000000000:role/${role}`,
      });

    expect((await assume('known')).text).toContain('<AccessKeyId>ASIA');
    expect(await assume('other')).toMatchObject({ status: 403 });
  });

  it('another region is told which one this is, another service is left to the parts', async () => {
    const elsewhere = await send('GET', '/assets', { region: 'us-east-1' });

    expect(elsewhere.status).toBe(400);
    expect(elsewhere.text).toContain('this endpoint is the region eu-north-1, not us-east-1');
    expect((await send('POST', '/', { service: 'dynamodb' })).status).toBe(299);
  });
});
