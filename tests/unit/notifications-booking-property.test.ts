import { expect, test } from 'vitest';
import { messageStorm } from '../support/message-storm.ts';
import { TEST_SEED } from '../support/random.ts';

/** `npm run bench:message-storm -- 10000 1` asks for more. */
const EVENTS = 300;

test(`the last told state of a booking is the true one, and told once (${EVENTS} events)`, async () => {
  const superseded = new Set<string>();
  let [events, sent] = [0, 0];
  for (let round = 0; events < EVENTS || superseded.size < 3; round++) {
    const result = await messageStorm(TEST_SEED + round);
    events += result.events;
    sent += result.sent;
    for (const reason of result.superseded) superseded.add(reason);
  }
  // Not blind: all ways of being superseded were seen, and plenty was sent.
  expect([...superseded]).toEqual(
    expect.arrayContaining(['newer_change', 'booking_moved', 'takes_part_again', 'nothing_new']),
  );
  expect(sent).toBeGreaterThan(EVENTS);
}, 1_200_000);
