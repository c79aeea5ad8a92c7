import { beforeAll, describe, expect, test } from 'vitest';
import { allPages, api, apiOk } from './support/api.ts';
import { registrationForm } from './support/forms.ts';
import {
  addDepartment,
  enrol,
  newFeeSchool,
  newStaff,
  newStudent,
  type Person,
  type School,
} from './support/people.ts';
import { invoiceOf } from './support/things.ts';

let school: School;
let tokens: Record<'admin' | 'teacher', string>;
let things: { studentId: string; classmateId: string };

beforeAll(async () => {
  school = await newFeeSchool();
  const teacher = await newStaff(school, 'teacher');
  const student = await newStudent(school);
  const admin = school.admin.token;
  await apiOk('PATCH', `${school.path}/students/${student.personId}`, {
    body: { teacherIds: [teacher.personId] },
    token: admin,
  });
  tokens = { admin, teacher: teacher.token };
  things = { studentId: student.personId, classmateId: (await enrol(school)).id };
});

describe('an office bound to departments', () => {
  let bound: Person;
  let inside: string;
  let outside: string;
  let shared: string;

  beforeAll(async () => {
    const [east, west] = [await addDepartment(school, 'Øst'), await addDepartment(school, 'Vest')];
    bound = await newStaff(school, 'office', { departmentIds: [east] });
    const enrolIn = async (...departmentIds: string[]) => {
      const { id } = await enrol(school);
      await apiOk('PATCH', `${school.path}/students/${id}`, {
        body: { departmentIds },
        token: tokens.admin,
      });
      return id;
    };
    [inside, outside, shared] = [
      await enrolIn(east),
      await enrolIn(west),
      await enrolIn(east, west),
    ];
  });

  test('sees and changes the students of its departments, and those of none; others are not found', async () => {
    const answered = [];
    for (const id of [inside, shared, things.classmateId, outside]) {
      const path = `${school.path}/students/${id}`;
      const answers = [
        await api('GET', path, { token: bound.token }),
        await api('PATCH', path, { body: { language: 'en' }, token: bound.token }),
        await api('GET', `${path}/balance`, { token: bound.token }),
        await api('GET', `${path}/ledger`, { token: bound.token }),
        await api('GET', `${path}/invoices`, { token: bound.token }),
      ];
      answered.push(answers.map(({ status }) => status));
    }

    expect(answered).toEqual([
      ...Array(3).fill([200, 200, 200, 200, 200]),
      [404, 404, 404, 404, 404],
    ]);
  });

  test('does not find the invoices of other departments by their id', async () => {
    const [own, others] = [await invoiceOf(school, inside), await invoiceOf(school, outside)];

    const answers = await Promise.all(
      [own, others].map((id) =>
        api('GET', `${school.path}/invoices/${id}`, { token: bound.token }),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual([200, 404]);
  });

  test('lists no student of other departments, however it filters', async () => {
    const all = await allPages(`${school.path}/students`, bound.token, 2);
    const asked = await allPages(`${school.path}/students?q=ida`, bound.token, 2);

    for (const { items } of [all, asked]) {
      const ids = items.map(({ id }) => id);
      expect(ids).toEqual(expect.arrayContaining([inside, shared]));
      expect(ids).not.toContain(outside);
    }
  });

  test('may not configure, nor give roles', async () => {
    const answers = await Promise.all([
      api('POST', `${school.path}/staff`, { body: {}, token: bound.token }),
      api('PATCH', `${school.path}/settings`, { body: {}, token: bound.token }),
      api('POST', `${school.path}/services`, { body: {}, token: bound.token }),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
  });

  test('enrols students', async () => {
    const answer = await api('POST', `${school.path}/students`, {
      body: registrationForm(),
      token: bound.token,
    });

    expect(answer.status).toBe(201);
  });
});

describe('a teacher', () => {
  test('changes their own students and finds no others', async () => {
    const patch = (id: string | undefined) =>
      api('PATCH', `${school.path}/students/${id}`, {
        body: { language: 'en' },
        token: tokens.teacher,
      });

    const own = await patch(things.studentId);
    const others = await patch(things.classmateId);

    expect(own).toMatchObject({ status: 200, body: { language: 'en' } });
    expect(others).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });
});
