import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { api, apiOk } from './support/api.ts';
import { inMinutes } from './support/clock.ts';
import { control } from './support/control.ts';
import { anyEmail } from './support/forms.ts';
import { book, learner, newTeachingSchool, onDay, type TeachingSchool } from './support/lessons.ts';
import { mailTo } from './support/mail.ts';
import { signIn } from './support/people.ts';

let school: TeachingSchool;
const CLOSED = { rules: ['closed_day'], reason: 'any day will do for a test' };

beforeAll(async () => {
  school = await newTeachingSchool();
});

afterEach(async () => {
  await control.clock(null);
});

const change = (method: string, id: string, path: string, body?: object, token?: string) =>
  api(method, `${school.path}/bookings/${id}${path}`, {
    ...(body && { body }),
    token: token ?? school.admin.token,
  });

describe('a lesson', () => {
  test('that is taken is refused with who is taken and three times that are free', async () => {
    const [first, second] = [await learner(school), await learner(school)];
    const startsAt = onDay(20, '10:00');
    const booked = await book(school, { startsAt, studentIds: [first.id], override: CLOSED });

    const refused = await book(school, {
      startsAt: onDay(20, '10:30'),
      studentIds: [first.id, second.id].slice(1),
      override: CLOSED,
    });

    expect(booked.status).toBe(201);
    expect(booked.headers.get('location')).toBe(`${school.path}/bookings/${booked.body.id}`);
    expect(refused).toMatchObject({ status: 409, body: { code: 'booking_conflict' } });
    const { startsAt: from, endsAt: to } = booked.body;
    expect(refused.body.conflicts).toEqual([
      { resource: 'teacher', id: school.teachers[0].personId, startsAt: from, endsAt: to },
      { resource: 'vehicle', id: school.vehicleId, startsAt: from, endsAt: to },
    ]);
    expect(refused.body.suggestions).toHaveLength(3);
    const [next] = refused.body.suggestions;
    const taken = await book(school, { startsAt: next, studentIds: [second.id], override: CLOSED });
    expect(taken.status).toBe(201);
  });

  test('is told at once by mail with a calendar file and by SMS, three moves in a row once', async () => {
    const email = anyEmail('elev');
    const { id } = await learner(school, { email, phone: '+4531223344' });
    await control.idle();
    const created = await book(school, {
      startsAt: onDay(21, '08:00'),
      studentIds: [id],
      override: CLOSED,
    });
    const confirmed = (await mailTo(email)).at(-1);
    for (const time of ['09:00', '11:00', '13:00']) {
      const moved = await change('PATCH', created.body.id, '', {
        startsAt: onDay(21, time),
        override: CLOSED,
      });
      expect(moved.status).toBe(200);
    }
    const before = (await mailTo(email)).length;

    await control.idle(inMinutes(3));
    const after = await mailTo(email);

    const calendarFile = (mail: (typeof after)[number] | undefined) =>
      mail?.attachments.find(({ contentType }) => contentType.startsWith('text/calendar'));
    expect(calendarFile(confirmed)).toBeDefined();
    expect(after).toHaveLength(before + 1);
    expect(after.at(-1)?.text).toContain('13');
    expect((await control.sms()).filter(({ to }) => to.includes('+4531223344'))).toHaveLength(2);
  });

  test('is reminded of a day and two hours before, each once, however often the sweep runs', async () => {
    const email = anyEmail('elev');
    const { id } = await learner(school, { email });
    const { body } = await book(school, {
      startsAt: onDay(22, '12:00'),
      studentIds: [id],
      override: CLOSED,
    });
    await control.idle();
    const told = (await mailTo(email)).length;
    const hoursBefore = (hours: number) =>
      new Date(Date.parse(body.startsAt) - hours * 3_600_000 + 1_000).toISOString();

    const counts: number[] = [];
    for (const hours of [25, 24, 24, 2, 2]) {
      await control.idle(hoursBefore(hours));
      counts.push((await mailTo(email)).length - told);
    }

    expect(counts).toEqual([0, 1, 1, 2, 2]);
  });

  test('cancelled late by the student carries the fee, by the school it does not', async () => {
    const [late, free] = [await learner(school), await learner(school)];
    const startsAt = onDay(23, '09:00');
    const { body } = await book(school, { startsAt, studentIds: [late.id], override: CLOSED });
    const other = await book(school, {
      startsAt: onDay(23, '12:00'),
      studentIds: [free.id],
      override: CLOSED,
    });
    await control.clock(new Date(Date.parse(body.startsAt) - 23 * 3_600_000).toISOString());
    const token = await signIn(school.admin);

    const byStudent = await change(
      'POST',
      body.id,
      '/cancel',
      { reason: 'syg', onBehalfOf: 'student' },
      token,
    );
    const bySchool = await change(
      'POST',
      other.body.id,
      '/cancel',
      { reason: 'bilen er i stykker', onBehalfOf: 'school' },
      token,
    );

    expect(byStudent).toMatchObject({
      status: 200,
      body: {
        status: 'cancelled',
        fees: [{ studentId: late.id, amount: { amount: 30_000, currency: 'DKK' } }],
      },
    });
    expect(bySchool).toMatchObject({ status: 200, body: { status: 'cancelled', fees: [] } });
  });

  test('that took place is completed; who did not come owes the fee for that', async () => {
    const [came, missed] = [await learner(school), await learner(school)];
    const created = await book(school, {
      bookingTypeId: school.theory,
      vehicleId: undefined,
      startsAt: onDay(24, '17:00'),
      studentIds: [came.id, missed.id],
      override: CLOSED,
    });
    const attendance = [
      { studentId: came.id, status: 'attended' },
      { studentId: missed.id, status: 'no_show' },
    ];
    const early = await change('POST', created.body.id, '/complete', { attendance });
    await control.clock(created.body.endsAt);
    const token = await signIn(school.teachers[0]);

    const done = await change('POST', created.body.id, '/complete', { attendance }, token);

    expect(early.status).toBe(409);
    expect(done).toMatchObject({
      status: 200,
      body: { status: 'completed', fees: [{ studentId: missed.id, reason: 'no_show' }] },
    });
  });
});

test('who is put into a class, taken out and put in again believes to be in, and the teacher is told once', async () => {
  const [own] = school.teachers;
  const email = anyEmail('elev');
  const { id } = await learner(school, { email, phone: '+4531223355' });
  const { body } = await book(school, {
    ...{ bookingTypeId: school.theory, vehicleId: undefined, studentIds: [] },
    ...{ startsAt: onDay(29, '15:00'), override: CLOSED },
  });
  const before = {
    student: (await mailTo(email)).length,
    teacher: (await mailTo(own.email)).length,
  };
  const add = () => change('POST', body.id, '/students', { studentIds: [id] });

  const statuses = [
    (await add()).status,
    (await change('DELETE', body.id, `/students/${id}`)).status,
    (await add()).status,
  ];
  await control.idle(inMinutes(3));

  const mails = (await mailTo(email)).slice(before.student);
  const toTeacher = (await mailTo(own.email)).slice(before.teacher);
  expect(statuses).toEqual([200, 200, 200]);
  expect(mails.at(-1)?.subject).toContain('Booket');
  expect(toTeacher.map(({ subject }) => subject)).toEqual([expect.stringContaining('deltagere')]);
});

describe('a draft', () => {
  test('holds its time until its hold runs out, and cannot be confirmed afterwards', async () => {
    const { id } = await learner(school);
    const lesson = { startsAt: onDay(25, '10:00'), studentIds: [id], override: CLOSED };
    const draft = await book(school, { ...lesson, draft: true });
    const meanwhile = await book(school, lesson);
    await control.clock(draft.body.heldUntil);
    const token = await signIn(school.admin);

    const confirmed = await change('POST', draft.body.id, '/confirm', undefined, token);
    await control.idle();
    const swept = await change('GET', draft.body.id, '', undefined, token);

    expect(draft).toMatchObject({ status: 201, body: { status: 'draft' } });
    expect(meanwhile.status).toBe(409);
    expect(confirmed).toMatchObject({ status: 409, body: { code: 'hold_expired' } });
    expect(swept).toMatchObject({ status: 200, body: { status: 'cancelled' } });
  });
});

test('a class of 45 is booked, moved to just before UTC midnight, not over it, and completed; 46 are refused', async () => {
  const students: string[] = [];
  for (let nth = 0; nth < 46; nth += 1) students.push((await learner(school)).id);
  const lesson = { bookingTypeId: school.theory, vehicleId: undefined, override: CLOSED };
  const full = { ...lesson, startsAt: onDay(26, '17:00') };

  const refused = await book(school, { ...full, studentIds: students });
  const created = await book(school, { ...full, studentIds: students.slice(1) });
  const override = { ...CLOSED, rules: ['closed_day', 'outside_availability'] };
  const moveTo = (startsAt: string) => change('PATCH', created.body.id, '', { startsAt, override });
  const moved = await moveTo(`${onDay(33, '23:10')}Z`);
  const crossing = await moveTo(`${onDay(34, '23:20')}Z`);
  const other = await book(school, { ...full, studentIds: students.slice(1) });
  const cancelled = await change('POST', other.body.id, '/cancel', {
    reason: 'læreren er syg',
    onBehalfOf: 'school',
  });
  expect([created, moved]).toMatchObject([{ status: 201 }, { status: 200 }]);
  await control.clock(moved.body.endsAt);
  const completed = await change(
    'POST',
    created.body.id,
    '/complete',
    { attendance: students.slice(1).map((studentId) => ({ studentId, status: 'attended' })) },
    await signIn(school.admin),
  );

  expect([refused, crossing]).toMatchObject([
    { status: 422, body: { code: 'rule_refused', rule: 'capacity' } },
    { status: 422, body: { code: 'rule_refused', rule: 'capacity' } },
  ]);
  expect([cancelled, completed]).toMatchObject([{ status: 200 }, { status: 200 }]);
});

test('ten tries at one time have one winner, over HTTP as well', async () => {
  // One after the other: at once are the bookings to be.
  const students: string[] = [];
  while (students.length < 10) students.push((await learner(school)).id);
  const tries = students.map((id, i) =>
    book(school, { startsAt: onDay(27, `10:${10 + i}`), studentIds: [id], override: CLOSED }),
  );

  const statuses = (await Promise.all(tries)).map(({ status }) => status);

  expect(statuses.filter((status) => status === 201)).toHaveLength(1);
  expect(statuses.filter((status) => status === 409)).toHaveLength(9);
});

test("the week of a teacher is listed, and nobody else's lesson in it", async () => {
  const [own, theirs] = school.teachers;
  const { id } = await learner(school);
  const startsAt = onDay(28, '08:00');
  const mine = await book(school, { startsAt, studentIds: [id], override: CLOSED });
  await book(school, {
    ...{ bookingTypeId: school.theory, vehicleId: undefined, startsAt, studentIds: [] },
    ...{ teacherId: theirs.personId, override: CLOSED },
  });
  const day = startsAt.slice(0, 10);

  const listed = await apiOk('GET', `${school.path}/bookings?from=${day}&to=${day}`, {
    token: own.token,
  });

  expect(listed.body.items.map((booking: { id: string }) => booking.id)).toEqual([mine.body.id]);
});
