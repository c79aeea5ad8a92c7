import { messageStorm } from '../tests/support/message-storm.ts';

/**
 * Events through a bus and queues that duplicate 30 %, reorder everything and delay at random, down to
 * the mails and SMS that come of them: nobody is told of one event twice by one channel, and the last
 * state told is the true one.
 *
 *     npm run bench:message-storm -- [<events, default 1000> [<seed, default 1>]]
 *
 * On the in-memory twin, through the planner and the senders as they are. Ends with 1 at the first lie.
 */
const [wanted = 1_000, seed = 1] = process.argv.slice(2).map(Number);
const began = performance.now();
let [rounds, events, deliveries, sent, superseded] = [0, 0, 0, 0, 0];
while (events < wanted) {
  const result = await messageStorm(seed + rounds);
  rounds += 1;
  events += result.events;
  deliveries += result.deliveries;
  sent += result.sent;
  superseded += result.superseded.length;
}
const seconds = ((performance.now() - began) / 1_000).toFixed(0);
console.log(
  `${events} events of ${rounds} bookings, delivered ${deliveries} times: ${sent} messages sent, ` +
    `${superseded} superseded, none told twice, every last word true (${seconds} s)`,
);
