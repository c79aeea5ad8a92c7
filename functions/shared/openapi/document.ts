import * as z from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { ERROR_CODES } from '../../../domain/shared/errors.ts';
import { registrationBody } from '../bodies.ts';
import type { Operation } from '../operation.ts';
import { PROBLEMS } from '../problem-table.ts';
import { address, money } from '../schemas.ts';
import { codesOf } from './codes.ts';
import { withExamples } from './with-examples.ts';
import { INTRODUCTION, TAGS, whoMay } from './words.ts';

// Shapes that many bodies share get a name; here, since a running handler has no use for it.
z.globalRegistry.add(registrationBody, { id: 'Registration' });
z.globalRegistry.add(address, { id: 'NewAddress' });
z.globalRegistry.add(money, { id: 'Price' });

type Areas = Readonly<Record<string, { operations: readonly Operation[] }>>;

/**
 * The OpenAPI 3.1 document of every operation, from the contracts alone. It never runs in the cloud:
 * what it returns is committed as `openapi.json`, and a test says when that is stale.
 */
export function describeApi(areas: Areas, version: string) {
  const paths: ZodOpenApiPathsObject = {};
  for (const [area, { operations }] of Object.entries(areas)) {
    for (const operation of operations) {
      paths[operation.path] = {
        ...paths[operation.path],
        [operation.method.toLowerCase()]: describeOperation(operation, area),
      };
    }
  }
  const used = Object.keys(areas).filter((area) => areas[area]?.operations.length);
  const document = createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Just Driving',
        version,
        description: INTRODUCTION,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
      security: [{ accessToken: [] }],
      tags: used.map((name) => ({ name, description: TAGS[name] ?? '' })),
      paths,
      components: {
        securitySchemes: {
          accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        },
      },
    },
    {
      override: ({ jsonSchema, io }) => {
        // The format says it: zod's pattern of a calendar date is 200 characters.
        if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
        // Answers may get new fields; what is sent may not.
        if (io === 'output' && jsonSchema.additionalProperties === false) {
          delete jsonSchema.additionalProperties;
        }
      },
    },
  );
  return withExamples(document);
}

function describeOperation(operation: Operation, area: string): ZodOpenApiOperationObject {
  const { name, method, summary, who, params, query, body } = operation;
  const signedIn = who !== 'public';
  const headers = z.object({
    ...(signedIn && method === 'POST' && { 'Idempotency-Key': idempotencyKey }),
    ...(signedIn && ['PATCH', 'PUT'].includes(method) && { 'If-Match': ifMatch }),
  });
  return {
    operationId: name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
    tags: [area],
    summary,
    description: whoMay(operation),
    ...(signedIn ? {} : { security: [] }),
    requestParams: {
      ...(params && { path: params as z.ZodObject }),
      ...(query && { query: query as z.ZodObject }),
      ...(Object.keys(headers.shape).length > 0 && { header: headers }),
    },
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: body } } },
    }),
    responses: { ...describeAnswer(operation), ...describeRefusals(operation) },
    'x-who': who,
  };
}

const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,255}$/)
  .optional()
  .meta({ description: 'The same key and body replay the first answer for 24 hours.' });
const ifMatch = z
  .string()
  .optional()
  .meta({ description: 'The `ETag` of the version that is to be changed.' });

const STATUS_WORDS = {
  200: 'Done.',
  201: 'Created.',
  202: 'Stored, and soon carried out.',
  204: 'Done; there is nothing to say.',
};

function describeAnswer(operation: Operation): ZodOpenApiResponsesObject {
  const { status, otherwise } = operation.response;
  return {
    [status]: describeSuccess(operation, status, STATUS_WORDS[status]),
    ...(otherwise && {
      [otherwise.status]: describeSuccess(operation, otherwise.status, otherwise.when),
    }),
  };
}

function describeSuccess({ response, who }: Operation, status: number, description: string) {
  const { body, mediaType = 'application/json', alsoAs = [] } = response;
  const schema = body?.();
  const versioned = schema instanceof z.ZodObject && 'version' in schema.shape;
  const headers = {
    ...(status === 201 && { Location: { schema: { type: 'string' as const } } }),
    ...(versioned && who !== 'public' && { ETag: { schema: { type: 'string' as const } } }),
  };
  return {
    description,
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(schema && {
      content: {
        [mediaType]: { schema },
        ...Object.fromEntries(alsoAs.map((type) => [type, { schema: z.string() }])),
      },
    }),
  };
}

const problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().meta({ description: 'the id of the request' }),
    code: z.enum([...ERROR_CODES, 'internal']),
    errors: z
      .array(z.object({ path: z.string(), code: z.string(), message: z.string() }))
      .optional()
      .meta({ description: 'beside `invalid`: each wrong field by JSON pointer' }),
  })
  .meta({ id: 'Problem', description: 'A refusal (RFC 9457).' });

/** One response per status, its description naming each code and what it means. */
function describeRefusals(operation: Operation): ZodOpenApiResponsesObject {
  const byStatus = Map.groupBy(codesOf(operation), (code) => PROBLEMS[code].status);
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, codes]) => [
        status,
        {
          description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].meaning}`).join('\n\n'),
          content: { 'application/problem+json': { schema: problem } },
        },
      ]),
  );
}
