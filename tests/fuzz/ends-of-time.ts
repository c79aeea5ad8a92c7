import { goodRequest } from './requests.ts';
import type { Schema } from './schema-arbitrary.ts';
import { components, type Request, type Target } from './targets.ts';
import type { World } from './world.ts';

/** What no calendar has, and where reckoning with a day or an hour more or less leaves four-digit years. */
const ENDS = [
  ...['2026-02-30', '2026-13-01', '2026-02-30T10:00', '0001-01-01', '0001-01-01T00:00+12:00'],
  ...['9999-12-31', '9999-12-31T12:00', '9999-12-31T23:59:59Z', '9999-12-31T23:59:59-12:00'],
];
const TIME = /(?:At|Date)$|^(?:from|to|until|date)$/;

type Path = readonly (string | number)[];

/** A good request with each time that it may name, one after the other, at each end of time. */
export function atEndsOfTime(target: Target, world: World): Request[] {
  const [scene] = world.scenes;
  const good = goodRequest(target, scene, world);
  const inQuery = (target.described.parameters ?? [])
    .filter(({ in: where, name }) => where === 'query' && TIME.test(name))
    .map(({ name }) => name);
  const inBody = new Map(
    [...named(target), ...placesIn(good.body)].map((path) => [path.join('/'), path]),
  );
  // A range is asked for by both its ends; one of them alone as well.
  const asked = inQuery.length > 1 ? [inQuery, ...inQuery.map((name) => [name])] : [inQuery];
  return ENDS.flatMap((end) => [
    ...(inQuery.length > 0 ? asked : []).map((names) => ({
      ...good,
      address: withQuery(good.address, Object.fromEntries(names.map((name) => [name, end]))),
    })),
    ...[...inBody.values()].map((path) => ({ ...good, body: put(good.body, path, end) })),
  ]);
}

/** Fields of the body's own level that the document names, whether or not the good one has them. */
function named({ described }: Target): Path[] {
  const schema = described.requestBody?.content['application/json'].schema;
  return Object.keys(schema === undefined ? {} : propertiesOf(schema))
    .filter((name) => TIME.test(name))
    .map((name) => [name]);
}

function propertiesOf({ $ref, properties = {}, allOf = [], anyOf = [] }: Schema): object {
  const target = $ref === undefined ? undefined : components[$ref.split('/').at(-1) ?? ''];
  const parts = [...allOf, ...anyOf, ...(target ? [target] : [])].map(propertiesOf);
  return Object.assign({}, properties, ...parts);
}

/** Where in a value times stand, however deep. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const here = [...path, name];
    return TIME.test(name) && typeof inner === 'string' ? [here] : placesIn(inner, here);
  });
}

function put(value: unknown, [name, ...rest]: Path, end: string): unknown {
  if (name === undefined) return end;
  if (Array.isArray(value)) {
    return value.map((one, at) => (String(at) === name ? put(one, rest, end) : one));
  }
  const inner = (value as Record<string, unknown> | undefined)?.[name];
  return { ...(value as object), [name]: put(inner, rest, end) };
}

function withQuery(address: string, changes: Record<string, string>): string {
  const [bare, query = ''] = address.split('?');
  const parameters = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) parameters.set(name, value);
  return `${bare}?${parameters}`;
}
