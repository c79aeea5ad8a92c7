import type { AnyEntity, ItemOf } from './entity.ts';
import { PARTITION_KEY } from './names.ts';
import type { ConditionParams, Row, RowKey, TransactItem } from './port.ts';

/**
 * The four writes there are, each from an ElectroDB operation that carries its own condition.
 *
 * A write names what it believes: `create` that nothing is there, `replace` and `remove` the version
 * that was read. That condition, and no lock, is what keeps two writers apart; a lost race makes the
 * door run the decision again on what is there now.
 */
type Operation = { params(): unknown };
type Params = ConditionParams & { Item?: Row; Key?: RowKey };

const built = (operation: Operation): Params => operation.params() as Params;

function condition(params: ConditionParams): ConditionParams {
  return {
    ...(params.ConditionExpression && { ConditionExpression: params.ConditionExpression }),
    ...(params.ExpressionAttributeNames && {
      ExpressionAttributeNames: params.ExpressionAttributeNames,
    }),
    ...(params.ExpressionAttributeValues && {
      ExpressionAttributeValues: params.ExpressionAttributeValues,
    }),
  };
}

/** `entity.create(item)`: fails the transaction when the row exists. */
export function create(operation: Operation): TransactItem {
  const params = built(operation);
  if (!params.Item || !params.ConditionExpression)
    throw new Error('create needs entity.create(item)');
  return { kind: 'put', row: params.Item, ...condition(params) };
}

/**
 * Puts the whole row in place of the one read at `version`: `item.version` is already the next one.
 *
 *   reader A reads v3 ─ writes v4 if v3 ✓
 *   reader B reads v3 ─ writes v4 if v3 ✗  -> decides again on v4
 */
export function replace<E extends AnyEntity>(
  entity: E,
  item: ItemOf<E> & { version: number },
): TransactItem {
  const params = built(
    entity
      // biome-ignore lint/suspicious/noExplicitAny: the item is checked above; ElectroDB's overloads lose it here
      .put(item as any)
      // biome-ignore lint/suspicious/noExplicitAny: attribute names of a generic entity are unknown
      .where(({ version }: any, { eq }: any) => eq(version, item.version - 1)),
  );
  if (!params.Item) throw new Error('replace needs an item');
  return { kind: 'put', row: params.Item, ...condition(params) };
}

/** `entity.remove(key).where(...)`: deletes the row that was read, and nothing else. */
export function remove(operation: Operation): TransactItem {
  const params = built(operation);
  if (!params.Key || !params.ConditionExpression)
    throw new Error('remove needs entity.remove(key)');
  return { kind: 'delete', key: params.Key, ...condition(params) };
}

/** Writes nothing; the transaction holds only while the condition does. ElectroDB has no such call outside its own transactions, so it is built from `entity.remove(key).where(...)`. */
export function check(operation: Operation): TransactItem {
  return { ...remove(operation), kind: 'check' } as TransactItem;
}

/** Writes nothing; the transaction holds only while no such row exists. */
export function checkAbsent(operation: Operation): TransactItem {
  const { Key } = built(operation);
  if (!Key) throw new Error('checkAbsent needs entity.remove(key)');
  return {
    kind: 'check',
    key: Key,
    ConditionExpression: 'attribute_not_exists(#pk)',
    ExpressionAttributeNames: { '#pk': PARTITION_KEY },
  };
}
