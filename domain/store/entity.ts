import { createCustomAttribute, Entity, type EntityItem, type Schema } from 'electrodb';
import type { Row, RowKey } from './port.ts';

/**
 * What every entity of the table shares. Entities only build parameters and parse rows: they hold no
 * client, the door in `store.ts` sends. The table's name is filled in there, too.
 */
export const SERVICE = 'driving';
export const TABLE = { table: 'just-driving' };

// biome-ignore lint/suspicious/noExplicitAny: ElectroDB's own way to say "any entity"
export type AnyEntity = Entity<any, any, any, any>;
export type ItemOf<E extends AnyEntity> = EntityItem<E>;

/**
 * An entity of the one table. Whatever is read goes straight: ElectroDB makes a query builder to spell a
 * key, and asks every attribute for its getter, which took half the time of a warm call that lists. Our
 * keys are filled templates (`keys.ts`), and no attribute has a getter; a test compares both with
 * ElectroDB's own. Everything else is ElectroDB's, built when it is first asked for: that takes a cold
 * start over a millisecond for each entity, and most calls write two or three.
 */
export function tableEntity<
  A extends string,
  F extends string,
  C extends string,
  S extends Schema<A, F, C, P>,
  P extends string = string,
>(schema: S, config: typeof TABLE): Entity<A, F, C, S, P> {
  type Whole = Entity<A, F, C, S, P>;
  let built: Whole | undefined;
  const whole = (): Whole => (built ??= new Entity<A, F, C, S, P>(schema, config));
  const spell = keySpeller(schema);
  const get = (facets: Facets): object => {
    const Key = spell(facets);
    return Key
      ? { params: () => ({ TableName: config.table, Key }) }
      : whole().get(facets as never);
  };
  const members = new Map<string | symbol, unknown>([
    ['schema', schema],
    ['get', get],
  ]);
  const entity = new Proxy({} as Whole, {
    get(_, name) {
      if (!members.has(name)) {
        const member: unknown = Reflect.get(whole(), name);
        // bound, so that what ElectroDB calls of itself does not come by here again
        members.set(name, typeof member === 'function' ? member.bind(whole()) : member);
      }
      return members.get(name);
    },
  });
  visible.set(entity, visibleAttributes(schema));
  return entity;
}

/** Whether a row is of that entity's kind: ElectroDB marks every row with it. */
export function isOf(entity: AnyEntity, row: Row): boolean {
  const { entity: name, version } = entity.schema.model;
  return row.__edb_e__ === name && row.__edb_v__ === version;
}

/** The item in a row, without keys and hidden attributes: what the entity's `parse` reads. */
export function itemOf<E extends AnyEntity>(entity: E, row: Row): ItemOf<E> {
  const attributes = visible.get(entity);
  if (!attributes) throw new Error('only a tableEntity has items');
  const item: Row = {};
  for (const [field, attribute] of attributes) {
    const value = row[field];
    if (value !== undefined) item[attribute] = value;
  }
  return item as ItemOf<E>;
}

const visible = new WeakMap<object, readonly (readonly [field: string, attribute: string])[]>();

type Facets = Readonly<Record<string, unknown>>;
type AnySchema = Schema<string, string, string>;
type Readable = { type: unknown; field?: string; hidden?: boolean; get?: unknown };

function visibleAttributes({ attributes, model }: AnySchema): [field: string, attribute: string][] {
  return Object.entries(attributes).flatMap(([name, attribute]) => {
    const { type, field = name, hidden, get } = attribute as Readable;
    if (get || type === 'set') throw new Error(`${model.entity}.${name}: reads nothing but values`);
    return hidden ? [] : [[field, name]];
  });
}

/** Fills in the templates of the table's key. Null when a part is missing or no text: ElectroDB says what is wrong. */
function keySpeller({ indexes }: AnySchema): (facets: Facets) => RowKey | null {
  const primary = Object.values(indexes).find(({ index }) => index === undefined);
  const [pk, sk] = [partsOf(primary?.pk.template), partsOf(primary?.sk?.template)];
  return (facets) => {
    const [partition, sort] = [fill(pk, facets), fill(sk, facets)];
    return partition === null || sort === null ? null : { pk: partition, sk: sort };
  };
}

/** `${schoolId}#stu#${studentId}`: fixed text and names of attributes by turns, text first. */
function partsOf(template: string | undefined): readonly string[] {
  if (template === undefined) throw new Error('a key of the table is a template');
  return template.split(/\$\{(\w+)\}/);
}

function fill(parts: readonly string[], facets: Facets): string | null {
  let text = '';
  for (const [i, part] of parts.entries()) {
    const value = i % 2 === 0 ? part : facets[part];
    if (typeof value !== 'string' || (value === '' && i % 2 === 1)) return null;
    text += value;
  }
  return text;
}

/** The attribute type of any JSON value `T`, unions of text and objects included (`CustomAttributeType` tears those apart). */
export function customType<T>() {
  return createCustomAttribute<T, Record<never, never>>({}).type;
}
