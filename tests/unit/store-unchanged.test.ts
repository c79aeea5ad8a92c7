import { describe, expect, it } from 'vitest';
import { DAY, plusMilliseconds } from '../../domain/shared/instant.ts';
import type { Context } from '../../domain/store/context.ts';
import { rememberAnswer } from '../../domain/store/idempotency.ts';
import { areas } from '../../functions/routes.ts';
import { createWorld, idempotencyScope, TEST_NOW } from '../support/store-world.ts';
import { writeNote } from '../support/test-use-cases.ts';

describe('a request that changed nothing', () => {
  const ANSWER = { status: 200, body: { students: ['a'] } };
  /** What the edge does: the use case found everything as it should be, and the answer is kept. */
  const answerUnchanged = async (context: Context, answer: unknown = ANSWER) => {
    const result = await context.store.transact(context, () => ({
      writes: [],
      result: 'as it is',
    }));
    await rememberAnswer(context, answer);
    return result;
  };

  it('is remembered whole, in one write of the record alone', async () => {
    const world = createWorld();

    await answerUnchanged(world.context({ idempotency: idempotencyScope(), now: () => TEST_NOW }));

    expect(world.twin.rows()).toHaveLength(1);
    expect(world.rowsOf('idempotency')).toMatchObject([
      { answer: ANSWER, expiresAt: plusMilliseconds(TEST_NOW, DAY) },
    ]);
  });

  it('gets its first answer again, though by now it would change something', async () => {
    const world = createWorld();
    await answerUnchanged(world.context({ idempotency: idempotencyScope() }));

    const again = writeNote(world.context({ idempotency: idempotencyScope() }), 'a');

    await expect(again).rejects.toMatchObject({ answer: ANSWER });
    expect(world.rowsOf('testNote')).toEqual([]);
  });

  it('gets it though nothing was to be committed either time', async () => {
    const world = createWorld();
    await rememberAnswer(world.context({ idempotency: idempotencyScope() }), ANSWER);

    const again = rememberAnswer(world.context({ idempotency: idempotencyScope() }), 'another');

    await expect(again).rejects.toMatchObject({ answer: ANSWER });
  });

  it('keeps its key from another request', async () => {
    const world = createWorld();
    await answerUnchanged(world.context({ idempotency: idempotencyScope() }));
    const other = idempotencyScope({ fingerprint: 'hash-of-another-request' });

    const writing = writeNote(world.context({ idempotency: other }), 'b');
    await expect(writing).rejects.toMatchObject({ code: 'idempotency_key_reused' });
    const reading = rememberAnswer(world.context({ idempotency: other }), 'another');
    await expect(reading).rejects.toMatchObject({ code: 'idempotency_key_reused' });
  });

  it('is remembered for a day', async () => {
    const world = createWorld();
    await answerUnchanged(world.context({ idempotency: idempotencyScope(), now: () => TEST_NOW }));
    const now = () => plusMilliseconds(TEST_NOW, DAY);

    await writeNote(world.context({ idempotency: idempotencyScope(), now }), 'a');

    expect(world.rowsOf('testNote')).toHaveLength(1);
  });

  it('without a key leaves nothing, and what was committed is not remembered twice', async () => {
    const world = createWorld();
    await answerUnchanged(world.context());
    expect(world.twin.rows()).toEqual([]);
    const keyed = world.context({ idempotency: idempotencyScope() });

    await writeNote(keyed, 'a', 'text');
    await rememberAnswer(keyed, ANSWER);

    const [record] = world.rowsOf('idempotency');
    expect(record).toMatchObject({ result: { noteId: 'a', text: 'text' } });
    expect(record).not.toHaveProperty('answer');
  });

  it('sent many times at once has one first answer', async () => {
    for (let seed = 1; seed <= 30; seed++) {
      const rates = { conflict: 0.2, 'timeout-after': 0.2, throttle: 0.1 };
      const world = createWorld({ seed, rates });

      const outcomes = await Promise.allSettled(
        [1, 2, 3, 4].map((n) =>
          rememberAnswer(world.context({ idempotency: idempotencyScope() }), { n }),
        ),
      );

      const [record] = world.rowsOf('idempotency');
      const replayed = outcomes.flatMap((o) => (o.status === 'rejected' ? [o.reason.answer] : []));
      expect(replayed).toEqual([record?.answer, record?.answer, record?.answer]);
    }
  });
});

it('every POST of a signed-in person may write down that it was answered', () => {
  const posts = Object.values(areas)
    .flatMap(({ operations }) => [...operations])
    .filter(({ method, who }) => method === 'POST' && who !== 'public');

  expect(posts.length).toBeGreaterThan(30);
  for (const { name, needs } of posts) expect([name, needs.table]).toEqual([name, 'write']);
});
