import { beforeAll, describe, expect, it } from 'vitest';
import type { Row, TablePort, TransactItem } from '../../domain/store/port.ts';

/**
 * What the write door may rely on, whichever table is behind the port. The in-memory twin and
 * DynamoDB Local both pass it, so that what is proven on the twin holds of the table.
 */
export function portContract(name: string, createPort: () => Promise<TablePort>): void {
  describe(`the table port of ${name}`, () => {
    let port: TablePort;
    let partition = 0;
    beforeAll(async () => {
      port = await createPort();
    });

    const fresh = () => `p${++partition}`;
    let tokens = 0;
    const write = (...items: TransactItem[]) => port.transactWrite(items, `contract-token-${++tokens}`);
    const put = (pk: string, sk: string, more: Row = {}): TransactItem => ({
      kind: 'put',
      row: { pk, sk, ...more },
    });
    const absent = { ConditionExpression: 'attribute_not_exists(pk)' };
    const all = (pk: string) =>
      port.query({ KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } });
    const failure = (promise: Promise<unknown>) =>
      promise.then(
        () => expect.unreachable('it was accepted'),
        (error: Error & { CancellationReasons?: { Code?: string; Item?: Row }[] }) => error,
      );
    const codes = async (promise: Promise<unknown>) =>
      (await failure(promise)).CancellationReasons?.map(({ Code }) => Code);

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

        await write({ kind: 'delete', key: { pk, sk: 'a' } }, { kind: 'delete', key: { pk, sk: 'zz' } });

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
            { kind: 'check', key: { pk, sk: 'missing' }, ConditionExpression: 'attribute_exists(pk)' },
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
        expect(error.CancellationReasons?.[0]?.Item).toEqual({ pk, sk: 'a', n: 1, deep: { list: ['x'] } });
        expect(error.CancellationReasons?.[1]?.Item).toBeUndefined();
      });

      it('carries out the same items under the same token once', async () => {
        const pk = fresh();
        const items = [{ ...put(pk, 'a'), ...absent }];
        await port.transactWrite(items, 'same-token');

        await port.transactWrite(items, 'same-token');

        expect((await all(pk)).rows).toHaveLength(1);
      });

      it('refuses other items under a token already used', async () => {
        const pk = fresh();
        await port.transactWrite([put(pk, 'a')], 'reused-token');

        const error = await failure(port.transactWrite([put(pk, 'b')], 'reused-token'));

        expect(error.name).toBe('IdempotentParameterMismatchException');
      });

      it('carries out a cancelled transaction when it is sent again and holds by then', async () => {
        const pk = fresh();
        await write(put(pk, 'a'));
        const items = [{ ...put(pk, 'a', { n: 2 }), ...absent }];
        await failure(port.transactWrite(items, 'second-chance'));
        await write({ kind: 'delete', key: { pk, sk: 'a' } });

        await port.transactWrite(items, 'second-chance');

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

    describe('conditions', () => {
      const row = { n: 5, text: 'hello', tags: ['a', 'b'], deep: { state: 'open' }, blank: null };
      const values = {
        ':5': 5,
        ':4': 4,
        ':six': '6',
        ':hello': 'hello',
        ':he': 'he',
        ':a': 'a',
        ':open': 'open',
        ':null': null,
        ':6': 6,
      };

      it.each([
        ['n = :5', true],
        ['n <> :5', false],
        ['n <> :4', true],
        ['n < :5', false],
        ['n <= :5', true],
        ['n > :4', true],
        ['n >= :6', false],
        ['n < :six', false],
        ['n > :six', false],
        ['n BETWEEN :4 AND :5', true],
        ['n BETWEEN :6 AND :5', 'refused'],
        ['n IN (:4, :5)', true],
        ['n IN (:4, :6)', false],
        ['unset = :5', false],
        ['unset <> :5', true],
        ['unset < :5', false],
        ['NOT unset < :5', true],
        ['blank = :null', true],
        ['attribute_exists(blank)', true],
        ['attribute_exists(unset)', false],
        ['attribute_not_exists(unset)', true],
        ['begins_with(#text, :he)', true],
        ['begins_with(#text, :a)', false],
        ['contains(tags, :a)', true],
        ['contains(#text, :he)', true],
        ['contains(tags, :open)', false],
        ['deep.#state = :open', true],
        ['n = :4 OR n = :5 AND #text = :hello', true],
        ['(n = :4 OR n = :5) AND #text = :he', false],
        ['n = :5 OR n = :4 AND #text = :he', true],
        ['NOT n = :4 AND NOT (n = :6 OR #text = :he)', true],
        ['NOT (attribute_exists(n) AND n = :5)', false],
      ])('%s: %s', async (ConditionExpression, expected) => {
        const pk = fresh();
        await write(put(pk, 'a', row));
        const used = (text: string) => new RegExp(`${text}(?![\\w])`).test(ConditionExpression);
        const pick = (map: Row) => {
          const entries = Object.entries(map).filter(([key]) => used(key));
          return entries.length > 0 ? Object.fromEntries(entries) : undefined;
        };
        const names = pick({ '#text': 'text', '#state': 'state' }) as Record<string, string> | undefined;
        const picked = pick(values);

        const outcome = await write({
          kind: 'check',
          key: { pk, sk: 'a' },
          ConditionExpression,
          ...(names && { ExpressionAttributeNames: names }),
          ...(picked && { ExpressionAttributeValues: picked }),
        }).then(
          () => true,
          (error: Error) => (error.name === 'TransactionCanceledException' ? false : 'refused'),
        );

        expect(outcome).toBe(expected);
      });

      it.each([
        ['attribute_not_exists(pk)', true],
        ['attribute_exists(pk)', false],
        ['attribute_not_exists(pk) OR n <= :n', true],
        ['n = :n', false],
        ['n <> :n', true],
      ])('on a row that is not there, %s: %s', async (ConditionExpression, expected) => {
        const values = ConditionExpression.includes(':n') ? { ExpressionAttributeValues: { ':n': 1 } } : {};

        const outcome = await write({ ...put(fresh(), 'a'), ConditionExpression, ...values }).then(
          () => true,
          () => false,
        );

        expect(outcome).toBe(expected);
      });
    });

    describe('reads', () => {
      it('gets rows by their keys and leaves out those that do not exist', async () => {
        const pk = fresh();
        await write(put(pk, 'a', { n: 1 }), put(pk, 'b', { n: 2 }));

        const rows = await port.batchGet([
          { pk, sk: 'b' },
          { pk, sk: 'none' },
          { pk: fresh(), sk: 'a' },
        ]);

        expect(rows).toEqual([{ pk, sk: 'b', n: 2 }]);
      });

      it('refuses a batch with the same key twice', async () => {
        const key = { pk: fresh(), sk: 'a' };

        const error = await failure(port.batchGet([key, key]));

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
        await write(put(pk, 'b'), put(pk, 'a#2'), put(pk, 'a'), put(pk, 'Z'), put(pk, 'å'), put(pk, '{a'));
        const query = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } };

        const up = await port.query(query);
        const down = await port.query({ ...query, ScanIndexForward: false });

        expect(sks(up.rows)).toEqual(['Z', 'a', 'a#2', 'b', '{a', 'å']);
        expect(sks(down.rows)).toEqual(['å', '{a', 'b', 'a#2', 'a', 'Z']);
      });

      it('follows pages to every row once, in order', async () => {
        const pk = await seed(10);
        const seen: unknown[] = [];
        let ExclusiveStartKey: Row | undefined;

        do {
          const page = await port.query({
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': pk },
            Limit: 3,
            ...(ExclusiveStartKey && { ExclusiveStartKey }),
          });
          expect(page.rows.length).toBeLessThanOrEqual(3);
          seen.push(...sks(page.rows));
          ExclusiveStartKey = page.lastKey;
        } while (ExclusiveStartKey);

        expect(seen).toEqual(Array.from({ length: 10 }, (_, i) => `led#${String(i).padStart(3, '0')}`));
      });

      it('goes on backwards from the key of a page', async () => {
        const pk = await seed(5);
        const query = {
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': pk },
          ScanIndexForward: false,
          Limit: 2,
        };

        const first = await port.query(query);
        const second = await port.query({ ...query, ExclusiveStartKey: first.lastKey as Row });

        expect(sks([...first.rows, ...second.rows])).toEqual(['led#004', 'led#003', 'led#002', 'led#001']);
      });

      it('counts the limit before the filter', async () => {
        const pk = await seed(6);

        const page = await port.query({
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

        const page = await port.query({
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
        const error = await failure(port.query({ KeyConditionExpression, ExpressionAttributeValues }));

        expect(error.name).toBe('ValidationException');
      });
    });

    describe('indexes', () => {
      const list = (pk: string, more: Row = {}) =>
        port.query({
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
          ...Array.from({ length: 7 }, () => put(fresh(), 'a', { schoolPk: school, schoolSk: 'same' })),
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

        const { rows } = await port.query({
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
          port.query({ ...params, IndexName: 'bySchoolAndTime', ConsistentRead: true }),
        );
        const unknown = await failure(port.query({ ...params, IndexName: 'noSuchIndex' }));

        expect([consistent.name, unknown.name]).toEqual(['ValidationException', 'ValidationException']);
      });
    });
  });
}
