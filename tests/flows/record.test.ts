import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, anyAddress, api, apiOk } from './support/api.ts';
import { control } from './support/control.ts';
import { book, newTeachingSchool, onDay, type TeachingSchool } from './support/lessons.ts';
import { mailTo, withSubject } from './support/mail.ts';
import { newStudent, type Person, signIn } from './support/people.ts';
import { stack } from './support/stack.ts';

const PHONE = '+4531223355';
const DRAWN = [
  [
    [10, 80],
    [60, 10],
    [90, 85],
    [200, 30],
  ],
];
const folder = mkdtempSync(join(tmpdir(), 'record-'));

let school: TeachingSchool;
let student: Person;
let other: Person;
let teacher: { token: string; personId: string };
let bookingId: string;
let modules: string[];

/** A road lesson in three days; the clock then stands at its end. */
beforeAll(async () => {
  school = await newTeachingSchool();
  student = await newStudent(school, { name: 'Sofie Æbeltoft', phone: PHONE });
  other = await newStudent(school);
  const plans = await apiOk('GET', `${school.path}/lesson-plans`, { token: school.admin.token });
  const plan = await apiOk('GET', `${school.path}/lesson-plans/${plans.body.items[0].id}`, {
    token: school.admin.token,
  });
  modules = plan.body.modules
    .filter(({ kind }: { kind: string }) => kind === 'road')
    .slice(0, 2)
    .map(({ id }: { id: string }) => id);
  const lesson = await book(school, {
    ...{ startsAt: onDay(3, '10:00'), studentIds: [student.personId] },
    override: { rules: ['closed_day'], reason: 'any day will do for a test' },
  });
  bookingId = lesson.body.id;
  await control.clock(lesson.body.endsAt);
  teacher = { ...school.teachers[0], token: await signIn(school.teachers[0]) };
  const attendance = [{ studentId: student.personId, status: 'attended' }];
  await apiOk('POST', `${school.path}/bookings/${bookingId}/complete`, {
    ...{ body: { attendance }, token: teacher.token },
  });
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await control.clock(null);
});

const of = (path: string) => `${school.path}/students/${student.personId}${path}`;
const sign = (moduleId: string, role: 'teacher' | 'student', name: string, token: string) =>
  api('POST', of(`/modules/${moduleId}/${role}-signature`), {
    body: { bookingId, signature: { name, strokes: DRAWN } },
    token,
  });
const document = (format: string, token: string): Promise<Answer> =>
  api('GET', of(`/signatures/document?format=${format}`), { token });
/** The text messages to the student that carry a link. */
const links = async () =>
  (await control.sms())
    .filter(({ to, text }) => to.includes(PHONE) && text.includes('/sign/'))
    .map(({ text }) => /http\S+/.exec(text)?.[0] ?? '');
/** The checker as an inspector runs it. */
function check(record: unknown, ...words: string[]): string {
  const file = join(folder, 'record.json');
  writeFileSync(file, typeof record === 'string' ? record : JSON.stringify(record));
  try {
    const command = ['bin/check-record.mjs', file, ...words];
    return execFileSync(process.execPath, command, { stdio: 'pipe' }).toString();
  } catch (error) {
    return String((error as { stdout: Buffer }).stdout);
  }
}

describe('a lesson that was taught', () => {
  test('the teacher signs two modules: one mail and one SMS ask the student', async () => {
    for (const moduleId of modules) {
      expect((await sign(moduleId, 'teacher', 'Tove', teacher.token)).status).toBe(201);
    }
    const mails = await mailTo(student.email);
    const request = withSubject(mails, /^Underskriv: /);
    const [link, ...more] = await links();

    expect(more).toEqual([]);
    expect(link).toMatch(new RegExp(`^${stack().portal}/sign/[\\w-]{43}$`));
    expect(request.text).toContain(`${stack().portal}/sign/`);
    expect(request.text).toMatch(/Kontrolkode: [0-9a-f]{64}/);
  });

  test('the link shows what is to be signed, to anybody who has it, as often as they like', async () => {
    const [link = ''] = await links();
    const path = new URL(link).pathname.replace('/sign/', '/signing/');
    const first = await api('GET', path);
    const second = await api('GET', path);

    expect(first).toMatchObject({
      status: 200,
      body: {
        ...{ bookingId, studentId: student.personId, minutes: 45 },
        modules: modules.map((moduleId) => ({ moduleId, state: 'awaiting_student' })),
      },
    });
    expect(second.body).toEqual(first.body);
  });

  test('nobody guesses a link: unknown, malformed, all the same, and only so often', async () => {
    const sourceIp = anyAddress();
    const guesses = [
      ...Array.from({ length: 12 }, () => randomBytes(32).toString('base64url')),
      ...['x', '%00', '%2f', 'a'.repeat(900)],
    ];
    const answers = [];
    for (const guess of guesses) answers.push(await api('GET', `/signing/${guess}`, { sourceIp }));

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([410]));
    expect(new Set(answers.map(({ body }) => `${body.code} ${body.detail}`)).size).toBe(1);
    const more = await Promise.all(
      Array.from({ length: 10 }, () => api('GET', '/signing/x', { sourceIp })),
    );
    expect(more.map(({ status }) => status)).toContain(429);
  });

  test('the student signs in and signs; the link is used up, both have a receipt', async () => {
    const [link = ''] = await links();
    const token = await signIn(student);
    for (const moduleId of modules) {
      expect((await sign(moduleId, 'student', 'Sofie Æ', token)).status).toBe(201);
    }
    const gone = await api('GET', new URL(link).pathname.replace('/sign/', '/signing/'));
    const mine = await mailTo(student.email);
    const theirs = await mailTo(school.teachers[0].email);
    const progress = await apiOk('GET', of('/progress'), { token });

    expect(gone).toMatchObject({ status: 410, body: { code: 'link_invalid' } });
    for (const mails of [mine, theirs]) {
      expect(mails.filter(({ subject }) => subject.startsWith('Underskrevet: '))).toHaveLength(2);
    }
    expect(progress.body.counts).toMatchObject({ road: 1, teachingDays: 1 });
  });
});

describe('the record as a document', () => {
  test('is a page that needs nothing else', async () => {
    const { status, headers, text } = await document('html', await signIn(student));

    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('content-disposition')).toMatch(
      /^inline; filename="record-per_\w+-[\d-]+\.html"$/,
    );
    expect(text).toContain('Sofie Æbeltoft');
    expect(text).toContain('<path d="M');
    expect(text).not.toMatch(/<script|https?:/);
  });

  test('is a PDF', async () => {
    const response = await fetch(`${stack().api}${of('/signatures/document?format=pdf')}`, {
      headers: { authorization: `Bearer ${await signIn(school.admin)}` },
    });
    const bytes = Buffer.from(await response.arrayBuffer());

    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(bytes.toString('latin1', 0, 5)).toBe('%PDF-');
    expect(bytes.toString('latin1').trimEnd().endsWith('%%EOF')).toBe(true);
  });

  test('is JSON that the checker believes, against the head of the last mail', async () => {
    const { status, text, body } = await document('json', teacher.token);
    const receipt = (await mailTo(student.email)).findLast(({ subject }) =>
      subject.startsWith('Underskrevet: '),
    );
    const head = /Kontrolkode: ([0-9a-f]{64})/.exec(receipt?.text ?? '')?.[1] ?? '';

    expect(status).toBe(200);
    expect(body.entries).toHaveLength(4);
    expect(body.verification).toMatchObject({ valid: true, firstBrokenEntry: null });
    expect(check(text, '--head', head)).toMatch(/^VALID {3}the expected head is entry 4/m);
  });

  test('one changed letter is found and named', async () => {
    const { body } = await document('json', await signIn(student));
    body.entries[1].content = body.entries[1].content.replace('"minutes":45', '"minutes":90');

    expect(check(body)).toMatch(/^BROKEN {2}entry 2 \(sig_\w+\): altered/m);
  });

  test('another student finds none, and a strange format is named', async () => {
    const strange = await document('docx', await signIn(student));

    expect((await document('json', await signIn(other))).status).toBe(404);
    expect(strange).toMatchObject({ status: 422, body: { errors: [{ path: '/format' }] } });
  });
});

describe('without a signature', () => {
  test('the student is reminded once a day after the teacher signed, and warned after 60 days', async () => {
    school.admin.token = await signIn(school.admin);
    const second = await book(school, {
      ...{ startsAt: onDay(4, '10:00'), studentIds: [student.personId] },
      override: { rules: ['closed_day', 'prerequisite'], reason: 'any day will do for a test' },
    });
    await control.clock(second.body.endsAt);
    const token = await signIn(school.teachers[0]);
    const attendance = [{ studentId: student.personId, status: 'attended' }];
    await apiOk('POST', `${school.path}/bookings/${second.body.id}/complete`, {
      ...{ body: { attendance }, token },
    });
    await apiOk('POST', of(`/modules/${modules[0]}/teacher-signature`), {
      body: { bookingId: second.body.id, signature: { name: 'Tove' } },
      token,
    });
    await control.idle();
    const at = (hours: number) =>
      new Date(Date.parse(second.body.endsAt) + hours * 3_600_000).toISOString();
    await control.idle(at(25));
    await control.idle(at(25.2));
    const reminders = (await mailTo(student.email)).filter(({ subject }) =>
      subject.startsWith('Husk at underskrive: '),
    );
    expect(reminders).toHaveLength(1);

    await control.idle(at(60 * 24 + 14));
    const office = await signIn(school.admin);
    const warnings = await apiOk('GET', of('/warnings'), { token: office });
    const paused = (await mailTo(student.email)).filter(({ subject }) =>
      subject.startsWith('Book en tid senest '),
    );

    expect(paused).toHaveLength(1);
    expect(warnings.body.items.at(-1)).toMatchObject({
      ...{ kind: 'pause', days: 60 },
      notifications: [
        { channel: 'email', status: 'sent' },
        { channel: 'sms', status: 'sent' },
      ],
    });
  });
});
