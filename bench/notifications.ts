import { tellAbout } from '../domain/notifications/create-notification.ts';
import { sendByEmail, sendBySms } from '../domain/notifications/send-notification.ts';
import { createStore } from '../domain/store/store.ts';
import { countingPort } from '../tests/support/counting.ts';
import {
  anEvent,
  cast,
  memoryEmail,
  memoryQueues,
  memorySms,
  plant,
} from '../tests/support/notifications.ts';
import { testContext } from '../tests/support/store-world.ts';
import { createTwin } from '../tests/support/twin.ts';

/**
 * What a notification costs: reads and rows written from its event to its provider's yes, and how many
 * planner and sender do in a second of a core's time when neither table nor provider takes any. The
 * process's own time is counted, so that whatever else runs on the machine does not.
 *
 *     npm run bench:notifications -- [<events, default 500>]
 *
 * On the in-memory twin.
 */
const [count = 500] = process.argv.slice(2).map(Number);

const { port, take } = countingPort(createTwin());
const context = testContext(createStore({ port }));
const people = cast();
await plant(context, people);
const { schoolId, personId, invoice } = people;
const { queues, sent } = memoryQueues();
const email = memoryEmail();
const sms = memorySms();
const options = { portalUrl: 'https://portal.example', allowList: '*', queues };

const KINDS = {
  'a mail': () => anEvent('StudentEnrolled', schoolId, { personId, welcome: 'enrolled' }),
  'a mail with a link': () =>
    anEvent('StudentEnrolled', schoolId, { personId, welcome: 'set_password' }),
  'an invoice': () =>
    anEvent('InvoiceIssued', schoolId, {
      ...{ invoiceId: invoice.invoiceId, studentId: personId, number: 7 },
      ...{ total: 50_000, currency: 'DKK' },
    }),
};

console.log('one of                  planned: reads  rows   sent: reads  rows   in all');
for (const [name, event] of Object.entries(KINDS)) {
  take();
  await tellAbout(context, event(), queues);
  const planned = take();
  for (const { message } of sent.splice(0)) {
    await sendByEmail(context, message, email.provider, options);
  }
  const went = take();
  const rows = planned.written + went.written;
  console.log(
    name.padEnd(24) +
      cell(planned.batchGets + planned.queries, 14) +
      cell(planned.written, 6) +
      cell(went.batchGets + went.queries, 14) +
      cell(went.written, 6) +
      cell(rows, 9),
  );
}

const events = Array.from({ length: count }, KINDS['a mail']);
let began = process.cpuUsage();
for (const event of events) await tellAbout(context, event, queues);
report('planner', began);
began = process.cpuUsage();
for (const { channel, message } of sent.splice(0)) {
  if (channel === 'email') await sendByEmail(context, message, email.provider, options);
  else await sendBySms(context, message, sms.provider, options);
}
report('sender', began);

function report(what: string, since: NodeJS.CpuUsage): void {
  const { user, system } = process.cpuUsage(since);
  const perSecond = Math.round((count * 1_000_000) / (user + system));
  console.log(`${what}: ${perSecond} in a second of one core`);
}

function cell(value: number, width: number): string {
  return String(value).padStart(width);
}
