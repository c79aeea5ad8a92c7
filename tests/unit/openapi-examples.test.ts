import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { areas } from '../../functions/routes.ts';
import document from '../../functions/shared/openapi/openapi.json' with { type: 'json' };
import type { Operation } from '../../functions/shared/operation.ts';

type Media = {
  schema?: { $ref?: string };
  example?: unknown;
  examples?: Record<string, { $ref: string }>;
};
type Described = {
  operationId: string;
  security?: object[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { description?: string; content?: Record<string, Media> }>;
};

const { paths, components } = document as unknown as {
  paths: Record<string, Record<string, Described>>;
  components: {
    schemas: Record<string, { examples?: unknown[] }>;
    examples: Record<string, { value: { code: string; status: number } }>;
  };
};
const operations: Operation[] = Object.values(areas).flatMap((area) => [...area.operations]);
const described = ({ path, method }: Operation) => paths[path]?.[method.toLowerCase()] as Described;

const ajv = new Ajv2020({ strict: false, validateFormats: true });
formats.default(ajv);
ajv.addSchema({ $id: 'api', components });
const errorsOf = (schema: object, value: unknown) => {
  // what a schema points at lies in the document
  const whole = JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"api#/components'));
  const check = ajv.compile(whole);
  return check(value)
    ? []
    : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

/** The example of a body: beside it, or beside its named schema. */
function exampleOf({ example, schema }: Media): unknown {
  const name = schema?.$ref?.split('/').at(-1);
  return example ?? (name === undefined ? undefined : components.schemas[name]?.examples?.[0]);
}

describe.each(operations.map((operation) => [operation.name, operation] as const))(
  '%s',
  (_, operation) => {
    const { requestBody, responses, security } = described(operation);
    const good = Object.entries(responses).filter(([status]) => Number(status) < 400);
    const bad = Object.entries(responses).filter(([status]) => Number(status) >= 400);

    it('says who needs a token', () => {
      const asked = security ?? document.security;
      expect(asked).toEqual(operation.who === 'public' ? [] : [{ accessToken: [] }]);
    });

    it('has an example of what is sent, which the handler takes', () => {
      if (!operation.body) return expect(requestBody).toBeUndefined();
      const media = requestBody?.content['application/json'] ?? {};
      const example = exampleOf(media);
      expect(example).toBeDefined();
      expect(errorsOf(media.schema ?? {}, example)).toEqual([]);
      expect(operation.body.safeParse(example).error?.issues ?? []).toEqual([]);
    });

    it('has an example of its answer, which its schema takes', () => {
      expect(good).toHaveLength(operation.response.otherwise ? 2 : 1);
      for (const media of good.flatMap(([, { content = {} }]) => Object.values(content))) {
        const example = exampleOf(media);
        expect(example).toBeDefined();
        expect(errorsOf(media.schema ?? {}, example)).toEqual([]);
      }
    });

    it('describes its refusals as problems, each with an example of its status', () => {
      if (operation.who !== 'public') expect(responses).toHaveProperty('401');
      for (const [status, { content = {} }] of bad) {
        expect(Object.keys(content)).toEqual(['application/problem+json']);
        const media = content['application/problem+json'] as Media;
        const [code, { $ref = '' } = {}] = Object.entries(media.examples ?? {})[0] ?? [];
        const problem = components.examples[$ref.split('/').at(-1) ?? '']?.value;
        expect(problem).toMatchObject({ code, status: Number(status) });
        expect(errorsOf(media.schema ?? {}, problem)).toEqual([]);
      }
    });
  },
);

it('asks nothing of a schema that it does not have', () => {
  expect(errorsOf({ $ref: '#/components/schemas/Problem' }, {})).not.toEqual([]);
});
