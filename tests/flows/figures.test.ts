import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { EventEnvelope } from '../../events/define.ts';
import { apiOk } from './support/api.ts';
import { control } from './support/control.ts';
import { anyEmail } from './support/forms.ts';
import { book, learner, newTeachingSchool, onDay, type TeachingSchool } from './support/lessons.ts';
import { mailTo } from './support/mail.ts';
import { register } from './support/people.ts';
import { rowsOf } from './support/rows.ts';
import { stack } from './support/stack.ts';

let school: TeachingSchool;
let student: { id: string; email: string };
beforeAll(async () => {
  school = await newTeachingSchool();
  student = await learner(school);
});

const pay = () =>
  apiOk('POST', `${school.path}/students/${student.id}/payments`, {
    token: school.admin.token,
    body: {
      ...{ amount: { amount: 50_000, currency: 'DKK' }, method: 'cash' },
      receivedAt: '2026-11-23T09:00',
    },
  });

test('one registration, one booking and one payment move their figures by one', async () => {
  await control.idle();
  const before = await control.metrics();

  await register(school);
  await book(school, {
    ...{ startsAt: onDay(4, '10:00'), studentIds: [student.id] },
    override: { rules: ['closed_day'], reason: 'any day will do for a test' },
  });
  await pay();
  await control.idle();

  const after = await control.metrics();
  const moved = (name: string) => (after.get(name)?.sum ?? 0) - (before.get(name)?.sum ?? 0);
  expect({
    registrations: moved('RegistrationReceived'),
    enrolments: moved('StudentEnrolled'),
    bookings: moved('BookingConfirmed'),
    payments: moved('PaymentReceived'),
  }).toEqual({ registrations: 1, enrolments: 1, bookings: 1, payments: 1 });
  // the confirmation to the registrant, the lesson to student and teacher, the receipt
  expect(moved('email.sent')).toBeGreaterThanOrEqual(4);
  for (const { dimensions } of after.values()) expect(Object.keys(dimensions)).toEqual(['service']);
});

test('the id of a registration’s answer is found in event, logs and mail', async () => {
  const email = anyEmail('thread');

  const answer = await register(school, { email });

  const correlationId = answer.headers.get('apigw-requestid') as string;
  const [mail] = await mailTo(email);
  expect(mail?.headers['x-correlation-id']).toBe(correlationId);
  const events = (await control.events())
    .map(({ detail }) => detail as EventEnvelope)
    .filter((event) => event.correlationId === correlationId);
  expect(events.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['RegistrationReceived', 'StudentEnrolled']),
  );
  const [row] = await rowsOf('notification', { correlationId });
  expect(row).toMatchObject({ kind: 'welcome', status: 'sent' });
  // what the query in infra/RUNBOOK.md finds
  expect(linesOf(correlationId)).toMatchObject({
    'create-registration': [{ message: 'answered', status: 202 }],
    'plan-notifications': [{ message: 'planned', event: 'StudentEnrolled' }],
    'send-email': [{ message: 'sending' }, { message: 'message', status: 'sent' }],
  });
});

test('a refusal’s instance is the id under which the log says why', async () => {
  const { body } = await register(school, { termsVersion: '0' });

  expect(linesOf(body.instance)).toMatchObject({
    'create-registration': [
      { message: 'refused', code: 'invalid' },
      { message: 'answered', status: 422 },
    ],
  });
});

/** Every function's lines on behalf of one request. */
function linesOf(correlationId: string): Record<string, Record<string, unknown>[]> {
  const folder = join(stack().localDir, 'logs');
  return Object.fromEntries(
    readdirSync(folder).flatMap((file) => {
      const lines = readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .filter((line) => line.includes(`"correlationId":"${correlationId}"`))
        .map((line) => JSON.parse(line) as Record<string, unknown>);
      return lines.length > 0 ? [[file.replace(/\.log$/, ''), lines]] : [];
    }),
  );
}
