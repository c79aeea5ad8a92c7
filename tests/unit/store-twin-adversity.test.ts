import { describe, expect, it } from 'vitest';
import type { TransactItem } from '../../domain/store/port.ts';
import { createFaults, FAULT_KINDS, plannedFaults, withFaults } from '../support/faults.ts';
import { seededRandom } from '../support/random.ts';
import { createScheduler } from '../support/scheduler.ts';
import { createWorld } from '../support/store-world.ts';
import { increment } from '../support/test-use-cases.ts';
import { createTwin } from '../support/twin.ts';

const put = (sk: string, n = 1): TransactItem => ({
  kind: 'put',
  row: { pk: 'p', sk, n, schoolPk: 's', schoolSk: sk },
});
const reasonsOf = (error: { CancellationReasons?: { Code: string }[] }) =>
  error.CancellationReasons?.map(({ Code }) => Code);

/** A twin whose every call takes time, so that two of them overlap. */
function slowTwin() {
  const scheduler = createScheduler();
  return { scheduler, twin: createTwin({ now: scheduler.now, pause: () => scheduler.sleep(5) }) };
}

describe('what the twin shows and DynamoDB Local never does', () => {
  it('cancels one of two transactions that overlap on an item, and names the item', async () => {
    const { twin } = slowTwin();

    const outcomes = await Promise.allSettled([
      twin.transactWrite([put('a'), put('shared', 1)], 'first'),
      twin.transactWrite([put('b'), put('shared', 2)], 'second'),
    ]);

    const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(lost.map(({ reason }) => [reason.name, reasonsOf(reason)])).toEqual([
      ['TransactionCanceledException', ['None', 'TransactionConflict']],
    ]);
    expect(twin.rows()).toHaveLength(2);
    expect(twin.counts).toMatchObject({ committed: 1, conflicts: 1 });
  });

  it('can cancel both when each holds what the other wants', async () => {
    const { twin } = slowTwin();

    const outcomes = await Promise.allSettled([
      twin.transactWrite([put('a'), put('b')], 'first'),
      twin.transactWrite([put('b'), put('a')], 'second'),
    ]);

    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(twin.transactWrite([put('a'), put('b')], 'third')).resolves.toBeUndefined();
  });

  it('lets transactions that share nothing pass each other', async () => {
    const { twin } = slowTwin();

    await Promise.all([twin.transactWrite([put('a')], '1'), twin.transactWrite([put('b')], '2')]);

    expect(twin.counts).toMatchObject({ committed: 2, conflicts: 0 });
  });

  it('says that a transaction is still running when it is sent again meanwhile', async () => {
    const { twin } = slowTwin();

    const [first, second] = await Promise.allSettled([
      twin.transactWrite([put('a')], 'same'),
      twin.transactWrite([put('a')], 'same'),
    ]);

    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({ reason: { name: 'TransactionInProgressException' } });
  });

  it('forgets a token after ten minutes', async () => {
    const { scheduler, twin } = slowTwin();
    await twin.transactWrite([put('a')], 'same');
    await scheduler.sleep(10 * 60_000 - 50);
    await twin.transactWrite([put('a')], 'same');
    expect(twin.counts).toMatchObject({ committed: 1, repeated: 1 });

    await scheduler.sleep(100);
    await twin.transactWrite([put('a')], 'same');

    expect(twin.counts).toMatchObject({ committed: 2, repeated: 1 });
  });

  it('shows a batch of reads half of a commit, but never half of a row', async () => {
    const { scheduler, twin } = slowTwin();
    await twin.transactWrite([put('a', 1), put('b', 1)], 'before');
    const seen: unknown[] = [];

    const writing = twin.transactWrite([put('a', 2), put('b', 2)], 'after');
    for (let at = 0; at < 8; at++) {
      seen.push(
        (
          await twin.batchGet([
            { pk: 'p', sk: 'a' },
            { pk: 'p', sk: 'b' },
          ])
        )
          .map(({ n }) => n)
          .join(),
      );
      await scheduler.sleep(1);
    }
    await writing;

    expect(new Set(seen)).toEqual(new Set(['1,1', '1,2', '2,2']));
  });

  it('answers from an index that is behind, as long as it is told to', async () => {
    let behind = true;
    const twin = createTwin({ indexIsBehind: () => behind });
    const list = () =>
      twin.query({
        IndexName: 'bySchoolAndTime',
        KeyConditionExpression: 'schoolPk = :s',
        ExpressionAttributeValues: { ':s': 's' },
      });
    await twin.transactWrite([put('a')], '1');

    const before = await list();
    behind = false;
    const after = await list();

    expect([before.rows.length, after.rows.length]).toEqual([0, 1]);
  });

  it('takes the items as they were when they were sent', async () => {
    const { twin } = slowTwin();
    const items = [put('a', 1)];

    const writing = twin.transactWrite(items, '1');
    Object.assign((items[0] as Extract<TransactItem, { kind: 'put' }>).row, { n: 2 });
    await writing;

    expect(twin.rows()).toMatchObject([{ n: 1 }]);
  });
});

describe('a seed', () => {
  it('names a run: the same one interleaves, conflicts and ends the same way', async () => {
    const run = async (seed: number) => {
      const world = createWorld({ seed, rates: { conflict: 0.2, 'timeout-after': 0.1 } });
      const values = await Promise.all(Array.from({ length: 8 }, () => increment(world.context())));
      return JSON.stringify([
        values,
        world.twin.counts,
        world.faults.counts,
        world.scheduler.now(),
      ]);
    };

    const [first, again, other] = [await run(5), await run(5), await run(6)];

    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it('gives numbers that are spread evenly', () => {
    const random = seededRandom(1);
    const hits = [0, 0, 0, 0];
    for (let i = 0; i < 4_000; i++) {
      const at = random.int(4);
      hits[at] = (hits[at] ?? 0) + 1;
    }
    for (const count of hits) expect(count).toBeGreaterThan(900);
    expect(
      Array.from({ length: 4_000 }, () => random()).reduce((a, b) => a + b) / 4_000,
    ).toBeCloseTo(0.5, 1);
    expect(() => random.pick([])).toThrow(RangeError);
  });
});

describe('injected faults', () => {
  it('come as often as their rates say, and are counted', () => {
    const faults = createFaults(3, {
      conflict: 0.3,
      throttle: 0.1,
      'timeout-before': 0.05,
      'timeout-after': 0.05,
    });

    for (let i = 0; i < 10_000; i++) faults.next();

    expect(faults.asked()).toBe(10_000);
    expect(faults.counts.conflict / 10_000).toBeCloseTo(0.3, 1);
    expect(faults.counts.throttle / 10_000).toBeCloseTo(0.1, 1);
    expect(FAULT_KINDS.every((kind) => faults.counts[kind] > 300)).toBe(true);
  });

  it.each([
    ['conflict', 'TransactionCanceledException', 0],
    ['throttle', 'ThrottlingException', 0],
    ['timeout-before', 'Error', 0],
    ['timeout-after', 'Error', 1],
  ] as const)('of the kind %s fail with %s and leave %d rows', async (kind, name, rows) => {
    const twin = createTwin();
    const port = withFaults(twin, plannedFaults(kind));

    const error = await port.transactWrite([put('a')], '1').catch((failure: Error) => failure);

    expect((error as Error).name).toBe(name);
    expect(twin.rows()).toHaveLength(rows);
  });
});

describe('the scheduler', () => {
  it('wakes the earliest sleeper first, the first to lie down among equals, and takes no time', async () => {
    const scheduler = createScheduler();
    const woken: string[] = [];
    const sleep = (name: string, milliseconds: number) =>
      scheduler.sleep(milliseconds).then(() => woken.push(`${name}@${scheduler.now()}`));
    const started = performance.now();

    await Promise.all([
      sleep('a', 60_000),
      sleep('b', 5),
      sleep('c', 5).then(() => sleep('d', 5)),
      sleep('e', 10),
    ]);

    expect(woken).toEqual(['b@5', 'c@5', 'e@10', 'd@10', 'a@60000']);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
