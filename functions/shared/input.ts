import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod';
import {
  DomainError,
  type FieldError,
  invalidField,
  notFound,
} from '../../domain/shared/errors.ts';

const MOST_BODY_BYTES = 256 * 1024;

/** The path's parameters. A malformed id is no id of ours: 404, like an unknown one. */
export function readParams<S extends z.ZodType>(
  schema: S | undefined,
  event: APIGatewayProxyEventV2,
): z.output<S> {
  const parsed = schema?.safeParse(event.pathParameters ?? {});
  if (parsed && !parsed.success) throw notFound('This resource');
  return parsed?.data as z.output<S>;
}

/** The query's parameters; an unknown or malformed one is a 422 that names it. */
export function readQuery<S extends z.ZodType>(
  schema: S | undefined,
  event: APIGatewayProxyEventV2,
): z.output<S> {
  if (!schema) return undefined as z.output<S>;
  return validated(schema, event.queryStringParameters ?? {});
}

/** The JSON body: its type, its size, its syntax, its schema, in this order. */
export function readBody<S extends z.ZodType>(
  schema: S | undefined,
  event: APIGatewayProxyEventV2,
): z.output<S> {
  if (!schema) return undefined as z.output<S>;
  // Where everything in a body may be left out, so may the body.
  if (!event.body && schema.safeParse(undefined).success) return undefined as z.output<S>;
  const type = event.headers['content-type'] ?? '';
  if (!/^application\/(json|merge-patch\+json)\s*(;|$)/i.test(type)) {
    throw new DomainError('unsupported_media_type', 'Send the body as application/json.');
  }
  const bytes = rawBody(event);
  if (bytes.byteLength > MOST_BODY_BYTES) {
    throw new DomainError('body_too_large', 'The body is larger than 256 KB.');
  }
  const value = parseJson(bytes.toString('utf8'));
  refuseIllFormed(value);
  return validated(schema, value);
}

/** The body byte for byte, as it was sent. */
export function rawBody(event: APIGatewayProxyEventV2): Buffer {
  return Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
}

/** The version that `If-Match` insists on, or undefined without one. `*` insists on nothing more than existence. */
export function readIfMatch(event: APIGatewayProxyEventV2): number | undefined {
  const header = event.headers['if-match'];
  if (header === undefined || header.trim() === '*') return undefined;
  const match = /^\s*(?:W\/)?"(\d{1,15})"\s*$/.exec(header);
  if (!match) throw new DomainError('stale_version', 'If-Match names no version of this resource.');
  return Number(match[1]);
}

function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text, refuseProto);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError('malformed_json', 'The body is not valid JSON.', {}, error);
  }
  return value;
}

/** `__proto__` as a field name would be merged into objects' prototypes further in. */
function refuseProto(key: string, value: unknown): unknown {
  if (key === '__proto__')
    throw invalidField('/__proto__', 'unknown_field', 'The field __proto__ is not known here.');
  return value;
}

/**
 * JSON can write half of a pair of UTF-16 units (`"\\ud83d"`), which is no text: it would be stored as
 * another character than was sent, and no two systems would agree on which.
 */
function refuseIllFormed(body: unknown): void {
  // Not by recursion: a body may be nested deeper than the stack is.
  const left = [{ value: body, path: '' }];
  for (let next = left.pop(); next; next = left.pop()) {
    const { value, path } = next;
    if (typeof value === 'string' && !value.isWellFormed()) throw illFormed(path);
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (!key.isWellFormed()) throw illFormed(path);
      left.push({ value: inner, path: path + pointer([key]) });
    }
  }
}

function illFormed(path: string): DomainError {
  const message = `${path || 'The body'}: holds half of a surrogate pair`;
  return invalidField(path, 'ill_formed_text', message);
}

function validated<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  // With the input reported, a wrong type is told from a field that is not there.
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.flatMap(fieldErrors);
  throw new DomainError('invalid', errors[0]?.message ?? 'The input is invalid.', {
    errors: errors.slice(0, 50),
  });
}

type Issue = z.core.$ZodIssue;

function fieldErrors(issue: Issue): FieldError[] {
  const path = pointer(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: pointer([...issue.path, key]),
      code: 'unknown_field',
      message: `The field ${key} is not known here.`,
    }));
  }
  if (issue.code === 'invalid_union') {
    const meant = issue.errors.find((branch) => !branch.some(isOtherShape));
    if (meant) {
      return meant.flatMap((inner) =>
        fieldErrors({ ...inner, path: [...issue.path, ...inner.path] } as Issue),
      );
    }
  }
  const params = 'params' in issue ? (issue.params as { code?: string } | undefined) : undefined;
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  const code = params?.code ?? (missing ? 'required' : issue.code);
  return [
    { path, code, message: `${path || 'The body'}: ${missing ? 'is required' : issue.message}` },
  ];
}

/** Of the shapes that a field may have, one that this value does not even begin to have. */
function isOtherShape({ code, path }: Issue): boolean {
  return code === 'invalid_type' && path.length === 0;
}

/** RFC 6901: `~` and `/` in a name are escaped. */
function pointer(path: readonly PropertyKey[]): string {
  return path
    .map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}
