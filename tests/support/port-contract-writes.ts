import { describe, expect, it } from 'vitest';
import type { TransactItem } from '../../domain/store/port.ts';
import type { Bench } from './port-bench.ts';

/** Transactions: all or nothing, once per token, and what is refused. */
export function writesContract({
  absent,
  all,
  codes,
  failure,
  fresh,
  port,
  put,
  write,
}: Bench): void {
  describe('writes', () => {
    it('puts rows that come back as they were, without what is undefined', async () => {
      const pk = fresh();
      const row = {
        n: 1.5,
        text: 'æøå 😀',
        flag: true,
        none: null,
        list: [1, { a: 'b' }],
        gone: undefined,
        map: { x: undefined, y: 2 },
      };

      await write(put(pk, 'a', row));

      const { gone: _, ...kept } = row;
      expect((await all(pk)).rows).toEqual([{ pk, sk: 'a', ...kept, map: { y: 2 } }]);
      expect((await all(pk)).rows[0]).not.toHaveProperty('gone');
    });

    it('hands out copies: changing a row that was read changes nothing', async () => {
      const pk = fresh();
      await write(put(pk, 'a', { list: [1] }));

      ((await all(pk)).rows[0] as { list: number[] }).list.push(2);

      expect((await all(pk)).rows[0]).toMatchObject({ list: [1] });
    });

    it('replaces a row as a whole', async () => {
      const pk = fresh();
      await write(put(pk, 'a', { first: 1 }));

      await write(put(pk, 'a', { second: 2 }));

      expect((await all(pk)).rows).toEqual([{ pk, sk: 'a', second: 2 }]);
    });

    it('deletes a row, and takes the deletion of nothing for done', async () => {
      const pk = fresh();
      await write(put(pk, 'a'), put(pk, 'b'));

      await write(
        { kind: 'delete', key: { pk, sk: 'a' } },
        { kind: 'delete', key: { pk, sk: 'zz' } },
      );

      expect((await all(pk)).rows).toEqual([{ pk, sk: 'b' }]);
    });

    it('writes nothing for a check that holds', async () => {
      const pk = fresh();

      await write({ kind: 'check', key: { pk, sk: 'a' }, ...absent }, put(pk, 'b'));

      expect((await all(pk)).rows).toEqual([{ pk, sk: 'b' }]);
    });

    it('writes all or nothing, and says of each item why', async () => {
      const pk = fresh();
      await write(put(pk, 'taken'));

      const reasons = await codes(
        write(
          put(pk, 'new'),
          { ...put(pk, 'taken'), ...absent },
          {
            kind: 'check',
            key: { pk, sk: 'missing' },
            ConditionExpression: 'attribute_exists(pk)',
          },
        ),
      );

      expect(reasons).toEqual(['None', 'ConditionalCheckFailed', 'ConditionalCheckFailed']);
      expect((await all(pk)).rows).toEqual([{ pk, sk: 'taken' }]);
    });

    it('returns the row a failed put met as plain values, and only to the put that asked', async () => {
      const pk = fresh();
      await write(put(pk, 'a', { n: 1, deep: { list: ['x'] } }), put(pk, 'b'));

      const error = await failure(
        write({ ...put(pk, 'a'), ...absent, returnExisting: true } as TransactItem, {
          ...put(pk, 'b'),
          ...absent,
        }),
      );

      expect(error.name).toBe('TransactionCanceledException');
      expect(error.CancellationReasons?.[0]?.Item).toEqual({
        pk,
        sk: 'a',
        n: 1,
        deep: { list: ['x'] },
      });
      expect(error.CancellationReasons?.[1]?.Item).toBeUndefined();
    });

    it('carries out the same items under the same token once', async () => {
      const pk = fresh();
      const items = [{ ...put(pk, 'a'), ...absent }];
      await port().transactWrite(items, 'same-token');

      await port().transactWrite(items, 'same-token');

      expect((await all(pk)).rows).toHaveLength(1);
    });

    it('refuses other items under a token already used', async () => {
      const pk = fresh();
      await port().transactWrite([put(pk, 'a')], 'reused-token');

      const error = await failure(port().transactWrite([put(pk, 'b')], 'reused-token'));

      expect(error.name).toBe('IdempotentParameterMismatchException');
    });

    it('carries out a cancelled transaction when it is sent again and holds by then', async () => {
      const pk = fresh();
      await write(put(pk, 'a'));
      const items = [{ ...put(pk, 'a', { n: 2 }), ...absent }];
      await failure(port().transactWrite(items, 'second-chance'));
      await write({ kind: 'delete', key: { pk, sk: 'a' } });

      await port().transactWrite(items, 'second-chance');

      expect((await all(pk)).rows).toEqual([{ pk, sk: 'a', n: 2 }]);
    });

    it('takes a hundred items', async () => {
      const pk = fresh();

      await write(...Array.from({ length: 100 }, (_, i) => put(pk, `row${i}`)));

      expect((await all(pk)).rows).toHaveLength(100);
    });

    it.each<[string, (pk: string) => TransactItem[]]>([
      ['no items', () => []],
      ['101 items', (pk) => Array.from({ length: 101 }, (_, i) => put(pk, `row${i}`))],
      ['two items of one key', (pk) => [put(pk, 'a'), { kind: 'delete', key: { pk, sk: 'a' } }]],
      ['an empty partition key', () => [put('', 'a')]],
      ['an empty sort key', (pk) => [put(pk, '')]],
      ['a missing sort key', (pk) => [{ kind: 'put', row: { pk } }]],
      ['a key that is a number', (pk) => [{ kind: 'put', row: { pk, sk: 3 } }]],
      ['an index key that is a number', (pk) => [put(pk, 'a', { schoolPk: 3, schoolSk: 'x' })]],
      ['an empty index key', (pk) => [put(pk, 'a', { schoolPk: 'x', schoolSk: '' })]],
      ['a row over 400 KB', (pk) => [put(pk, 'a', { text: 'x'.repeat(400 * 1024) })]],
      [
        'a value that no expression uses',
        (pk) => [{ ...put(pk, 'a'), ...absent, ExpressionAttributeValues: { ':unused': 1 } }],
      ],
      [
        'a name that no expression uses',
        (pk) => [{ ...put(pk, 'a'), ...absent, ExpressionAttributeNames: { '#unused': 'a' } }],
      ],
      ['empty names', (pk) => [{ ...put(pk, 'a'), ...absent, ExpressionAttributeNames: {} }]],
      [
        'an expression with a missing value',
        (pk) => [{ ...put(pk, 'a'), ConditionExpression: 'pk = :missing' }],
      ],
      [
        'an expression that does not read',
        (pk) => [{ ...put(pk, 'a'), ConditionExpression: 'attribute_exists(pk) AND' }],
      ],
    ])('refuses %s, and writes nothing', async (_, items) => {
      const pk = fresh();

      const error = await failure(write(...items(pk)));

      expect(error.name).toMatch(/^(ValidationException|TransactionCanceledException)$/);
      expect((await all(pk)).rows).toEqual([]);
    });

    it('refuses values that no table holds', async () => {
      const pk = fresh();

      await failure(write(put(pk, 'a', { n: Number.NaN })));

      expect((await all(pk)).rows).toEqual([]);
    });
  });
}
