import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, api, apiOk } from './support/api.ts';
import { control, passTime } from './support/control.ts';
import { anyEmail, registrationForm } from './support/forms.ts';
import { mailTo } from './support/mail.ts';
import {
  enrol,
  newFeeSchool,
  newStaff,
  type Person,
  platformToken,
  type School,
  signIn,
} from './support/people.ts';
import { rowsOf } from './support/rows.ts';
import { addBooking } from './support/things.ts';

let school: School;
let office: Person;

beforeAll(async () => {
  school = await newFeeSchool();
  office = await newStaff(school, 'office');
});

afterEach(async () => {
  await control.clock(null);
});

describe('the same Idempotency-Key', () => {
  test('and body replays the same 201, though the student is enrolled by now', async () => {
    const form = registrationForm();
    const key = randomUUID();

    const first = await enrolWith(key, form);
    const again = await enrolWith(key, form);
    const without = await enrolWith(undefined, form);

    expect(first.status).toBe(201);
    expectSame(again, first);
    expect(without).toMatchObject({
      status: 409,
      body: { code: 'already_enrolled', studentId: first.body.id },
    });
    expect(await rowsOf('invoice', { studentId: first.body.id })).toHaveLength(1);
    expect(
      (await mailTo(form.email)).filter(({ subject }) => subject.startsWith('Velkommen')),
    ).toHaveLength(1);
  });

  test('and body in another order or with other white space is the same request', async () => {
    const { email, ...rest } = registrationForm();
    const key = randomUUID();

    const first = await enrolWith(key, { email, ...rest });
    const again = await enrolWith(key, { ...rest, email: ` ${email} ` });

    expectSame(again, first);
  });

  test('and another body is a 422 that changes nothing', async () => {
    const key = randomUUID();
    const first = await enrolWith(key, registrationForm());
    const other = registrationForm();

    const reused = await enrolWith(key, other);

    expect(first.status).toBe(201);
    expect(reused).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
    expect(await rowsOf('person', { email: other.email })).toEqual([]);
  });

  test('at another operation is a 422', async () => {
    const key = randomUUID();
    await enrolWith(key, registrationForm());

    const department = await api('POST', `${school.path}/departments`, {
      body: { name: 'Vest' },
      token: school.admin.token,
      headers: { 'idempotency-key': key },
    });

    expect(department).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
  });

  test('twice at once enrols one student, and both get the same answer', async () => {
    const form = registrationForm();
    const key = randomUUID();

    const [one, two] = await Promise.all([enrolWith(key, form), enrolWith(key, form)]);

    expect(one?.status).toBe(201);
    expectSame(two as Answer, one as Answer);
    const [person, ...further] = await rowsOf('person', { email: form.email });
    expect(further).toEqual([]);
    expect(await rowsOf('membership', { personId: person?.personId })).toHaveLength(1);
    expect(await rowsOf('invoice', { studentId: person?.personId })).toHaveLength(1);
  });

  test('from another person is another key', async () => {
    const key = randomUUID();
    const form = registrationForm();

    const first = await enrolWith(key, form);
    const others = await enrolWith(key, form, office.token);

    expect(first.status).toBe(201);
    expect(others).toMatchObject({ status: 409, body: { code: 'already_enrolled' } });
  });

  test('replays a 201 that the rules of today would refuse', async () => {
    const form = registrationForm();
    const key = randomUUID();
    const first = await enrolWith(key, form);
    const settings = (termsVersion: string | null) =>
      apiOk('PATCH', `${school.path}/settings`, {
        body: { registration: { termsVersion } },
        token: school.admin.token,
      });
    await settings('2');

    const again = await enrolWith(key, form);
    await settings(null);

    expectSame(again, first);
  });

  test('replays a 201 though the school is suspended by now; a new request is refused', async () => {
    const form = registrationForm();
    const key = randomUUID();
    const first = await enrolWith(key, form);
    const status = async (value: string) =>
      apiOk('PATCH', school.path, { body: { status: value }, token: await platformToken() });
    await status('suspended');

    const again = await enrolWith(key, form);
    const fresh = await enrolWith(randomUUID(), registrationForm());
    await status('active');

    expectSame(again, first);
    expect(fresh).toMatchObject({ status: 409, body: { code: 'school_suspended' } });
  });

  test('is free again after 24 hours', async () => {
    const key = randomUUID();
    await enrolWith(key, registrationForm());
    await passTime({ hours: 24, minutes: 1 });

    const later = await enrolWith(key, registrationForm(), await signIn(school.admin));

    expect(later.status).toBe(201);
  });
});

describe('a request that changed nothing', () => {
  test('stands for its key: again it changes nothing, with another body it is a 422', async () => {
    const [one, two] = [await enrol(school), await enrol(school)];
    const { bookingTypeId, bookingId } = await anyBooking(one.id);
    const students = `${school.path}/bookings/${bookingId}/students`;
    const add = (key: string, studentId: string) =>
      api('POST', students, {
        body: { studentIds: [studentId] },
        token: school.admin.token,
        headers: { 'idempotency-key': key },
      });
    const key = randomUUID();

    const first = await add(key, one.id);
    const reused = await add(key, two.id);
    await apiOk('DELETE', `${students}/${one.id}`, { token: school.admin.token });
    const again = await add(key, one.id);

    expect(first).toMatchObject({ status: 200, body: { bookingTypeId, version: 1 } });
    expect(reused).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
    expectSame(again, first);
    const now = await apiOk('GET', `${school.path}/bookings/${bookingId}`, {
      token: school.admin.token,
    });
    expect(now.body.students).toMatchObject([{ studentId: one.id, status: 'cancelled' }]);
  });

  test('so does one that only reads: a settlement proposed is not booked under its key', async () => {
    const { id } = await enrol(school);
    const settle = (key: string, body: unknown) =>
      api('POST', `${school.path}/students/${id}/settlement`, {
        body,
        token: school.admin.token,
        headers: { 'idempotency-key': key },
      });
    const key = randomUUID();

    const proposed = await settle(key, {});
    const confirmed = await settle(key, { confirm: true });
    const again = await settle(key, {});

    expect(proposed.status).toBe(200);
    expect(confirmed).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
    expectSame(again, proposed);
  });

  test('a preview of a template, too', async () => {
    const preview = (key: string, sms: string) =>
      api('POST', `${school.path}/templates/booking_confirmed/da/preview`, {
        body: { sms },
        token: school.admin.token,
        headers: { 'idempotency-key': key },
      });
    const key = randomUUID();

    const first = await preview(key, 'Hej');
    const again = await preview(key, 'Hej');
    const reused = await preview(key, 'Goddag');

    expect(first.status).toBe(200);
    expectSame(again, first);
    expect(reused).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
  });
});

test('a request that was refused leaves its key free', async () => {
  const key = randomUUID();
  const form = registrationForm();

  const refused = await enrolWith(key, { ...form, phone: '1' });
  const corrected = await enrolWith(key, form);

  expect([refused.status, corrected.status]).toEqual([422, 201]);
});

test.each([
  ['of 256 characters', 'k'.repeat(256)],
  ['with a space', 'a key'],
  ['that is empty', ''],
])('a key %s is a 422', async (_, key) => {
  const answer = await enrolWith(key, registrationForm());

  expect(answer).toMatchObject({ status: 422, body: { code: 'invalid' } });
});

test('a key of 255 characters is taken', async () => {
  const answer = await enrolWith(`${randomUUID()}${'~'.repeat(219)}`, registrationForm());

  expect(answer.status).toBe(201);
});

test.each([
  ['departments', () => ({ name: 'Syd' })],
  [
    'services',
    () => ({ name: 'Bog', kind: 'material', price: { amount: 100, currency: 'DKK' }, vatRate: 25 }),
  ],
  ['staff', () => ({ name: 'Tove', email: anyEmail(), roles: ['teacher'] })],
])('%s are made once per key, too', async (resource, makeBody) => {
  const options = {
    body: makeBody(),
    token: school.admin.token,
    headers: { 'idempotency-key': randomUUID() },
  };

  const first = await api('POST', `${school.path}/${resource}`, options);
  const again = await api('POST', `${school.path}/${resource}`, options);

  expect(first.status).toBe(201);
  expectSame(again, first);
});

/** A booking of a lesson with one student. */
async function anyBooking(studentId: string) {
  const teacher = await newStaff(school, 'teacher');
  const { body } = await apiOk('POST', `${school.path}/booking-types`, {
    body: {
      ...{ name: 'Teori', kind: 'theory', minutes: 45, capacity: 10, needsVehicle: false },
      ...{ price: { amount: 100, currency: 'DKK' }, vatRate: 25 },
    },
    token: school.admin.token,
  });
  const who = { teacherId: teacher.personId, studentIds: [studentId] };
  return { bookingTypeId: body.id, bookingId: await addBooking(school, body.id, who) };
}

function enrolWith(
  key: string | undefined,
  body: unknown,
  token = school.admin.token,
): Promise<Answer> {
  const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
  return api('POST', `${school.path}/students`, { body, token, headers });
}

function expectSame(again: Answer, first: Answer): void {
  expect({ status: again.status, body: again.body }).toEqual({
    status: first.status,
    body: first.body,
  });
  expect(again.headers.get('location')).toBe(first.headers.get('location'));
  expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
}
