import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { apiOk } from '../flows/support/api.ts';
import { audit } from '../flows/support/audit.ts';
import { control, passTime } from '../flows/support/control.ts';
import { anyEmail } from '../flows/support/forms.ts';
import { mailTo, tokenIn } from '../flows/support/mail.ts';
import {
  newFeeSchool,
  newStudent,
  openAllNight,
  register,
  type School,
} from '../flows/support/people.ts';
import { rowsOf } from '../flows/support/rows.ts';
import { crashing } from './support/crashing.ts';

let school: School;
beforeAll(async () => {
  school = await newFeeSchool();
  await openAllNight(school);
});
afterEach(async () => {
  await control.clearCrashes();
  await audit();
});

const TRANSACTION = 'dynamodb:TransactWriteItems';

/** The sender claims in its first transaction, and saves what became of the try in its second. */
const POINTS = [
  { function: 'carry-out-registration', call: TRANSACTION, when: 'before', mails: 1 },
  { function: 'carry-out-registration', call: TRANSACTION, when: 'after', mails: 1 },
  { function: 'plan-notifications', call: TRANSACTION, when: 'before', mails: 1 },
  { function: 'plan-notifications', call: TRANSACTION, when: 'after', mails: 1 },
  { function: 'plan-notifications', call: 'sqs:SendMessage', when: 'before', mails: 1 },
  { function: 'plan-notifications', call: 'sqs:SendMessage', when: 'after', mails: 1 },
  { function: 'send-email', call: TRANSACTION, when: 'before', mails: 1 },
  { function: 'send-email', call: TRANSACTION, when: 'after', mails: 1 },
  { function: 'send-email', call: 'ses:SendRawEmail', when: 'before', mails: 1 },
  { function: 'send-email', call: 'ses:SendRawEmail', when: 'after', mails: 2 },
  { function: 'send-email', call: TRANSACTION, nth: 2, when: 'before', mails: 2 },
  { function: 'send-email', call: TRANSACTION, nth: 2, when: 'after', mails: 1 },
] as const;

describe('a registration is told of at least once, and twice at most between provider and save', () => {
  it.each(POINTS)('$function killed $when $call: $mails', async ({ mails: expected, ...point }) => {
    const email = anyEmail('ida');

    const answer = await crashing(point, () => register(school, { email }));
    await passTime({ minutes: 1 }); // what a dead sender had claimed is free again

    expect(answer.status).toBe(202);
    const mails = await mailTo(email);
    expect(mails).toHaveLength(expected);
    expect(new Set(mails.map(tokenIn)).size).toBe(1);
    const people = await rowsOf('person', { email });
    expect(people).toHaveLength(1);
    const who = { personId: people[0]?.personId };
    expect(await rowsOf('membership', who)).toMatchObject([{ status: 'pending' }]);
    expect(await rowsOf('notification', who)).toMatchObject([{ status: 'sent' }]);
    expect(await rowsOf('invoice', { studentId: who.personId })).toMatchObject([
      { status: 'draft' },
    ]);
  });
});

describe('an SMS goes once, whenever its sender dies', () => {
  it.each([
    { call: TRANSACTION, nth: 1, when: 'after' },
    // Twilio has said yes, and nobody has written it down
    { call: TRANSACTION, nth: 2, when: 'before' },
  ] as const)('killed $when transaction $nth', async (point) => {
    const phone = `+4526${Math.floor(Math.random() * 900_000 + 100_000)}`;
    const { personId } = await newStudent(school, { phone });
    const write = (body: string) =>
      apiOk('POST', `${school.path}/messages`, {
        token: school.admin.token,
        body: { audience: { studentIds: [personId] }, channels: ['sms'], body },
      });
    // The first makes the link to opt out, which is a transaction of its own.
    await write('Den første');
    await control.idle();

    await crashing({ function: 'send-sms', ...point }, () => write('Den anden'));
    await passTime({ minutes: 1 });
    await control.idle();

    const sent = (await control.sms()).filter(
      ({ to, text }) => to.includes(phone) && /anden/.test(text),
    );
    expect(sent).toHaveLength(1);
    expect(await rowsOf('notification', { personId, kind: 'staff_message' })).toMatchObject([
      { status: 'sent' },
      { status: 'sent' },
    ]);
  });

  it('dead letters are empty after all that', async () => {
    const dead = (await control.queues()).filter(({ name }) => name.endsWith('-dlq'));

    expect(dead.length).toBeGreaterThan(3);
    for (const { name, visible } of dead.filter(({ name }) => !name.includes('relay'))) {
      expect({ name, visible }).toEqual({ name, visible: 0 });
    }
  });
});
