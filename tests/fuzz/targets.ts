import { areas } from '../../functions/routes.ts';
import { codesOf } from '../../functions/shared/openapi/codes.ts';
import document from '../../functions/shared/openapi/openapi.json' with { type: 'json' };
import type { Operation } from '../../functions/shared/operation.ts';
import type { Schema } from './schema-arbitrary.ts';

export type Parameter = { name: string; in: 'path' | 'query' | 'header'; schema: Schema };
export type Described = {
  operationId: string;
  security?: unknown[];
  parameters?: Parameter[];
  requestBody?: { content: { 'application/json': { schema: Schema } } };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
};

/** One operation of the document, with the codes that its contract promises. */
export type Target = {
  name: string;
  method: string;
  path: string;
  isPublic: boolean;
  operation: Operation;
  described: Described;
  codes: readonly string[];
};

/** What is sent, and by whom of the world's callers. */
export type Request = {
  caller: string;
  address: string;
  body: unknown;
  raw: string | undefined;
  headers: Record<string, string>;
  busy: boolean;
  /** a delivery that its sender has not signed */
  forged: boolean;
};

/** An `Idempotency-Key` under which each of those who act has done something already. */
export const USED_KEY = 'fuzz-used-key';

export const components = document.components.schemas as Record<string, Schema>;

/** Every operation of the document. */
export const TARGETS: readonly Target[] = Object.values(areas)
  .flatMap(({ operations }) => operations as readonly Operation[])
  .map((operation) => {
    const described = (document.paths as unknown as Record<string, Record<string, Described>>)[
      operation.path
    ]?.[operation.method.toLowerCase()];
    if (described === undefined) throw new Error(`${operation.name} is not in the document`);
    return {
      name: operation.name,
      method: operation.method,
      path: operation.path,
      isPublic: operation.who === 'public',
      operation,
      described,
      codes: codesOf(operation),
    };
  });
