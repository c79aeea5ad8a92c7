import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { areas } from '../../functions/routes.ts';
import { codesOf } from '../../functions/shared/openapi/codes.ts';
import document from '../../functions/shared/openapi/openapi.json' with { type: 'json' };
import type { Operation } from '../../functions/shared/operation.ts';
import { PROBLEMS } from '../../functions/shared/problem-table.ts';
import { type Answer, api } from '../flows/support/api.ts';
import { GOOD_BODIES, type Ids } from '../flows/support/bodies.ts';
import { idsFor, pathOf } from '../flows/support/tenancy/requests.ts';
import { signedDelivery } from './deliveries.ts';
import { HOSTILE_BODY, HOSTILE_SEGMENT, HOSTILE_VALUE, nearly } from './hostile.ts';
import { type Schema, valuesOf } from './schema-arbitrary.ts';
import { BUSY_ADDRESS, CALLERS, type World } from './world.ts';

type Parameter = { name: string; in: 'path' | 'query' | 'header'; schema: Schema };
type Described = {
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

type Request = {
  caller: string;
  address: string;
  body: unknown;
  raw: string | undefined;
  headers: Record<string, string>;
  busy: boolean;
};

const components = document.components.schemas as Record<string, Schema>;

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

/** A request to an operation: valid, nearly valid or hostile, each about as often. */
export function requestsTo(target: Target, world: World): fc.Arbitrary<Request> {
  return fc.oneof(
    { weight: 3, arbitrary: likelyRequests(target, world) },
    { weight: 2, arbitrary: documentedRequests(target, world) },
  );
}

/** Who may, about things that fit together: what gets furthest, and there meets every state. */
function likelyRequests(target: Target, world: World): fc.Arbitrary<Request> {
  const { name, operation, described } = target;
  const { parameters = [], requestBody } = described;
  const schema = requestBody?.content['application/json'].schema;
  const asked = schema && valuesOf(schema, components, world.pool);
  return fc
    .record({
      scene: fc.constantFrom(...world.scenes),
      drawn: fc.record(
        Object.fromEntries(
          Object.entries(world.pool).filter(([param]) => /Id$/.test(param) && param !== 'schoolId'),
        ),
        { requiredKeys: [] },
      ),
      draws: fc.nat(3),
      caller: fc.constantFrom(...doersOf(operation)),
      nth: fc.nat(),
      added: asked ?? fc.constant(undefined),
      adds: fc.nat(3),
      headers: fc.oneof(fc.constant({}), headersOf(parameters)),
      busy: fc.nat(15).map((at) => at === 0),
      query: queries(parameters, world),
    })
    .chain(({ scene, drawn, draws, caller, nth, added, adds, headers, busy, query }) => {
      const ids: Ids = { ...idsFor(operation, scene), ...(draws === 0 && (drawn as Ids)) };
      const tokens = world.openTokens[name];
      const named = { ...ids, token: tokens?.[nth % tokens.length] ?? 'a'.repeat(43) };
      const school = { id: scene.schoolId, slug: String(scene.slug) };
      const open = world.openBodies[name];
      const good = open ? open[nth % open.length] : GOOD_BODIES[name]?.(ids);
      const some = adds === 0 && good !== undefined ? partOf(added, nth) : {};
      const body = good === undefined ? added : { ...(good as object), ...some };
      return fc.record({
        caller: fc.constant(scene.schoolId === world.suspendedId ? suspendedOf(caller) : caller),
        address: fc.constant(
          nth % 2 === 0
            ? pathOf(operation, school, named)
            : pathOf({ ...operation, name: '' }, school, named) + query,
        ),
        body:
          schema === undefined
            ? fc.constant(undefined)
            : fc.oneof(
                { weight: 5, arbitrary: fc.constant(body) },
                { weight: 1, arbitrary: nearly(fc.constant(body)) },
              ),
        raw: fc.constant(undefined),
        headers: fc.constant({ 'content-type': 'application/json', ...headers }),
        busy: fc.constant(busy),
      });
    });
}

/** One of a body's optional fields, as its schema has them. */
function partOf(value: unknown, nth: number): object {
  const fields = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const [name, part] = fields[nth % Math.max(1, fields.length)] ?? [];
  return name === undefined ? {} : { [name]: part };
}

const BY_ROLE = {
  school_admin: ['admin'],
  office: ['office', 'bound'],
  teacher: ['teacher'],
  student: ['student'],
} as const;

function doersOf({ who, byThemselves }: Operation): string[] {
  if (who === 'public') return ['nobody'];
  if (who === 'platform') return ['platform'];
  if (who === 'signed-in') return [...CALLERS.slice(-9)];
  const roles = Object.keys(who) as (keyof typeof BY_ROLE)[];
  return [
    ...roles.flatMap((role) => BY_ROLE[role]),
    ...(byThemselves ? [] : ['admin', 'platform']),
  ];
}

const suspendedOf = (caller: string): string =>
  ({ teacher: 'suspendedTeacher', student: 'suspendedStudent' })[caller] ?? 'suspendedAdmin';

/** Anybody, with what the document allows, or nearly so, or not at all. */
function documentedRequests(target: Target, world: World): fc.Arbitrary<Request> {
  const { parameters = [], requestBody } = target.described;
  const schema = requestBody?.content['application/json'].schema;
  const values = schema && valuesOf(schema, components, world.pool);
  const body = values ? fc.oneof(...[values, values, nearly(values), HOSTILE_VALUE]) : undefined;
  return fc.record({
    caller: fc.constantFrom(...CALLERS.filter((caller) => mayTry(caller, target))),
    address: fc
      .tuple(addresses(target.path, parameters, world), queries(parameters, world))
      .map((parts) => parts.join('')),
    body: body ?? fc.constant(undefined),
    raw: values
      ? fc.oneof({ weight: 8, arbitrary: fc.constant(undefined) }, HOSTILE_BODY)
      : fc.constant(undefined),
    headers: headersOf(parameters),
    busy: fc.constant(false),
  });
}

/** The platform's administrator could suspend the school that everybody else needs. */
function mayTry(caller: string, { name }: Target): boolean {
  return caller !== 'platform' || name !== 'change-school';
}

function addresses(path: string, parameters: readonly Parameter[], world: World) {
  const parts = path.split(/(\{\w+\})/).map((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined) return fc.constant(part);
    const known = world.pool[name] ?? fc.constant('unknown');
    const schema = parameters.find((one) => one.name === name)?.schema ?? {};
    return fc
      .oneof(
        { weight: 8, arbitrary: known },
        { weight: 1, arbitrary: valuesOf(schema, components, {}) },
        { weight: 1, arbitrary: HOSTILE_SEGMENT },
      )
      .map((value) => String(value));
  });
  return fc.tuple(...parts).map((segments) => segments.join(''));
}

function queries(parameters: readonly Parameter[], world: World): fc.Arbitrary<string> {
  const query = fc.record(
    Object.fromEntries(
      parameters
        .filter((one) => one.in === 'query')
        .map(({ name, schema }) => [
          name,
          fc.oneof(
            { weight: 4, arbitrary: valuesOf(schema, components, world.pool, name) },
            { weight: 1, arbitrary: HOSTILE_VALUE },
          ),
        ]),
    ),
    { requiredKeys: [] },
  );
  return query.map((asked) => {
    const text = Object.entries(asked).map(([name, value]) => `${name}=${asText(value)}`);
    return text.length > 0 ? `?${text.join('&')}` : '';
  });
}

/** Query values are short here: the gateway refuses long addresses before we see them. */
function asText(value: unknown): string {
  return encodeURIComponent(String(value).toWellFormed().slice(0, 500));
}

function headersOf(parameters: readonly Parameter[]): fc.Arbitrary<Record<string, string>> {
  const offers = (name: string) => parameters.some((one) => one.name === name);
  return fc.record(
    {
      ...(offers('Idempotency-Key') && {
        'idempotency-key': fc.constantFrom('a', 'key-1', 'x'.repeat(255), 'x'.repeat(256), 'a b'),
      }),
      ...(offers('If-Match') && {
        'if-match': fc.constantFrom('"1"', '"2"', '"0"', '*', 'W/"1"', 'nonsense'),
      }),
      'content-type': fc.constantFrom(...[...Array(9).fill('application/json'), 'text/plain']),
    },
    { requiredKeys: ['content-type'] },
  ) as fc.Arbitrary<Record<string, string>>;
}

/** Sends it, and says everything about the answer that the document does not allow. */
export async function tryRequest(target: Target, request: Request, world: World) {
  const { caller, address, body, raw, headers, busy } = request;
  const answer = await api(target.method, address, {
    token: world.tokens[caller],
    headers,
    ...(busy && { sourceIp: BUSY_ADDRESS }),
    ...(raw === undefined ? { body } : { raw }),
    ...(raw === undefined && (await signedDelivery(target.name, body, world))),
  });
  world.learn(answer.body);
  const wrong = complaints(target, request, answer);
  const shown = `${caller}: ${target.method} ${address.slice(0, 200)} ${(raw ?? JSON.stringify(body) ?? '').slice(0, 300)}`;
  return {
    status: answer.status,
    code: String(answer.body?.code ?? ''),
    complaints: wrong.map((text) => `${text}\n    ${shown}\n    ${answer.text.slice(0, 300)}`),
  };
}

const ajv = formats.default(new Ajv2020({ strict: false, allErrors: false }));
const ROOT_ID = 'https://just-driving.example/api';
ajv.addSchema({ $id: ROOT_ID, components: document.components });

function complaints(target: Target, { caller, raw }: Request, answer: Answer): string[] {
  const { status, body, headers } = answer;
  const hasToken = !['nobody', 'forged', 'idToken'].includes(caller);
  if (!hasToken && !target.isPublic && status !== 401 && status !== 404) {
    return [`${target.name}: ${status} without a token`];
  }
  // Answers of the gateway itself.
  if (body?.message !== undefined && body.code === undefined) {
    return [401, 404, 413].includes(status) ? [] : [`${target.name}: the gateway says ${status}`];
  }
  if (status >= 500 && !(status === 503 && headers.get('retry-after'))) {
    return [`${target.name}: ${status}`];
  }
  if (status >= 400) return problemComplaints(target, answer);
  if (raw !== undefined && target.method !== 'GET') return [`${target.name}: took a hostile body`];
  return schemaComplaints(target, answer);
}

function problemComplaints({ name, codes }: Target, { status, body, headers }: Answer): string[] {
  const code = String(body?.code);
  const known = PROBLEMS[code as keyof typeof PROBLEMS];
  if (!headers.get('content-type')?.startsWith('application/problem+json')) {
    return [`${name}: ${status} is no problem document`];
  }
  if (known?.status !== status) return [`${name}: ${code} with status ${status}`];
  return codes.includes(code) ? [] : [`${name}: ${code} is not among its documented codes`];
}

function schemaComplaints({ name, described }: Target, answer: Answer): string[] {
  const { status, body, headers } = answer;
  const response = described.responses[status];
  if (response === undefined) return [`${name}: ${status} is not documented`];
  const [media = ''] = (headers.get('content-type') ?? '').split(';');
  if (response.content !== undefined && !(media in response.content)) {
    return [`${name}: ${status} with ${media}, which is not documented`];
  }
  if (media !== 'application/json') return [];
  const schema = response.content?.['application/json']?.schema;
  if (schema === undefined) return [];
  const validate = ajv.getSchema(`${ROOT_ID}/${name}`) ?? compile(name, schema);
  return validate(body) ? [] : [`${name}: ${status} ${ajv.errorsText(validate.errors)}`];
}

function compile(name: string, schema: Schema) {
  const text = JSON.stringify(schema).replaceAll('"#/components/', `"${ROOT_ID}#/components/`);
  ajv.addSchema({ ...JSON.parse(text), $id: `${ROOT_ID}/${name}` });
  const compiled = ajv.getSchema(`${ROOT_ID}/${name}`);
  if (compiled === undefined) throw new Error(`${name}: its schema does not compile`);
  return compiled;
}
