import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { apiOk } from './support/api.ts';
import { control } from './support/control.ts';
import { anyEmail } from './support/forms.ts';
import { book, learner, newTeachingSchool, type TeachingSchool } from './support/lessons.ts';
import { mailTo } from './support/mail.ts';
import { forgetTheSweep } from './support/rows.ts';

const OVERRIDE = { rules: ['horizon', 'outside_availability'], reason: 'of a change night' };
const HOUR = 3_600_000;

/** A day from which both nights lie ahead, whenever this is run. */
const BEFORE_BOTH = '2027-02-03T09:00:00.000Z';

let school: TeachingSchool;
/** When the school's tokens had been given out: earlier they would be of the future. */
let morning: string;
beforeAll(async () => {
  await control.clock(BEFORE_BOTH);
  school = await newTeachingSchool();
  // 28 March 2027 is an Easter Sunday.
  await apiOk('PUT', `${school.path}/calendar`, {
    body: { closedDays: [], publicHolidays: 'none' },
    token: school.admin.token,
  });
  morning = (await control.now()).toISOString();
});

afterEach(async () => {
  await control.clock(morning);
});

describe('a time on the wall without an offset', () => {
  test('that the clocks skip is refused with the next one that exists', async () => {
    const refused = await book(school, { startsAt: '2027-03-28T02:30', studentIds: [] });

    expect(refused).toMatchObject({
      status: 422,
      body: {
        code: 'local_time_does_not_exist',
        nextValid: '2027-03-28T03:00:00+02:00',
        errors: [{ path: '/startsAt' }],
      },
    });
  });

  test('that comes twice is refused with both', async () => {
    const refused = await book(school, { startsAt: '2027-10-31T02:30', studentIds: [] });

    expect(refused).toMatchObject({
      status: 422,
      body: {
        code: 'local_time_ambiguous',
        candidates: ['2027-10-31T02:30:00+02:00', '2027-10-31T02:30:00+01:00'],
        errors: [{ path: '/startsAt' }],
      },
    });
  });
});

describe('over the night in which the clocks go', () => {
  test.each([
    ['forward', '2027-03-28T01:30', '2027-03-28T00:30:00.000Z', '2027-03-28T02:00:00.000Z'],
    ['back', '2027-10-31T01:30', '2027-10-30T23:30:00.000Z', '2027-10-31T01:00:00.000Z'],
  ])('%s a lesson of 90 minutes lasts and costs 90 minutes', async (_, startsAt, from, to) => {
    const lesson = { startsAt, minutes: 90, studentIds: [], override: OVERRIDE };

    const { status, body } = await book(school, lesson);

    expect(status).toBe(201);
    expect(body).toMatchObject({ startsAt: from, endsAt: to, minutes: 90 });
    expect(body).toMatchObject({ price: { amount: 110_000, currency: 'DKK' }, vatRate: 25 });
  });

  test.each([
    ['forward', '2027-03-28T04:00', '2027-03-28T02:00:00.000Z'],
    ['back', '2027-10-31T04:00', '2027-10-31T03:00:00.000Z'],
  ])(
    '%s the reminder of the day before comes once, when 24 hours are left',
    async (_, startsAt, at) => {
      const email = anyEmail('nat');
      const { id } = await learner(school, { email });
      const { body } = await book(school, { startsAt, studentIds: [id], override: OVERRIDE });
      const told = (await mailTo(email)).length;
      const left = (hours: number, seconds: number) =>
        new Date(Date.parse(at) - hours * HOUR - seconds * 1_000).toISOString();

      await forgetTheSweep();
      const counts: number[] = [];
      // The same time on the wall is 23 hours before in spring and 25 in autumn.
      for (const moment of [left(25, -1), left(24, 60), left(24, -1), left(23, -1)]) {
        await control.idle(moment);
        counts.push((await mailTo(email)).length - told);
      }

      expect(body.startsAt).toBe(at);
      expect(counts).toEqual([0, 0, 1, 1]);
    },
  );
});

test('a teacher who is there until 17:00 is offered until then on either side of both nights', async () => {
  const [{ personId }] = school.teachers;
  const { token } = school.admin;
  const path = `${school.path}/teachers/${personId}`;
  const weekly = [6, 7].map((weekday) => ({ weekday, from: '16:00', to: '17:00' }));
  await apiOk('PUT', `${path}/availability`, { body: { weekly, exceptions: [] }, token });
  const offered = async (from: string, to: string) => {
    const query = `bookingTypeId=${school.road}&from=${from}&to=${to}`;
    const { body } = await apiOk('GET', `${path}/free-slots?${query}`, { token });
    return body.items.map(({ endsAt }: { endsAt: string }) => endsAt);
  };

  const [spring, autumn] = [
    await offered('2027-03-27', '2027-03-28'),
    await offered('2027-10-30', '2027-10-31'),
  ];

  expect(spring).toEqual([
    ...['2027-03-27T15:45:00.000Z', '2027-03-27T16:00:00.000Z'],
    ...['2027-03-28T14:45:00.000Z', '2027-03-28T15:00:00.000Z'],
  ]);
  expect(autumn).toEqual([
    ...['2027-10-30T14:45:00.000Z', '2027-10-30T15:00:00.000Z'],
    ...['2027-10-31T15:45:00.000Z', '2027-10-31T16:00:00.000Z'],
  ]);
});
