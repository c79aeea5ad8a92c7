import { createCustomAttribute, type Entity, type EntityItem } from 'electrodb';

/**
 * What every entity of the table shares. Entities only build parameters and parse rows: they hold no
 * client, the door in `store.ts` sends. The table's name is filled in there, too.
 */
export const SERVICE = 'driving';
export const TABLE = { table: 'just-driving' };

// biome-ignore lint/suspicious/noExplicitAny: ElectroDB's own way to say "any entity"
export type AnyEntity = Entity<any, any, any, any>;
export type ItemOf<E extends AnyEntity> = EntityItem<E>;

/** The attribute type of any JSON value `T`, unions of text and objects included (`CustomAttributeType` tears those apart). */
export function customType<T>() {
  return createCustomAttribute<T, Record<never, never>>({}).type;
}
