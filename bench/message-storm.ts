import { messageStorm } from '../tests/support/message-storm.ts';

/**
 * Events through a bus and queues that duplicate 30 %, reorder everything and delay at random, down to
 * the mails and SMS that come of them: nobody is told of one event twice by one channel, and the last
 * state told is the true one.
 *
 *     npm run bench:message-storm -- [<events, default 1000> [<seed, default 1>]]
 *
 * On the in-memory twin, through the planner and the senders as they are. Ends with 1 at the first lie.
 * Ten thousand take minutes, so it says how far it is, and whatever ends it early, how far it came.
 */
const [wanted = 1_000, seed = 1] = process.argv.slice(2).map(Number);
const began = performance.now();
let [rounds, events, deliveries, sent, superseded] = [0, 0, 0, 0, 0];
let finished = false;
process.once('exit', (code) => {
  if (!finished) console.error(`ended early (${code}), after ${events} of ${wanted} events`);
});
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  process.once(signal, () => {
    console.error(signal);
    process.exit(1);
  });
}
while (events < wanted) {
  const result = await messageStorm(seed + rounds);
  rounds += 1;
  const thousands = Math.floor(events / 1_000);
  events += result.events;
  if (Math.floor(events / 1_000) > thousands) console.error(`${events} events`);
  deliveries += result.deliveries;
  sent += result.sent;
  superseded += result.superseded.length;
}
finished = true;
const seconds = ((performance.now() - began) / 1_000).toFixed(0);
console.log(
  `${events} events of ${rounds} bookings, delivered ${deliveries} times: ${sent} messages sent, ` +
    `${superseded} superseded, none told twice, every last word true (${seconds} s)`,
);
