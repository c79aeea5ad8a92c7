import fc from 'fast-check';
import type { Operation } from '../../functions/shared/operation.ts';
import { GOOD_BODIES, type Ids } from '../flows/support/bodies.ts';
import { idsFor, pathOf } from '../flows/support/tenancy/requests.ts';
import { HOSTILE_BODY, HOSTILE_SEGMENT, HOSTILE_VALUE, nearly } from './hostile.ts';
import { valuesOf } from './schema-arbitrary.ts';
import { components, type Parameter, type Request, type Target } from './targets.ts';
import { CALLERS, type Scene, type World } from './world.ts';

/** A quarter of what other systems deliver is not rightly signed. */
const FORGED = fc.nat(3).map((at) => at === 0);

/** A request to an operation: valid, nearly valid or hostile, each about as often. */
export function requestsTo(target: Target, world: World): fc.Arbitrary<Request> {
  return fc.oneof(
    { weight: 3, arbitrary: likelyRequests(target, world) },
    { weight: 2, arbitrary: documentedRequests(target, world) },
  );
}

/** Who may, about things that fit together: what gets furthest, and there meets every state. */
function likelyRequests(target: Target, world: World): fc.Arbitrary<Request> {
  const { operation, described } = target;
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
      const changed =
        draws === 0 ? { ...scene, ...(drawn as Ids), schoolId: scene.schoolId } : scene;
      const good = goodRequest(target, changed, world, nth);
      const some = adds === 0 && good.body !== undefined ? partOf(added, nth) : {};
      const body = good.body === undefined ? added : { ...(good.body as object), ...some };
      const bare = good.address.split('?')[0] ?? '';
      return fc.record({
        caller: fc.constant(scene.schoolId === world.suspendedId ? suspendedOf(caller) : caller),
        address: fc.constant(nth % 2 === 0 ? good.address : bare + query),
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
        forged: FORGED,
      });
    });
}

/** A request that nothing is wrong with, about the things of a scene; `nth` chooses among what is used up. */
export function goodRequest(
  { name, operation }: Target,
  scene: Scene,
  world: World,
  nth = 0,
): Request {
  const { key } = scene;
  const ids: Ids = { ...idsFor(operation, scene), ...(key !== undefined && { key }) };
  const tokens = world.openTokens[name];
  const named = { token: tokens?.[nth % tokens.length] ?? 'a'.repeat(43), ...ids };
  const school = { id: scene.schoolId, slug: String(scene.slug) };
  const open = world.openBodies[name];
  return {
    caller: doersOf(operation)[0] ?? 'nobody',
    address: pathOf(operation, school, named),
    body: open ? open[nth % open.length] : GOOD_BODIES[name]?.(ids),
    raw: undefined,
    headers: { 'content-type': 'application/json' },
    busy: false,
    forged: false,
  };
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

/** Those of the world's callers who may do it. */
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

/** Who is what somebody is, in the suspended school. */
export const suspendedOf = (caller: string): string =>
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
    forged: FORGED,
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
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return encodeURIComponent(text.slice(0, 500).toWellFormed());
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
