import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { api, apiOk } from './support/api.ts';
import { control, passTime } from './support/control.ts';
import { book, learner, newTeachingSchool, onDay, type TeachingSchool } from './support/lessons.ts';
import { newStaff, newStudent, type Person, signIn } from './support/people.ts';
import { seeded } from './support/stack.ts';

const OVERRIDE = { rules: ['closed_day', 'prerequisite'], reason: 'a test' };
const SIGNATURE = {
  signature: {
    name: 'Prøve Person',
    strokes: [
      [
        { x: 1, y: 2 },
        { x: 3, y: 4 },
      ],
    ],
  },
};

let school: TeachingSchool;
let student: Person;
let classmate: Person;
let other: Person;
let signedId: string;
let racedId: string;
/** modules of the default plan, in order */
let modules: { id: string; kind: string; required: number; title: string }[];
const tokens = new Map<string, string>();

/** Who is asked for again: tokens live a quarter of an hour, and the clock is moved by days. */
const fresh = async (person: Person) => {
  const token = tokens.get(person.personId) ?? (await signIn(person));
  tokens.set(person.personId, token);
  return token;
};

/** The school with an administrator whose token holds at the moment. */
const current = async (): Promise<TeachingSchool> => ({
  ...school,
  admin: { ...school.admin, token: await fresh(school.admin) },
});

async function clock(at: string): Promise<void> {
  await control.clock(at);
  tokens.clear();
}

beforeAll(async () => {
  school = await newTeachingSchool();
  [student, classmate] = [await newStudent(school), await newStudent(school)];
  other = await newStudent(await newTeachingSchool());
  const { token } = school.admin;
  const { body } = await apiOk('GET', `${school.path}/lesson-plans`, { token });
  const plan = await apiOk('GET', `${school.path}/lesson-plans/${body.items[0].id}`, { token });
  modules = plan.body.modules;
});

afterAll(() => control.clock(null));

const theory = () => modules[0]?.id as string;
const at = (path: string, studentId = student.personId) =>
  `${school.path}/students/${studentId}${path}`;

async function sign(
  who: Person,
  role: 'teacher' | 'student',
  bookingId: string,
  { moduleId = theory(), studentId = student.personId, key = '' } = {},
) {
  return api('POST', at(`/modules/${moduleId}/${role}-signature`, studentId), {
    body: { bookingId, ...SIGNATURE },
    token: await fresh(who),
    ...(key && { headers: { 'idempotency-key': key } }),
  });
}

/** A theory class of the first teacher that is over, and was completed by them. */
async function taught(day: number, { moduleIds = [theory()] as string[], ...more } = {}) {
  const [teacher] = school.teachers;
  await clock(onDay(day - 1, '08:00:00Z'));
  const studentIds = [student.personId, classmate.personId];
  const booked = await book(await current(), {
    ...{ bookingTypeId: school.theory, vehicleId: undefined, moduleIds, studentIds },
    ...{ startsAt: onDay(day, '10:00:00Z'), override: OVERRIDE },
  });
  if (booked.status !== 201) throw new Error(booked.text);
  await clock(onDay(day, '10:50:00Z'));
  await apiOk('POST', `${school.path}/bookings/${booked.body.id}/complete`, {
    token: await fresh(teacher),
    body: {
      attendance: [
        { studentId: student.personId, status: 'attended' },
        { studentId: classmate.personId, status: 'no_show' },
      ],
      ...more,
    },
  });
  return booked.body.id as string;
}

const progress = async () =>
  (await apiOk('GET', at('/progress'), { token: await fresh(student) })).body;

describe('a lesson', () => {
  test('is completed, signed by both, and verifies its module', async () => {
    const [teacher] = school.teachers;
    const id = await taught(2);
    signedId = id;
    const early = await sign(student, 'student', id);

    const first = await sign(teacher, 'teacher', id);
    const waiting = await progress();
    const second = await sign(student, 'student', id);

    expect(early).toMatchObject({ status: 409, body: { code: 'awaiting_teacher' } });
    expect(first).toMatchObject({ status: 201, body: { sequence: 1, role: 'teacher' } });
    expect(first.headers.get('location')).toBe(at('/signatures'));
    expect(first.body.signature).toEqual({
      name: 'Prøve Person',
      strokes: [
        [
          [1, 2],
          [3, 4],
        ],
      ],
    });
    expect(waiting.modules[0]).toMatchObject({ state: 'awaiting_student', verified: 0 });
    expect(second).toMatchObject({ status: 201, body: { previousHash: first.body.hash } });
    expect(await progress()).toMatchObject({
      modules: [
        { moduleId: theory(), state: 'verified', lessons: [{ bookingId: id }] },
        ...modules.slice(1).map(() => ({ state: 'not_started' })),
      ],
      counts: { theory: 1, teachingDays: 1 },
      ready: false,
    });
    const again = [await sign(teacher, 'teacher', id), await sign(student, 'student', id)];
    expect(again.map(({ body }) => body.code)).toEqual(['already_signed', 'already_signed']);
  });

  test('is in a record that both parties and the office can read, and that verifies', async () => {
    const readers = [student, school.teachers[0], school.admin];

    for (const reader of readers) {
      const token = await fresh(reader);
      const list = await api('GET', at('/signatures?limit=1'), { token });
      const verified = await api('GET', at('/signatures/verification'), { token });
      expect(list.body).toMatchObject({
        items: [{ sequence: 1, kind: 'teacher_signature', text: null, erased: false }],
        nextCursor: expect.any(String),
      });
      expect(verified.body).toMatchObject({ valid: true, entries: 2, firstBrokenEntry: null });
    }
    const stranger = await api('GET', at('/signatures'), { token: await fresh(classmate) });
    expect(stranger.status).toBe(404);
  });

  test('has one signature however often and from wherever it comes', async () => {
    const [teacher] = school.teachers;
    const id = await taught(3);
    racedId = id;

    const tries = await Promise.all([
      ...Array.from({ length: 4 }, () => sign(teacher, 'teacher', id)),
      ...Array.from({ length: 4 }, () => sign(teacher, 'teacher', id, { key: 'one-tap' })),
      ...Array.from({ length: 2 }, () => sign(student, 'student', id)),
    ]);

    const made = tries.filter(({ body }) => body.kind === 'teacher_signature');
    expect(new Set(made.map(({ body }) => body.id)).size).toBe(1);
    expect(new Set(tries.map(({ status }) => status))).toEqual(new Set([201, 409]));
    const { body } = await apiOk('GET', at('/signatures/verification'), {
      token: await fresh(student),
    });
    expect(body.valid).toBe(true);
  });

  test('is signed by nobody else, in no other state, for no other student', async () => {
    const [teacher, colleague] = school.teachers;
    const id = racedId;
    const now = await current();
    const { admin } = now;
    const office = await newStaff(now, 'office');
    const leaving = await newStaff(now, 'teacher');
    const ahead = await book(now, {
      ...{ startsAt: onDay(8, '10:00:00Z'), studentIds: [student.personId], override: OVERRIDE },
    });
    const cancelled = await book(now, {
      ...{ startsAt: onDay(9, '10:00:00Z'), studentIds: [student.personId], override: OVERRIDE },
    });
    await apiOk('POST', `${school.path}/bookings/${cancelled.body.id}/cancel`, {
      body: { reason: 'ill', onBehalfOf: 'school' },
      token: admin.token,
    });
    await apiOk('PATCH', `${school.path}/staff/${leaving.personId}`, {
      body: { status: 'disabled' },
      token: admin.token,
    });
    const newcomer = await learner(now);
    const platform = seeded('platform_admin') as unknown as Person;

    const answers = {
      colleague: await sign(colleague, 'teacher', id),
      deactivated: await sign(leaving, 'teacher', id),
      admin: await sign(school.admin, 'teacher', id),
      office: await sign(office, 'student', id),
      platformAsTeacher: await sign(platform, 'teacher', id),
      platformAsStudent: await sign(platform, 'student', id),
      teacherAsStudent: await sign(teacher, 'student', id),
      studentAsTeacher: await sign(student, 'teacher', id),
      future: await sign(teacher, 'teacher', ahead.body.id),
      cancelled: await sign(teacher, 'teacher', cancelled.body.id),
      missed: await sign(teacher, 'teacher', id, { studentId: classmate.personId }),
      wrongStudent: await sign(teacher, 'teacher', id, { studentId: newcomer.id }),
      othersStudent: await sign(teacher, 'teacher', id, { studentId: other.personId }),
      classmate: await sign(classmate, 'student', id),
    };

    const told = Object.entries(answers).map(([who, { status, body }]) => [who, status, body.code]);
    expect(told).toEqual([
      ['colleague', 403, 'forbidden'],
      ['deactivated', 403, 'membership_disabled'],
      ['admin', 403, 'forbidden'],
      ['office', 403, 'forbidden'],
      ['platformAsTeacher', 403, 'forbidden'],
      ['platformAsStudent', 403, 'forbidden'],
      ['teacherAsStudent', 403, 'forbidden'],
      ['studentAsTeacher', 403, 'forbidden'],
      ['future', 409, 'lesson_not_taught'],
      ['cancelled', 409, 'lesson_not_taught'],
      ['missed', 409, 'lesson_not_taught'],
      ['wrongStudent', 404, 'not_found'],
      ['othersStudent', 404, 'not_found'],
      ['classmate', 404, 'not_found'],
    ]);
  });
});

describe('what is recorded', () => {
  test('is corrected with the consent of the student, and objected to with that of the teacher', async () => {
    const [teacher] = school.teachers;
    const id = signedId;
    const about = at(`/modules/${theory()}`);
    const before = await progress();

    const correction = await apiOk('POST', `${about}/corrections`, {
      body: { bookingId: id, change: { minutes: 40 }, reason: 'We stopped early.' },
      token: await fresh(teacher),
    });
    const own = await api('POST', `${about}/corrections/${correction.body.id}/acceptance`, {
      token: await fresh(teacher),
    });
    const pending = await progress();
    await apiOk('POST', `${about}/corrections/${correction.body.id}/acceptance`, {
      token: await fresh(student),
    });
    const after = await progress();
    const dispute = await apiOk('POST', `${about}/dispute`, {
      body: { bookingId: id, text: 'It was 45 minutes after all.' },
      token: await fresh(student),
    });
    const disputed = await progress();
    const answered = await apiOk('POST', `${about}/corrections/${dispute.body.id}/rejection`, {
      token: await fresh(teacher),
    });

    expect(own).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(pending.counts).toEqual(before.counts);
    expect(after.counts.theory).toBe(before.counts.theory - 1);
    expect(disputed.modules[0].state).toBe('disputed');
    expect(answered.body).toMatchObject({ kind: 'dispute_rejected', answers: dispute.body.id });
  });

  test('is asked to be signed once more, and what is odd is refused by field', async () => {
    const [teacher] = school.teachers;
    await apiOk('PATCH', `${school.path}/settings`, {
      body: { learning: { pauseWarnDays: [1] } },
      token: await fresh(school.admin),
    });
    const id = await taught(4);
    await sign(teacher, 'teacher', id);
    const ask = async (bookingId: string) =>
      api('POST', at('/signature-requests'), { body: { bookingId }, token: await fresh(teacher) });

    const asked = await ask(id);
    const unknown = await ask(`bkg_${'0'.repeat(26)}`);
    const odd = await api('POST', at(`/modules/${theory()}/student-signature`), {
      body: { bookingId: id, signature: { name: ' ', strokes: [[['x']]] }, note: 'x' },
      token: await fresh(student),
    });
    const half = await api('POST', at(`/modules/${theory()}/student-signature`), {
      raw: `{"bookingId":"${id}","signature":{"name":"\\ud800"}}`,
      token: await fresh(student),
    });

    expect(asked).toMatchObject({ status: 202, body: { moduleIds: [theory()] } });
    expect(unknown.status).toBe(404);
    expect(odd.status).toBe(422);
    expect(half).toMatchObject({ status: 422, body: { errors: [{ path: '/signature/name' }] } });
  });
});

describe('a pause', () => {
  test('is warned of once, with the message as evidence', async () => {
    await passTime({ days: 1 });
    await control.idle();
    await control.idle();
    tokens.clear();

    const { body } = await apiOk('GET', at('/warnings'), { token: await fresh(student) });

    const pauses = body.items.filter(({ kind }: { kind: string }) => kind === 'pause');
    expect(pauses).toMatchObject([{ days: 1, lastTaughtOn: (await progress()).lastTaughtOn }]);
    expect(pauses[0].notifications.length).toBeGreaterThan(0);
    expect(pauses[0].notifications[0].status).toMatch(/^(sent|delivered|queued)$/);
  });
});
