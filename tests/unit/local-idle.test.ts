import { expect, test } from 'vitest';
import { makeIdle } from '../../local/control/idle.ts';
import type { Queues } from '../../local/parts/queues.ts';

test('a clock that is to move does so after what was under way, and before the sweep', async () => {
  const told: string[] = [];
  let looks = 0;
  const queues = { list: () => [], processing: () => 0, makeDue: () => {} };
  const idle = makeIdle({
    queues: queues as unknown as Queues,
    sweep: async () => void told.push('swept'),
    makeDue: () => {},
    readStreams: () => {},
    busy: () => {
      looks += 1;
      if (looks === 3) told.push('done');
      return looks < 3;
    },
    emptyReads: () => looks,
    delivered: () => 0,
    isPolled: () => true,
    deadLetterQueues: new Set(),
  });

  await idle(async () => told.push('moved'));

  expect(told).toEqual(['done', 'moved', 'swept']);
});
