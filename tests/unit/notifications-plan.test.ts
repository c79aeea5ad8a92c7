import { describe, expect, test } from 'vitest';
import { PLANNED_EVENTS, plan } from '../../domain/notifications/plan.ts';
import { newId } from '../../domain/shared/new-id.ts';
import { CATALOGUE } from '../../events/catalogue.ts';
import { readEvent } from '../../events/envelope.ts';
import { planNotificationsWorker } from '../../functions/notifications/plan-notifications.contract.ts';
import { anEvent } from '../support/notifications.ts';

const schoolId = newId('sch');
const personId = newId('per');
const kinds = (name: string, data: object, school: typeof schoolId | null = schoolId) =>
  plan(anEvent(name, school, data)).map(({ kind, channel }) => `${kind} by ${channel}`);

describe('who is told what', () => {
  test.each([
    ['StudentEnrolled', { personId, welcome: 'set_password' }, 'welcome'],
    ['StudentEnrolled', { personId, welcome: 'confirm' }, 'confirm_enrolment'],
    ['StudentEnrolled', { personId, welcome: 'enrolled' }, 'enrolled'],
    ['RegistrationRepeated', { personId, welcome: 'set_password' }, 'welcome'],
    ['RegistrationRepeated', { personId, welcome: 'confirm' }, 'confirm_enrolment'],
    ['RegistrationRepeated', { personId, welcome: 'already_registered' }, 'already_registered'],
    ['StaffInvited', { personId, link: 'invitation' }, 'invitation'],
    ['StaffInvited', { personId, link: 'confirm' }, 'confirm_staff'],
  ])('%s %o makes one mail: %s', (name, data, kind) => {
    expect(kinds(name, data)).toEqual([`${kind} by email`]);
  });

  test('a reset goes to whoever has the address, from the platform and no school', () => {
    const [message] = plan(anEvent('PasswordResetRequested', null, { emailKey: 'a-keyed-hash' }));

    expect(message).toMatchObject({
      recipient: { emailKey: 'a-keyed-hash' },
      schoolId: null,
      kind: 'password_reset',
    });
  });

  test('an invoice mail remembers which invoice, and nothing of it', () => {
    const invoiceId = newId('inv');
    const data = { invoiceId, studentId: personId, number: 1, total: 50_000, currency: 'DKK' };

    expect(plan(anEvent('InvoiceIssued', schoolId, data))).toEqual([
      {
        recipient: { personId },
        schoolId,
        kind: 'invoice_issued',
        channel: 'email',
        about: { invoiceId },
      },
    ]);
  });

  test('an event of a school that names none is a defect, not a mail from the platform', () => {
    expect(() => kinds('StudentEnrolled', { personId, welcome: 'enrolled' }, null)).toThrow(
      /names no school/,
    );
  });

  test('an event that nobody is told about is refused', () => {
    expect(() => kinds('SchoolCreated', {})).toThrow(/nobody is told about SchoolCreated/);
  });

  test('the subscription holds exactly the events that are planned, all of them in the catalogue', () => {
    const names: readonly string[] = CATALOGUE.map(({ name }) => name);

    expect(planNotificationsWorker.trigger.events).toEqual(PLANNED_EVENTS);
    expect(PLANNED_EVENTS.filter((name) => !names.includes(name))).toEqual([]);
  });
});

describe('an event out of a queue', () => {
  const event = anEvent('StudentEnrolled', schoolId, { personId, welcome: 'enrolled' });
  const carried = (detail: object) => ({
    source: 'just-driving',
    'detail-type': 'StudentEnrolled',
    detail,
  });

  test('is read as it was committed', () => {
    expect(readEvent(carried(event))).toEqual(event);
  });

  test.each([
    ['another source', { ...carried(event), source: 'aws.health' }],
    ['a name that is not in the catalogue', carried({ ...event, name: 'StudentVanished' })],
    ['a newer schema', carried({ ...event, schemaVersion: 2 })],
    [
      'data that the schema refuses',
      carried({ ...event, data: { personId: 'per_1', welcome: 'enrolled' } }),
    ],
    ['no detail', { source: 'just-driving' }],
    ['no object', 'StudentEnrolled'],
  ])('is refused with %s', (_, body) => {
    expect(() => readEvent(body)).toThrow();
  });
});
