import { ERROR_CODES, type ErrorCode } from '../../../domain/shared/errors.ts';
import { PROBLEMS } from '../problem-table.ts';
import { exampleOf, type Schemas } from './examples.ts';

type Media = { schema?: Record<string, unknown>; example?: unknown; examples?: object };
type Answer = { description?: string; content?: Record<string, Media> };
type Described = {
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, Answer>;
};
type Document = {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, Record<string, unknown>>; examples?: object };
};

/**
 * The document with an example of every body and of every refusal. A body with a name has its example
 * beside its schema, once; refusals share one example for each code. The document is served by a
 * function and must stay small.
 */
export function withExamples<D extends object>(described: D): D {
  const document = structuredClone(described) as unknown as Document;
  const { schemas } = document.components;
  const used = new Set<ErrorCode>();
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.values(methods).map((operation) => ({ operation, of: collectionOf(path) })),
  );
  for (const { operation, of } of operations) {
    giveExamples(operation.requestBody?.content ?? {}, schemas, of);
    for (const answer of Object.values(operation.responses)) {
      const refusal = answer.content?.['application/problem+json'];
      if (!refusal) giveExamples(answer.content ?? {}, schemas, of);
      else {
        const code = firstCode(answer.description ?? '');
        used.add(code);
        refusal.examples = { [code]: { $ref: `#/components/examples/${code}` } };
      }
    }
  }
  document.components.examples = Object.fromEntries(
    ERROR_CODES.filter((code) => used.has(code)).map((code) => [code, { value: problemOf(code) }]),
  );
  return document as unknown as D;
}

/** `/schools/{schoolId}/bookings/{bookingId}` -> `bookings`: what an id in its bodies is the id of. */
function collectionOf(path: string): string {
  return path.split('/').findLast((part) => part !== '' && !part.startsWith('{')) ?? '';
}

function giveExamples(
  content: Record<string, Media>,
  schemas: Record<string, Record<string, unknown>>,
  of: string,
): void {
  for (const [type, media] of Object.entries(content)) {
    const { schema = {} } = media;
    const [, name] = /^#\/components\/schemas\/(.+)$/.exec(String(schema.$ref ?? '')) ?? [];
    const named = name === undefined ? undefined : schemas[name];
    if (type !== 'application/json') media.example = TEXTS[type] ?? '';
    else if (!named) media.example = exampleOf(schema, schemas as Schemas, '', of);
    else named.examples ??= [exampleOf(named, schemas as Schemas, '', of)];
  }
}

/** What is no JSON: the beginning says what it is. */
const TEXTS: Readonly<Record<string, string>> = {
  'text/html': '<!doctype html><html lang="da">…</html>',
  'text/csv': 'date,account,amount',
  'application/pdf': '%PDF-1.7 …',
};

function firstCode(description: string): ErrorCode {
  const [, code] = /^`(\w+)`/.exec(description) ?? [];
  return code as ErrorCode;
}

function problemOf(code: ErrorCode) {
  const { status, title, meaning } = PROBLEMS[code];
  return {
    ...{ type: `/errors#${code}`, title, status, detail: meaning },
    ...{ instance: 'f3a5c1de-7a0b-4b52-9d6e-2f8f5f0d1c11', code },
  };
}
