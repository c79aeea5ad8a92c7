import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TablePort } from '../../domain/store/port.ts';
import { createStore } from '../../domain/store/store.ts';
import { create, replace } from '../../domain/store/write.ts';
import { type FaultKind, plannedFaults } from '../support/faults.ts';
import { TEST_SEED } from '../support/random.ts';
import { createWorld, testContext } from '../support/store-world.ts';
import { counterEntity, noteEntity } from '../support/test-entities.ts';
import { increment, writeNote } from '../support/test-use-cases.ts';
import { serviceError } from '../support/twin.ts';

const many = <T>(count: number, run: (i: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, i) => run(i)));

describe('a lost race', () => {
  it('decides again on what is there now', async () => {
    const world = createWorld();
    await increment(world.context());
    const seen: number[] = [];

    await world.store.transact(world.context(), async () => {
      const current = await world.store.get(counterEntity, counterEntity.get({ name: 'shared' }));
      if (!current) throw new Error('the counter is gone');
      seen.push(current.value);
      // Somebody else is faster, once: between our read and our write.
      if (seen.length === 1) await increment(world.context());
      const next = { name: 'shared', value: current.value + 10, version: current.version + 1 };
      return { writes: [replace(counterEntity, next)], result: null };
    });

    expect(seen).toEqual([1, 2]);
    expect(world.rowsOf('testCounter')).toMatchObject([{ value: 12, version: 3 }]);
  });

  it('ends in a refusal when the fresh reads say so', async () => {
    const world = createWorld();

    const outcomes = await Promise.allSettled([
      writeNote(world.context(), 'a', 'first'),
      writeNote(world.context(), 'a', 'second'),
    ]);

    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toMatchObject([{ reason: { code: 'already_exists' } }]);
    expect(world.rowsOf('testNote')).toHaveLength(1);
    expect(world.rowsOf('outbox')).toHaveLength(1);
  });

  it('counts to exactly fifty with fifty clients at once, whatever the seed and the luck', async () => {
    const met = { conflicts: 0, injected: 0 };
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 }), async (seed) => {
        const world = createWorld({ seed, rates: { conflict: 0.3 } });

        const outcomes = await many(50, () =>
          increment(world.context()).then(
            (value) => value,
            (error: { code?: string }) => error.code,
          ),
        );

        expect([...outcomes].sort((a, b) => Number(a) - Number(b))).toEqual(
          Array.from({ length: 50 }, (_, i) => i + 1),
        );
        expect(world.rowsOf('testCounter')).toMatchObject([{ value: 50, version: 50 }]);
        expect(world.rowsOf('outbox')).toHaveLength(50);
        met.conflicts += world.twin.counts.conflicts;
        met.injected += world.faults.counts.conflict;
      }),
      { numRuns: 20, seed: TEST_SEED },
    );
    // Not blind: transactions really met on the row, and conflicts were really injected.
    expect(met.conflicts).toBeGreaterThan(100);
    expect(met.injected).toBeGreaterThan(100);
  });

  it('never counts too much or too little under every kind of fault at once', async () => {
    const injected: Record<FaultKind, number> = {
      conflict: 0,
      throttle: 0,
      'timeout-before': 0,
      'timeout-after': 0,
    };
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 2 ** 31 }),
        fc.integer({ min: 1, max: 8 }),
        async (seed, clients) => {
          const rates = {
            conflict: 0.1,
            throttle: 0.1,
            'timeout-before': 0.1,
            'timeout-after': 0.2,
          };
          const world = createWorld({ seed, rates });

          const results = await many(clients, () => increment(world.context()));

          expect([...results].sort((a, b) => a - b)).toEqual(
            Array.from({ length: clients }, (_, i) => i + 1),
          );
          expect(world.rowsOf('testCounter')).toMatchObject([{ value: clients }]);
          expect(world.rowsOf('outbox')).toHaveLength(clients);
          for (const kind of Object.keys(injected) as FaultKind[])
            injected[kind] += world.faults.counts[kind];
        },
      ),
      { numRuns: 200, seed: TEST_SEED },
    );
    for (const count of Object.values(injected)) expect(count).toBeGreaterThan(50);
  });

  it('answers busy, with when to try again, once six seconds are over', async () => {
    const world = createWorld({ rates: { conflict: 1 } });

    const outcome = increment(world.context());

    await expect(outcome).rejects.toMatchObject({ code: 'busy', details: { retryAfter: 1 } });
    expect(world.scheduler.now()).toBeGreaterThan(6_000);
    expect(world.scheduler.now()).toBeLessThan(7_100);
    expect(world.faults.counts.conflict).toBeGreaterThan(10);
    expect(world.twin.rows()).toEqual([]);
  });

  it('waits with full jitter: up to 25 ms at first, doubling, never more than a second', async () => {
    const waits: number[] = [];
    const port: TablePort = {
      ...createWorld().twin,
      transactWrite: async () => {
        throw serviceError('TransactionCanceledException', {
          CancellationReasons: [{ Code: 'TransactionConflict' }],
        });
      },
    };
    let now = 0;
    const store = createStore({
      port,
      random: () => 1,
      monotonic: () => now,
      sleep: async (milliseconds) => {
        waits.push(milliseconds);
        now += milliseconds;
      },
    });

    await expect(
      store.transact(testContext(store), () => ({
        writes: [create(noteEntity.create({ book: 'b', noteId: 'n', text: '' }))],
        result: null,
      })),
    ).rejects.toThrow();

    expect(waits.slice(0, 8)).toEqual([25, 50, 100, 200, 400, 800, 1_000, 1_000]);
  });
});

describe('a lost reply', () => {
  it('is resent as the same transaction, which commits once', async () => {
    const sent: [string, string][] = [];
    const world = createWorld({
      faults: plannedFaults('timeout-after', 'timeout-before', 'timeout-after'),
      around: (port) => ({
        ...port,
        transactWrite: (items, token) => {
          sent.push([token, JSON.stringify(items)]);
          return port.transactWrite(items, token);
        },
      }),
    });

    const value = await increment(world.context());

    expect(value).toBe(1);
    expect(sent).toHaveLength(4);
    expect(new Set(sent.map(([token]) => token)).size).toBe(1);
    expect(new Set(sent.map(([, bytes]) => bytes)).size).toBe(1);
    expect(world.rowsOf('testCounter')).toMatchObject([{ value: 1 }]);
    expect(world.rowsOf('outbox')).toHaveLength(1);
    expect(world.twin.counts).toMatchObject({ committed: 1, repeated: 2 });
  });

  it.each<FaultKind>(['throttle', 'conflict'])(
    'stays in doubt when the resend meets a %s: the committed change is not made again',
    async (fault) => {
      const world = createWorld({ faults: plannedFaults('timeout-after', fault, fault) });

      const value = await increment(world.context());

      expect(value).toBe(1);
      expect(world.rowsOf('testCounter')).toMatchObject([{ value: 1 }]);
      expect(world.rowsOf('outbox')).toHaveLength(1);
    },
  );

  it('is suspected behind a throttle that came after the SDK had resent by itself', async () => {
    let calls = 0;
    const world = createWorld({
      around: (port) => ({
        ...port,
        transactWrite: async (items, token) => {
          await port.transactWrite(items, token);
          // The SDK: first attempt committed but unheard, second and third throttled.
          if (calls++ === 0)
            throw serviceError('ThrottlingException', { $metadata: { attempts: 3 } });
        },
      }),
    });

    const value = await increment(world.context());

    expect(value).toBe(1);
    expect(calls).toBe(2);
    expect(world.rowsOf('testCounter')).toMatchObject([{ value: 1 }]);
  });

  it('decides again when the resend shows that it never arrived and somebody else was faster', async () => {
    const world = createWorld({ faults: plannedFaults('timeout-before') });

    const values = await Promise.all([increment(world.context()), increment(world.context())]);

    expect(values.sort()).toEqual([1, 2]);
    expect(world.rowsOf('testCounter')).toMatchObject([{ value: 2 }]);
  });

  it('answers busy when the outcome stays unknown', async () => {
    const world = createWorld({ rates: { 'timeout-before': 1 } });

    const outcome = increment(world.context());

    await expect(outcome).rejects.toMatchObject({ code: 'busy' });
    expect(world.scheduler.now()).toBeLessThan(7_100);
  });
});

describe('a throttled table', () => {
  it('is given time, and then the change is made', async () => {
    const world = createWorld({ faults: plannedFaults('throttle', 'throttle', 'throttle') });

    const value = await increment(world.context());

    expect(value).toBe(1);
    expect(world.faults.counts.throttle).toBe(3);
  });

  it('answers busy when it stays throttled', async () => {
    const world = createWorld({ rates: { throttle: 1 } });

    await expect(increment(world.context())).rejects.toMatchObject({ code: 'busy' });
  });
});

describe('a defect', () => {
  it.each([
    'ValidationException',
    'AccessDeniedException',
    'ResourceNotFoundException',
    'IdempotentParameterMismatchException',
  ])('is reported at once and as it is: %s', async (name) => {
    let calls = 0;
    const world = createWorld({
      around: (port) => ({
        ...port,
        transactWrite: async () => {
          calls++;
          throw serviceError(name);
        },
      }),
    });

    await expect(increment(world.context())).rejects.toMatchObject({ name });

    expect(calls).toBe(1);
  });

  it('in the decision is not retried', async () => {
    const world = createWorld();
    let runs = 0;

    const outcome = world.store.transact(world.context(), () => {
      runs++;
      throw new TypeError('a bug');
    });

    await expect(outcome).rejects.toThrow('a bug');
    expect(runs).toBe(1);
  });
});
