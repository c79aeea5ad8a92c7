import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../domain/shared/ids.ts';
import { DAY, plusMilliseconds } from '../../domain/shared/instant.ts';
import { create } from '../../domain/store/write.ts';
import { plannedFaults } from '../support/faults.ts';
import { TEST_SEED } from '../support/random.ts';
import { createWorld, idempotencyScope, TEST_NOW } from '../support/store-world.ts';
import { noteEntity } from '../support/test-entities.ts';
import { increment, writeNote } from '../support/test-use-cases.ts';

const idempotency = idempotencyScope();

describe('a request that is here again', () => {
  it('gets the first answer, and nothing is decided or written', async () => {
    const world = createWorld();
    const first = await writeNote(world.context({ idempotency }), 'a', 'text');
    const before = world.twin.rows();

    const second = await writeNote(world.context({ idempotency }), 'a', 'text');

    expect(second).toEqual(first);
    expect(world.twin.rows()).toEqual(before);
  });

  it('gets the first answer though its own success would now refuse it', async () => {
    const world = createWorld();
    await writeNote(world.context({ idempotency }), 'a', 'text');

    await expect(writeNote(world.context(), 'a', 'text')).rejects.toMatchObject({
      code: 'already_exists',
    });
    await expect(writeNote(world.context({ idempotency }), 'a', 'text')).resolves.toEqual({
      noteId: 'a',
      text: 'text',
    });
  });

  it('gets the first answer when its first success commits while it decides', async () => {
    const world = createWorld();
    let looks = 0;
    const context = world.context({ idempotency });

    const second = world.store.transact(context, async () => {
      // The record was looked for and not found; only now does the first request commit.
      if (looks++ === 0) await writeNote(world.context({ idempotency }), 'a', 'text');
      return writeNote(world.context(), 'a', 'text').then(() =>
        expect.unreachable('written twice'),
      );
    });

    await expect(second).resolves.toEqual({ noteId: 'a', text: 'text' });
    expect(looks).toBe(1);
  });

  it('gets a result of nothing, too', async () => {
    const world = createWorld();
    let runs = 0;
    const run = () =>
      world.store.transact(world.context({ idempotency }), () => {
        runs++;
        return { ...noteWrites('a'), result: undefined };
      });
    await run();

    const second = await run();

    expect(second).toBeUndefined();
    expect(runs).toBe(1);
  });

  it.each([null, 0, '', false, [], { list: [{ a: null }] }])(
    'gets the very result that was stored: %j',
    async (result) => {
      const world = createWorld();
      const run = () =>
        world.store.transact(world.context({ idempotency }), () => ({
          ...noteWrites('a'),
          result,
        }));
      await run();

      await expect(run()).resolves.toEqual(result);
    },
  );

  it('is refused when the key answered for another request', async () => {
    const world = createWorld();
    await writeNote(world.context({ idempotency }), 'a');
    const other = idempotencyScope({ fingerprint: 'hash-of-another-request' });

    await expect(writeNote(world.context({ idempotency: other }), 'b')).rejects.toMatchObject({
      code: 'idempotency_key_reused',
    });

    expect(world.rowsOf('testNote')).toHaveLength(1);
  });

  it('is another request under another key, and another person has keys of their own', async () => {
    const world = createWorld();
    await increment(world.context({ idempotency }));

    await increment(world.context({ idempotency: idempotencyScope({ keyHash: 'another-key' }) }));
    await increment(
      world.context({
        idempotency: idempotencyScope({ personId: 'per_01kat5n8x0e4vv6h7w7b1zzzzz' as PersonId }),
      }),
    );

    expect(world.rowsOf('testCounter')).toMatchObject([{ value: 3 }]);
  });

  it('is a new request once 24 hours are over, and takes the record over', async () => {
    const world = createWorld();
    await increment(world.context({ idempotency, now: () => TEST_NOW }));
    const other = idempotencyScope({ fingerprint: 'hash-of-another-request' });

    const justBefore = increment(
      world.context({ idempotency, now: () => plusMilliseconds(TEST_NOW, DAY - 1) }),
    );
    await expect(justBefore).resolves.toBe(1);
    const after = increment(
      world.context({ idempotency: other, now: () => plusMilliseconds(TEST_NOW, DAY) }),
    );
    await expect(after).resolves.toBe(2);

    expect(world.rowsOf('idempotency')).toMatchObject([
      { fingerprint: other.fingerprint, result: 2, expiresAt: plusMilliseconds(TEST_NOW, 2 * DAY) },
    ]);
  });

  it('leaves no record of a refusal', async () => {
    const world = createWorld();
    await writeNote(world.context(), 'a');

    await expect(writeNote(world.context({ idempotency }), 'a')).rejects.toMatchObject({
      code: 'already_exists',
    });

    expect(world.rowsOf('idempotency')).toEqual([]);
  });
});

describe('twins sent at the same moment', () => {
  it('both get one answer, and one change is made, whatever the seed and the luck', async () => {
    let replayedFromTheRace = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 2 ** 31 }),
        fc.integer({ min: 2, max: 6 }),
        async (seed, twins) => {
          const rates = {
            conflict: 0.2,
            'timeout-before': 0.1,
            'timeout-after': 0.2,
            throttle: 0.1,
          };
          const world = createWorld({ seed, rates });

          const answers = await Promise.all(
            Array.from({ length: twins }, () => increment(world.context({ idempotency }))),
          );

          expect(answers).toEqual(answers.map(() => 1));
          expect(world.rowsOf('testCounter')).toMatchObject([{ value: 1 }]);
          expect(world.rowsOf('outbox')).toHaveLength(1);
          replayedFromTheRace += world.twin.counts.failedConditions;
        },
      ),
      { numRuns: 200, seed: TEST_SEED },
    );
    expect(replayedFromTheRace).toBeGreaterThan(20);
  });

  it('of different content: one is carried out, the other is told the key is taken', async () => {
    const world = createWorld();

    const outcomes = await Promise.allSettled([
      writeNote(world.context({ idempotency }), 'a'),
      writeNote(world.context({ idempotency: idempotencyScope({ fingerprint: 'other' }) }), 'b'),
    ]);

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.filter((o) => o.status === 'rejected')).toMatchObject([
      { reason: { code: 'idempotency_key_reused' } },
    ]);
    expect(world.rowsOf('testNote')).toHaveLength(1);
  });

  it('that lose the race read the winner from the failed condition, without another read', async () => {
    let batchGets = 0;
    const world = createWorld({
      around: (port) => ({
        ...port,
        batchGet: (keys) => {
          batchGets++;
          return port.batchGet(keys);
        },
      }),
    });
    let runs = 0;

    const answer = await world.store.transact(world.context({ idempotency }), async () => {
      if (runs++ === 0) await increment(world.context({ idempotency }));
      batchGets = 0;
      return { ...noteWrites('mine'), result: 'mine' };
    });

    expect(answer).toBe(1);
    expect(batchGets).toBe(0);
    expect(world.rowsOf('testNote')).toEqual([]);
  });
});

describe('a request whose process dies between commit and answer', () => {
  it('gets the committed answer when it is sent again', async () => {
    const world = createWorld({ faults: plannedFaults('timeout-after') });
    const died = new Error('killed');
    const dying = createWorld({
      around: () => ({
        ...world.twin,
        transactWrite: async (items, token) => {
          await world.twin.transactWrite(items, token);
          throw Object.assign(died, { name: 'Killed' });
        },
      }),
    });
    await expect(increment(dying.context({ idempotency }))).rejects.toBe(died);

    const answer = await increment(world.context({ idempotency }));

    expect(answer).toBe(1);
    expect(world.rowsOf('testCounter')).toMatchObject([{ value: 1 }]);
  });
});

function noteWrites(noteId: string) {
  return { writes: [create(noteEntity.create({ book: 'notes', noteId, text: 'text' }))] };
}
