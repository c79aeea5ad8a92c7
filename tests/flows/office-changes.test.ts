import { beforeAll, describe, expect, test } from 'vitest';
import { api } from './support/api.ts';
import { now } from './support/clock.ts';
import { book, learner, newTeachingSchool, onDay, type TeachingSchool } from './support/lessons.ts';
import { addService } from './support/people.ts';
import { invoiceOf } from './support/things.ts';

let school: TeachingSchool;
const override = { rules: ['closed_day'], reason: 'any day will do for a test' };

beforeAll(async () => {
  school = await newTeachingSchool();
  await addService(school);
});

const asAdmin = (method: string, path: string, body?: unknown) =>
  api(method, `${school.path}${path}`, {
    token: school.admin.token,
    ...(body !== undefined && { body }),
  });

describe('the office changes', () => {
  test('a car and a kind of lesson', async () => {
    const car = await asAdmin('PATCH', `/vehicles/${school.vehicleId}`, { name: 'Polo' });
    const kind = await asAdmin('PATCH', `/booking-types/${school.theory}`, { capacity: 30 });

    expect(car).toMatchObject({ status: 200, body: { name: 'Polo', version: 2 } });
    expect(kind).toMatchObject({ status: 200, body: { capacity: 30, version: 2 } });
  });

  test('a draft into a booking', async () => {
    const student = await learner(school);
    const draft = await book(school, {
      ...{ startsAt: onDay(9, '10:00'), studentIds: [student.id], override },
      draft: true,
    });

    const confirmed = await asAdmin('POST', `/bookings/${draft.body.id}/confirm`);

    expect(draft).toMatchObject({ status: 201, body: { status: 'draft' } });
    expect(confirmed).toMatchObject({ status: 200, body: { status: 'confirmed' } });
  });

  test('its mind about a fee', async () => {
    const student = await learner(school);
    const lesson = await book(school, {
      ...{ startsAt: soon(), minutes: 45, studentIds: [student.id] },
      override: { rules: ['closed_day', 'outside_availability'], reason: 'x' },
    });
    expect(lesson.body).toMatchObject({ status: 'confirmed' });
    const path = `/bookings/${lesson.body.id}`;
    const cancelled = await asAdmin('POST', `${path}/cancel`, {
      ...{ reason: 'syg', onBehalfOf: 'student' },
    });

    const waived = await asAdmin('POST', `${path}/students/${student.id}/fee-waiver`, {
      reason: 'lægeerklæring',
    });

    expect(cancelled).toMatchObject({ status: 200, body: { fees: [{ studentId: student.id }] } });
    expect(waived.status).toBe(200);
  });

  test('when an invoice is due, and whether it is asked for', async () => {
    const student = await learner(school);
    const invoiceId = await invoiceOf(school, student.id);
    const in30days = onDay(30, '').slice(0, 10);

    const agreed = await asAdmin('POST', `/students/${student.id}/instalments`, {
      ...{ invoiceId, count: 2, firstDueDate: in30days },
    });
    const paused = await asAdmin('POST', `/invoices/${invoiceId}/dunning-pause`, {
      reason: 'sygdom',
    });

    expect([agreed.status, paused.status]).toEqual([200, 200]);
  });
});

/** Within the day in which a student cancels for a fee. */
function soon(): string {
  const quarter = 900_000;
  return new Date(Math.ceil(now() / quarter + 12) * quarter).toISOString();
}
