import { type AnyEntity, type ItemOf, isOf, itemOf } from './entity.ts';
import { PARTITION_KEY, SORT_KEY } from './names.ts';
import type { QueryParams, Row, RowKey, TablePort } from './port.ts';

/**
 * The one way to read. Gets are strongly consistent; a query says by its name whether it wants one
 * page or everything, since a silent first page has been taken for the whole before.
 */
type KeyOperation = { params(): unknown };
type QueryOperation = { params(): unknown };

export type Page<Item> = { items: Item[]; lastKey?: Row };
export type PageOptions = { limit: number; after?: Row; descending?: boolean };

export type Reader = {
  /** One row by its key, or null. */
  get<E extends AnyEntity>(entity: E, operation: KeyOperation): Promise<ItemOf<E> | null>;
  /** Rows of any kinds by their keys, in one consistent request; in the order asked, null where absent. */
  getAll<const Asked extends readonly (readonly [AnyEntity, KeyOperation])[]>(
    ...asked: Asked
  ): Promise<{ -readonly [I in keyof Asked]: ItemOf<Asked[I][0]> | null }>;
  /**
   * All rows of one partition in one consistent Query, sorted out by kind: a school's configuration.
   * With `begins`, those whose sort keys begin so: what a student has learnt.
   */
  partition<const E extends readonly AnyEntity[]>(
    of: string | { pk: string; begins: string },
    ...entities: E
  ): Promise<{ -readonly [I in keyof E]: ItemOf<E[I]>[] }>;
  /** Every item of a query, following the pages. Only for what is known to be short. */
  all<E extends AnyEntity>(entity: E, operation: QueryOperation): Promise<ItemOf<E>[]>;
  /** One page of a query, on purpose. `lastKey` is there while more may follow. */
  page<E extends AnyEntity>(
    entity: E,
    operation: QueryOperation,
    options: PageOptions,
  ): Promise<Page<ItemOf<E>>>;
  /** One page of keys alone, the index's among them, of rows of any kind: all that an index of keys can tell. */
  pageOfKeys(params: QueryParams, options: PageOptions): Promise<Page<Row>>;
};

const BATCH = 100;

export function createReader(port: TablePort): Reader {
  const rows = createBatcher(port);

  async function page<E extends AnyEntity>(
    entity: E,
    operation: QueryOperation,
    options: PageOptions,
  ) {
    const { rows: found, lastKey } = await port.query({
      ...queryParams(operation),
      Limit: options.limit,
      ...(options.after && { ExclusiveStartKey: options.after }),
      ...(options.descending && { ScanIndexForward: false }),
    });
    return { items: found.map((row) => itemOf(entity, row)), ...(lastKey && { lastKey }) };
  }

  return {
    async get(entity, operation) {
      const key = keyOf(operation);
      const row = (await rows([key])).get(keyText(key));
      return row ? itemOf(entity, row) : null;
    },
    async getAll(...asked) {
      const keys = asked.map(([, operation]) => keyOf(operation));
      const found = await rows(keys);
      return asked.map(([entity], i) => {
        const row = found.get(keyText(keys[i] as RowKey));
        return row ? itemOf(entity, row) : null;
      }) as never;
    },
    async partition(of, ...entities) {
      const found: Row[] = [];
      let after: Row | undefined;
      do {
        const { rows: next, lastKey } = await port.query({
          ...(typeof of === 'string' ? wholePartition(of) : partOfPartition(of)),
          ...(after && { ExclusiveStartKey: after }),
        });
        found.push(...next);
        after = lastKey;
      } while (after);
      return entities.map((entity) =>
        found.filter((row) => isOf(entity, row)).map((row) => itemOf(entity, row)),
      ) as never;
    },
    async all<E extends AnyEntity>(entity: E, operation: QueryOperation) {
      const items: ItemOf<E>[] = [];
      let after: Row | undefined;
      do {
        const next: Page<ItemOf<E>> = await page(entity, operation, {
          limit: 1_000,
          ...(after && { after }),
        });
        items.push(...next.items);
        after = next.lastKey;
      } while (after);
      return items;
    },
    page,
    async pageOfKeys(params, options) {
      const { rows: found, lastKey } = await port.query({
        ...params,
        Limit: options.limit,
        ...(options.after && { ExclusiveStartKey: options.after }),
      });
      return { items: found, ...(lastKey && { lastKey }) };
    },
  };
}

/**
 * Reads by key; what is asked for in one go, as by `Promise.all`, shares its requests.
 *
 *   Promise.all([get(school), get(person), getAll(settings, school)])  ->  one BatchGetItem, 3 keys
 */
function createBatcher(port: TablePort) {
  let next: { keys: Map<string, RowKey>; found: Promise<Map<string, Row>> } | undefined;

  async function read(keys: ReadonlyMap<string, RowKey>): Promise<Map<string, Row>> {
    // After every promise that is settled by now: whoever awaited the same thing still joins.
    await new Promise((go) => process.nextTick(go));
    next = undefined;
    const all = [...keys.values()];
    const found = new Map<string, Row>();
    for (let from = 0; from < all.length; from += BATCH) {
      for (const row of await port.batchGet(all.slice(from, from + BATCH))) {
        found.set(keyText(row as RowKey), row);
      }
    }
    return found;
  }

  return (keys: readonly RowKey[]): Promise<Map<string, Row>> => {
    if (!next) {
      const asked = new Map<string, RowKey>();
      next = { keys: asked, found: read(asked) };
    }
    for (const key of keys) next.keys.set(keyText(key), key);
    return next.found;
  };
}

function wholePartition(pk: string): QueryParams {
  return {
    KeyConditionExpression: '#pk = :pk',
    ExpressionAttributeNames: { '#pk': PARTITION_KEY },
    ExpressionAttributeValues: { ':pk': pk },
  };
}

function partOfPartition({ pk, begins }: { pk: string; begins: string }): QueryParams {
  return {
    KeyConditionExpression: '#pk = :pk AND begins_with(#sk, :begins)',
    ExpressionAttributeNames: { '#pk': PARTITION_KEY, '#sk': SORT_KEY },
    ExpressionAttributeValues: { ':pk': pk, ':begins': begins },
  };
}

function keyOf(operation: KeyOperation): RowKey {
  return (operation.params() as { Key: RowKey }).Key;
}

function keyText({ pk, sk }: RowKey): string {
  return `${pk}\0${sk}`;
}

function queryParams(operation: QueryOperation): QueryParams {
  const { TableName: _, ...params } = operation.params() as QueryParams & { TableName: string };
  return params;
}
