import { describe, expect, it } from 'vitest';
import type { Row } from '../../domain/store/port.ts';
import type { Bench } from './port-bench.ts';

/** Gets, queries, their pages, and the indexes. */
export function readsContract({ failure, fresh, port, put, write, all }: Bench): void {
  describe('reads', () => {
    it('gets rows by their keys and leaves out those that do not exist', async () => {
      const pk = fresh();
      await write(put(pk, 'a', { n: 1 }), put(pk, 'b', { n: 2 }));

      const rows = await port().batchGet([
        { pk, sk: 'b' },
        { pk, sk: 'none' },
        { pk: fresh(), sk: 'a' },
      ]);

      expect(rows).toEqual([{ pk, sk: 'b', n: 2 }]);
    });

    it('refuses a batch with the same key twice', async () => {
      const key = { pk: fresh(), sk: 'a' };

      const error = await failure(port().batchGet([key, key]));

      expect(error.name).toBe('ValidationException');
    });

    const seed = async (count: number) => {
      const pk = fresh();
      await write(
        ...Array.from({ length: count }, (_, i) =>
          put(pk, `led#${String(i).padStart(3, '0')}`, { even: i % 2 === 0 }),
        ),
      );
      return pk;
    };
    const sks = (rows: Row[]) => rows.map(({ sk }) => sk);

    it('orders by the bytes of the sort key, either way', async () => {
      const pk = fresh();
      await write(
        put(pk, 'b'),
        put(pk, 'a#2'),
        put(pk, 'a'),
        put(pk, 'Z'),
        put(pk, 'å'),
        put(pk, '{a'),
      );
      const query = {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
      };

      const up = await port().query(query);
      const down = await port().query({ ...query, ScanIndexForward: false });

      expect(sks(up.rows)).toEqual(['Z', 'a', 'a#2', 'b', '{a', 'å']);
      expect(sks(down.rows)).toEqual(['å', '{a', 'b', 'a#2', 'a', 'Z']);
    });

    it('follows pages to every row once, in order', async () => {
      const pk = await seed(10);
      const seen: unknown[] = [];
      let ExclusiveStartKey: Row | undefined;

      do {
        const page = await port().query({
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': pk },
          Limit: 3,
          ...(ExclusiveStartKey && { ExclusiveStartKey }),
        });
        expect(page.rows.length).toBeLessThanOrEqual(3);
        seen.push(...sks(page.rows));
        ExclusiveStartKey = page.lastKey;
      } while (ExclusiveStartKey);

      expect(seen).toEqual(
        Array.from({ length: 10 }, (_, i) => `led#${String(i).padStart(3, '0')}`),
      );
    });

    it('goes on backwards from the key of a page', async () => {
      const pk = await seed(5);
      const query = {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ScanIndexForward: false,
        Limit: 2,
      };

      const first = await port().query(query);
      const second = await port().query({ ...query, ExclusiveStartKey: first.lastKey as Row });

      expect(sks([...first.rows, ...second.rows])).toEqual([
        'led#004',
        'led#003',
        'led#002',
        'led#001',
      ]);
    });

    it('counts the limit before the filter', async () => {
      const pk = await seed(6);

      const page = await port().query({
        KeyConditionExpression: 'pk = :pk',
        FilterExpression: 'even = :true',
        ExpressionAttributeValues: { ':pk': pk, ':true': true },
        Limit: 3,
      });

      expect(sks(page.rows)).toEqual(['led#000', 'led#002']);
      expect(page.lastKey).toEqual({ pk, sk: 'led#002' });
    });

    it('gives no more than about a megabyte in one page', async () => {
      const pk = fresh();
      for (let i = 0; i < 4; i++) await write(put(pk, `row${i}`, { text: 'x'.repeat(390_000) }));

      const page = await all(pk);

      expect(page.rows.length).toBeLessThan(4);
      expect(page.lastKey).toBeDefined();
    });

    it.each([
      ['begins_with(sk, :a)', { ':a': 'led#00' }, 10],
      ['sk = :a', { ':a': 'led#004' }, 1],
      ['sk < :a', { ':a': 'led#004' }, 4],
      ['sk <= :a', { ':a': 'led#004' }, 5],
      ['sk > :a', { ':a': 'led#004' }, 7],
      ['sk >= :a', { ':a': 'led#004' }, 8],
      ['sk BETWEEN :a AND :b', { ':a': 'led#003', ':b': 'led#005' }, 3],
    ])('narrows by %s', async (condition, values, expected) => {
      const pk = await seed(12);

      const page = await port().query({
        KeyConditionExpression: `#pk = :pk and ${condition}`,
        ExpressionAttributeNames: { '#pk': 'pk' },
        ExpressionAttributeValues: { ':pk': pk, ...values },
      });

      expect(page.rows).toHaveLength(expected);
    });

    it.each([
      ['no partition', 'sk = :a', { ':a': 'x' }],
      ['a range of partitions', 'begins_with(pk, :a)', { ':a': 'x' }],
      ['an attribute that is no key', 'pk = :a AND n = :a', { ':a': 'x' }],
      ['an empty partition key', 'pk = :a', { ':a': '' }],
    ])('refuses a query with %s', async (_, KeyConditionExpression, ExpressionAttributeValues) => {
      const error = await failure(
        port().query({ KeyConditionExpression, ExpressionAttributeValues }),
      );

      expect(error.name).toBe('ValidationException');
    });
  });

  describe('indexes', () => {
    const list = (pk: string, more: Row = {}) =>
      port().query({
        IndexName: 'bySchoolAndTime',
        KeyConditionExpression: 'schoolPk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ...more,
      });

    it('list only rows that carry both keys, in the order of the index', async () => {
      const school = fresh();
      await write(
        put(fresh(), 'a', { schoolPk: school, schoolSk: '2' }),
        put(fresh(), 'b', { schoolPk: school, schoolSk: '1', name: 'whole' }),
        put(fresh(), 'c', { schoolPk: school }),
        put(fresh(), 'd'),
      );

      const { rows } = await list(school);

      expect(rows.map(({ sk }) => sk)).toEqual(['b', 'a']);
      expect(rows[0]).toMatchObject({ name: 'whole' });
    });

    it('follow a row that moves, and forget one that leaves', async () => {
      const [pk, school, other] = [fresh(), fresh(), fresh()];
      await write(
        put(pk, 'a', { schoolPk: school, schoolSk: '1' }),
        put(pk, 'b', { schoolPk: school, schoolSk: '2' }),
      );

      await write(put(pk, 'a', { schoolPk: other, schoolSk: '1' }), put(pk, 'b'));

      expect((await list(school)).rows).toEqual([]);
      expect((await list(other)).rows).toHaveLength(1);
    });

    it('page over rows of one sort key without losing any', async () => {
      const school = fresh();
      await write(
        ...Array.from({ length: 7 }, () =>
          put(fresh(), 'a', { schoolPk: school, schoolSk: 'same' }),
        ),
      );
      const seen = new Set<unknown>();
      let after: Row | undefined;

      do {
        const page = await list(school, { Limit: 2, ...(after && { ExclusiveStartKey: after }) });
        for (const { pk } of page.rows) seen.add(pk);
        after = page.lastKey;
      } while (after);

      expect(seen.size).toBe(7);
    });

    it('give only the keys where only keys are projected', async () => {
      const [pk, due] = [fresh(), fresh()];
      await write(put(pk, 'a', { duePk: due, dueSk: '1', name: 'hidden' }));

      const { rows } = await port().query({
        IndexName: 'byDue',
        KeyConditionExpression: 'duePk = :due AND dueSk <= :now',
        ExpressionAttributeValues: { ':due': due, ':now': '1' },
      });

      expect(rows).toEqual([{ pk, sk: 'a', duePk: due, dueSk: '1' }]);
    });

    it('refuse consistent reads, and are known by name', async () => {
      const params = {
        KeyConditionExpression: 'schoolPk = :pk',
        ExpressionAttributeValues: { ':pk': 'x' },
      };

      const consistent = await failure(
        port().query({ ...params, IndexName: 'bySchoolAndTime', ConsistentRead: true }),
      );
      const unknown = await failure(port().query({ ...params, IndexName: 'noSuchIndex' }));

      expect([consistent.name, unknown.name]).toEqual([
        'ValidationException',
        'ValidationException',
      ]);
    });
  });
}
