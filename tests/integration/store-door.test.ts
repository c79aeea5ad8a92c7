import { beforeAll, describe, expect, it } from 'vitest';
import { createDynamoPort } from '../../domain/store/dynamo-port.ts';
import { createStore } from '../../domain/store/store.ts';
import { scanTable } from '../support/auditor.ts';
import { createTestTable, type TestTable } from '../support/dynamo.ts';
import { createFaults, injectFaults, plannedFaults } from '../support/faults.ts';
import { idempotencyScope, testContext } from '../support/store-world.ts';
import { increment, writeNote } from '../support/test-use-cases.ts';

let table: TestTable;
beforeAll(async () => {
  table = await createTestTable('storedoor');
});

/** A store over a client of its own, with bad luck in it. */
function unlucky(faults = plannedFaults()) {
  const client = table.another();
  injectFaults(client, faults);
  const store = createStore({ port: createDynamoPort(client, table.tableName) });
  return { faults, store, context: (more = {}) => testContext(store, more) };
}

const rows = async (pk: string) =>
  (await scanTable(table.client, table.tableName)).filter((row) => row.pk === pk);
const eventsAbout = async (id: string) =>
  (await scanTable(table.client, table.tableName)).filter(
    (row) => (row.event as { subject?: { id: string } })?.subject?.id === id,
  );

describe('the write door on a real table', () => {
  it('commits the change, its event and the idempotency record, and replays them', async () => {
    const { context } = unlucky();
    const idempotency = idempotencyScope({ keyHash: 'plain' });

    const first = await writeNote(context({ idempotency }), 'plain', 'text');
    const second = await writeNote(context({ idempotency }), 'plain', 'text');

    expect(second).toEqual(first);
    expect(await eventsAbout('plain')).toHaveLength(1);
  });

  it('commits once when replies are lost after the commit', async () => {
    const { context, faults } = unlucky(
      plannedFaults('timeout-after', 'timeout-before', 'timeout-after'),
    );

    const value = await increment(context(), 'lostReply');

    expect(value).toBe(1);
    expect(await rows('test#lostReply')).toMatchObject([{ value: 1 }]);
    expect(await eventsAbout('lostReply')).toHaveLength(1);
    expect(faults.counts).toMatchObject({ 'timeout-after': 2, 'timeout-before': 1 });
  });

  it('does not commit again when a throttle follows a lost reply', async () => {
    const { context } = unlucky(plannedFaults('timeout-after', 'throttle', 'conflict'));

    const value = await increment(context(), 'throttledResend');

    expect(value).toBe(1);
    expect(await rows('test#throttledResend')).toMatchObject([{ value: 1 }]);
  });

  it('counts to exactly twelve with twelve clients at once under every kind of fault', async () => {
    const faults = createFaults(7, {
      conflict: 0.2,
      throttle: 0.1,
      'timeout-before': 0.1,
      'timeout-after': 0.2,
    });
    const { context } = unlucky(faults);

    const values = await Promise.all(
      Array.from({ length: 12 }, () => increment(context(), 'racing')),
    );

    expect(values.sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    expect(await rows('test#racing')).toMatchObject([{ value: 12 }]);
    expect(await eventsAbout('racing')).toHaveLength(12);
    expect(faults.counts.conflict + faults.counts['timeout-after']).toBeGreaterThan(3);
  });

  it('gives twins at the same moment one answer, read from the failed condition', async () => {
    const { context } = unlucky();
    const idempotency = idempotencyScope({ keyHash: 'twins' });

    const answers = await Promise.all(
      Array.from({ length: 4 }, () => increment(context({ idempotency }), 'twins')),
    );

    expect(answers).toEqual([1, 1, 1, 1]);
    expect(await rows('test#twins')).toMatchObject([{ value: 1 }]);
  });

  it('takes over an expired idempotency record', async () => {
    const { context } = unlucky();
    const idempotency = idempotencyScope({ keyHash: 'expired' });
    await increment(context({ idempotency, now: () => '2026-11-23T08:00:00.000Z' }), 'expired');

    const value = await increment(
      context({ idempotency, now: () => '2026-11-24T08:00:00.000Z' }),
      'expired',
    );

    expect(value).toBe(2);
  });
});
