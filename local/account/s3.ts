import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { LOCAL_REGION } from '../parts/constants.ts';
import type { Answer } from '../parts/http.ts';
import type { Buckets, StoredObject } from './buckets.ts';
import { readChunked } from './chunked.ts';
import { Refusal } from './refusal.ts';
import { toFlatXml, type XmlFields } from './xml.ts';

type Request = {
  method: string;
  bucket: string;
  key: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: Buffer;
};

const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';
const LIST_AT_MOST = 1_000;

/**
 * S3 as far as assets of a deploy need it: buckets that stacks make, their objects, uploads in parts.
 * A bucket is named in the path, or before `.localhost`.
 */
export class S3 {
  readonly #buckets: Buckets;
  readonly #uploads = new Map<string, { contentType: string; parts: Map<number, Buffer> }>();

  constructor(buckets: Buckets) {
    this.#buckets = buckets;
  }

  answer(incoming: IncomingMessage, body: Buffer): Answer {
    const request = toRequest(incoming, body);
    try {
      return this.#dispatch(request);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const fault = toFlatXml({
        Code: error.code,
        Message: error.message,
        RequestId: randomUUID(),
      });
      return request.method === 'HEAD'
        ? { status: error.status }
        : xml(error.status, `<Error>${fault}</Error>`);
    }
  }

  #dispatch(request: Request): Answer {
    const { method, bucket, key } = request;
    if (bucket === '') return this.#listBuckets();
    if (key === '' && method === 'PUT') {
      this.#buckets.make(bucket);
      return { status: 200, headers: { location: `/${bucket}` } };
    }
    if (!this.#buckets.has(bucket)) {
      throw new Refusal('NoSuchBucket', 'The specified bucket does not exist', 404);
    }
    return key === '' ? this.#onBucket(request) : this.#onObject(request);
  }

  #listBuckets(): Answer {
    const Bucket = this.#buckets.names().map((Name) => ({ Name }));
    return document('ListAllMyBucketsResult', { Buckets: { Bucket } });
  }

  #onBucket({ method, bucket, query }: Request): Answer {
    if (method === 'HEAD') return { status: 200, headers: { 'x-amz-bucket-region': LOCAL_REGION } };
    if (method === 'DELETE') {
      this.#buckets.remove(bucket);
      return { status: 204 };
    }
    if (method !== 'GET') throw notHere(method);
    if (query.has('location')) {
      return xml(
        200,
        `<LocationConstraint xmlns="${NAMESPACE}">${LOCAL_REGION}</LocationConstraint>`,
      );
    }
    if (query.has('encryption')) {
      const ApplyServerSideEncryptionByDefault = { SSEAlgorithm: 'aws:kms' };
      return document('ServerSideEncryptionConfiguration', {
        Rule: { ApplyServerSideEncryptionByDefault },
      });
    }
    if (query.has('versioning')) return document('VersioningConfiguration', { Status: 'Enabled' });
    return this.#list(bucket, query);
  }

  #list(bucket: string, query: URLSearchParams): Answer {
    const prefix = query.get('prefix') ?? '';
    const most = Math.min(Number(query.get('max-keys') ?? LIST_AT_MOST), LIST_AT_MOST);
    const after = query.get('continuation-token') ?? query.get('start-after') ?? '';
    const found = this.#buckets.list(bucket, prefix).filter(({ key }) => key > after);
    const shown = found.slice(0, most);
    const IsTruncated = found.length > shown.length;
    return document('ListBucketResult', {
      ...{ Name: bucket, Prefix: prefix, KeyCount: shown.length, MaxKeys: most, IsTruncated },
      NextContinuationToken: IsTruncated ? shown.at(-1)?.key : undefined,
      Contents: shown.map(({ key, etag, size, lastModified }) => ({
        ...{ Key: key, ETag: etag, Size: size, LastModified: lastModified },
        StorageClass: 'STANDARD',
      })),
    });
  }

  #onObject(request: Request): Answer {
    const { method, bucket, key, query, headers } = request;
    const contentType = headers['content-type'] ?? 'binary/octet-stream';
    if (query.has('uploads') || query.has('uploadId')) return this.#inParts(request, contentType);
    if (method === 'PUT') {
      const { etag } = this.#buckets.put(bucket, key, plain(request), contentType);
      return { status: 200, headers: { etag } };
    }
    if (method === 'DELETE') {
      this.#buckets.delete(bucket, key);
      return { status: 204 };
    }
    if (method !== 'GET' && method !== 'HEAD') throw notHere(method);
    const stored = this.#buckets.head(bucket, key);
    if (stored === null) throw new Refusal('NoSuchKey', 'The specified key does not exist.', 404);
    // Of a HEAD's answer Node sends the length alone.
    return { status: 200, headers: headersOf(stored), body: this.#buckets.body(bucket, key) };
  }

  #inParts(request: Request, contentType: string): Answer {
    const { method, bucket, key, query } = request;
    if (method === 'POST' && query.has('uploads')) {
      const UploadId = randomUUID();
      this.#uploads.set(UploadId, { contentType, parts: new Map() });
      return document('InitiateMultipartUploadResult', { Bucket: bucket, Key: key, UploadId });
    }
    const id = query.get('uploadId') ?? '';
    const upload = this.#uploads.get(id);
    if (upload === undefined) {
      throw new Refusal('NoSuchUpload', 'The specified upload does not exist.', 404);
    }
    if (method === 'PUT') {
      const number = Number(query.get('partNumber'));
      upload.parts.set(number, plain(request));
      return { status: 200, headers: { etag: `"${id}-${number}"` } };
    }
    this.#uploads.delete(id);
    if (method === 'DELETE') return { status: 204 };
    const ordered = [...upload.parts].sort(([a], [b]) => a - b).map(([, part]) => part);
    const body = Buffer.concat(ordered);
    const { etag } = this.#buckets.put(bucket, key, body, upload.contentType, ordered.length);
    return document('CompleteMultipartUploadResult', { Bucket: bucket, Key: key, ETag: etag });
  }
}

function toRequest(incoming: IncomingMessage, body: Buffer): Request {
  const url = new URL(incoming.url ?? '/', 'http://local');
  const path = decodeURIComponent(url.pathname.slice(1));
  const inHost = /^(.+)\.localhost(:\d+)?$/.exec(incoming.headers.host ?? '')?.[1];
  const at = path.indexOf('/');
  const [bucket, key] = inHost
    ? [inHost, path]
    : at < 0
      ? [path, '']
      : [path.slice(0, at), path.slice(at + 1)];
  const { method = 'GET', headers } = incoming;
  return { method, bucket, key, query: url.searchParams, headers, body };
}

function plain({ headers, body }: Request): Buffer {
  const isChunked = String(headers['x-amz-content-sha256'] ?? '').startsWith('STREAMING-');
  return isChunked ? readChunked(body) : body;
}

function headersOf({ etag, contentType, lastModified }: StoredObject) {
  return {
    etag,
    'content-type': contentType,
    'last-modified': new Date(lastModified).toUTCString(),
  };
}

function document(name: string, fields: XmlFields): Answer {
  return xml(200, `<${name} xmlns="${NAMESPACE}">${toFlatXml(fields)}</${name}>`);
}

function xml(status: number, body: string): Answer {
  return { status, headers: { 'content-type': 'application/xml' }, body };
}

function notHere(method: string): Refusal {
  return new Refusal('MethodNotAllowed', `${method} is not answered here`, 405);
}
