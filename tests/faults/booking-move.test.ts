import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { api, apiOk } from '../flows/support/api.ts';
import { audit } from '../flows/support/audit.ts';
import { control } from '../flows/support/control.ts';
import {
  book,
  learner,
  newTeachingSchool,
  onDay,
  type TeachingSchool,
} from '../flows/support/lessons.ts';
import { rowsOf } from '../flows/support/rows.ts';
import { crashing } from './support/crashing.ts';

const CALL = 'dynamodb:TransactWriteItems';
/** Counted from today, a day may be a holiday. */
const OVERRIDE = { rules: ['closed_day'], reason: 'any day will do for a test' };
/** As the gateway says it when a function dies. */
const DIED = { status: 500, body: { message: 'Internal Server Error' } };

let school: TeachingSchool;
let student: string;
beforeAll(async () => {
  school = await newTeachingSchool();
  ({ id: student } = await learner(school));
});
afterEach(async () => {
  await control.clearCrashes();
  await audit();
});

/** Where the agenda has a booking: of each resource, the days on which it takes time. */
async function takenBy(bookingId: string): Promise<Record<string, string[]>> {
  const days: Record<string, string[]> = {};
  for (const { resourceId, day, e } of await rowsOf('agenda', { schoolId: school.id })) {
    const entry = (e as Record<string, { st: string }>)[bookingId];
    if (entry && entry.st !== 'c') {
      days[String(resourceId)] = [...(days[String(resourceId)] ?? []), String(day)];
    }
  }
  return days;
}

async function timesMoved(bookingId: string): Promise<number> {
  await control.idle();
  return (await control.events()).filter(
    ({ detail }) => detail.name === 'BookingMoved' && detail.subject.id === bookingId,
  ).length;
}

describe('a move to another day and another teacher', () => {
  it.each([
    { when: 'before', ahead: 40, remains: 'old', versionAfter: 1 },
    { when: 'after', ahead: 43, remains: 'new', versionAfter: 2 },
  ] as const)(
    'killed $when its transaction leaves the $remains one and nothing else; repeated, it is done once',
    async ({ when, ahead, remains, versionAfter }) => {
      const { token } = school.admin;
      const [old, next] = [onDay(ahead, '10:00'), onDay(ahead + 1, '13:00')];
      const [before, after] = school.teachers;
      const { body: booked } = await book(school, {
        ...{ startsAt: old, studentIds: [student], override: OVERRIDE },
      });
      const path = `${school.path}/bookings/${booked.id}`;
      const patch = { startsAt: next, teacherId: after.personId, override: OVERRIDE };
      const all = (teacherId: string, at: string) => {
        const days = [at.slice(0, 10)];
        return { [teacherId]: days, [school.vehicleId]: days, [student]: days };
      };

      const killed = await crashing({ function: 'change-booking', call: CALL, when }, () =>
        api('PATCH', path, { body: patch, token }),
      );
      const left = await apiOk('GET', path, { token });
      const takenAfterCrash = await takenBy(booked.id);
      const movesAfterCrash = await timesMoved(booked.id);
      await audit();
      const repeated = await api('PATCH', path, { body: patch, token });

      expect(killed).toMatchObject(DIED);
      expect(left.body).toMatchObject({
        teacherId: remains === 'old' ? before.personId : after.personId,
        version: versionAfter,
      });
      expect(takenAfterCrash).toEqual(
        remains === 'old' ? all(before.personId, old) : all(after.personId, next),
      );
      expect(movesAfterCrash).toBe(remains === 'old' ? 0 : 1);
      expect(repeated).toMatchObject({ status: 200, body: { version: 2 } });
      expect(repeated.body.history.map(({ what }: { what: string }) => what)).toEqual([
        'created',
        'moved',
      ]);
      expect(await takenBy(booked.id)).toEqual(all(after.personId, next));
      expect(await timesMoved(booked.id)).toBe(1);
    },
  );
});

describe('a new booking', () => {
  it.each([
    { when: 'before', ahead: 46 },
    { when: 'after', ahead: 48 },
  ] as const)(
    'killed $when its transaction is made once by a retry with its Idempotency-Key',
    async ({ when, ahead }) => {
      const { token } = school.admin;
      const startsAt = onDay(ahead, '10:00');
      const body = {
        ...{ bookingTypeId: school.road, vehicleId: school.vehicleId, startsAt },
        ...{ teacherId: school.teachers[0].personId, studentIds: [student] },
      };
      const send = () =>
        api('POST', `${school.path}/bookings`, {
          body,
          token,
          headers: { 'idempotency-key': key },
        });
      const key = randomUUID();

      const killed = await crashing({ function: 'create-booking', call: CALL, when }, send);
      const retried = await send();
      const again = await send();

      const there = await rowsOf('booking', { schoolId: school.id });
      const that = there.filter((row) => String(row.startsAt) === retried.body.startsAt);
      expect(killed).toMatchObject(DIED);
      expect(retried.status).toBe(201);
      expect(again.body).toEqual(retried.body);
      expect(that.map(({ bookingId }) => bookingId)).toEqual([retried.body.id]);
    },
  );
});
