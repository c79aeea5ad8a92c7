import { beforeAll, describe, expect, test } from 'vitest';
import { areas } from '../../functions/routes.ts';
import { allPages, api, apiOk } from './support/api.ts';
import { control } from './support/control.ts';
import { guardian, registrationForm } from './support/forms.ts';
import {
  addDepartment,
  addService,
  enrol,
  newFeeSchool,
  newStaff,
  newStudent,
  type Person,
  platformToken,
  type School,
} from './support/people.ts';
import { rowsThatMatter } from './support/rows.ts';

/** Who asks. `outsider` administers another school; `former` was disabled; `invited` has not accepted. */
const CALLERS = [
  'platform',
  'admin',
  'office',
  'teacher',
  'student',
  'outsider',
  'former',
  'invited',
] as const;
type Caller = (typeof CALLERS)[number];

let school: School;
let other: School;
let tokens: Record<Caller, string>;
/** What paths name: own things of the school, unless a row says otherwise. */
let things: Record<string, string>;
let elsewhere: Record<string, string>;

beforeAll(async () => {
  [school, other] = await Promise.all([newFeeSchool(), newFeeSchool()]);
  const teacher = await newStaff(school, 'teacher');
  const office = await newStaff(school, 'office');
  const student = await newStudent(school);
  const former = await newStaff(school, 'school_admin');
  const invited = await newStudent(other);
  const admin = school.admin.token;
  const classmate = await enrol(school);
  await apiOk('PATCH', `${school.path}/students/${student.personId}`, {
    body: { teacherIds: [teacher.personId] },
    token: admin,
  });
  await apiOk('PATCH', `${school.path}/staff/${former.personId}`, {
    body: { status: 'disabled' },
    token: admin,
  });
  await apiOk('POST', `${school.path}/staff`, {
    body: { name: 'Ny', email: invited.email, roles: ['school_admin'] },
    token: admin,
  });
  things = await thingsOf(school, student.personId, teacher.personId);
  things.classmateId = classmate.id;
  things.classmatesInvoiceId = await invoiceOf(school, classmate.id);
  elsewhere = await thingsOf(other, invited.personId, other.admin.personId);
  tokens = {
    platform: await platformToken(),
    admin,
    office: office.token,
    teacher: teacher.token,
    student: student.token,
    outsider: other.admin.token,
    former: former.token,
    invited: invited.token,
  };
  await control.idle();
});

/**
 * The expected status per caller. Writes are sent a body that nobody may send, so whoever is let
 * through is told 422 and no row changes.
 */
const row = (statuses: string): Record<Caller, number> => {
  const list = statuses.split(' ').map(Number);
  return Object.fromEntries(CALLERS.map((caller, at) => [caller, list[at]])) as Record<
    Caller,
    number
  >;
};
//                        platform admin office teacher student outsider former invited
const ADMIN_READS = row('200 200 403 403 403 404 403 404');
const ADMIN_WRITES = row('422 422 403 403 403 404 403 404');
const OFFICE_READS = row('200 200 200 403 403 404 403 404');
const OFFICE_WRITES = row('422 422 422 403 403 404 403 404');
const STAFF_READS = row('200 200 200 200 403 404 403 404');
const MEMBERS_READ = row('200 200 200 200 200 404 403 404');
const MONEY_OF_OWN = row('200 200 200 403 200 404 403 404');
const MONEY_OF_OTHERS = row('200 200 200 403 404 404 403 404');
const ANYBODY_READS = row('200 200 200 200 200 200 200 200');
const ANYBODY_WRITES = row('422 422 422 422 422 422 422 422');

const MATRIX: [operation: string, path: string, expected: Record<Caller, number>][] = [
  ['get-me', '/me', ANYBODY_READS],
  ['get-preferences', '/me/preferences', ANYBODY_READS],
  ['change-preferences', '/me/preferences', ANYBODY_WRITES],
  ['create-school', '/schools', row('422 403 403 403 403 403 403 403')],
  ['list-schools', '/schools', row('200 200 403 403 403 200 403 403')],
  ['get-school', '{S}', ADMIN_READS],
  ['change-school', '{S}', ADMIN_WRITES],
  ['get-settings', '{S}/settings', ADMIN_READS],
  ['change-settings', '{S}/settings', ADMIN_WRITES],
  ['list-services', '{S}/services', OFFICE_READS],
  ['create-service', '{S}/services', ADMIN_WRITES],
  ['change-service', '{S}/services/{serviceId}', ADMIN_WRITES],
  ['list-departments', '{S}/departments', ADMIN_READS],
  ['create-department', '{S}/departments', ADMIN_WRITES],
  ['change-department', '{S}/departments/{departmentId}', ADMIN_WRITES],
  ['list-staff', '{S}/staff', STAFF_READS],
  ['create-staff', '{S}/staff', ADMIN_WRITES],
  ['change-staff', '{S}/staff/{personId}', ADMIN_WRITES],
  ['list-students', '{S}/students', MEMBERS_READ],
  ['create-student', '{S}/students', OFFICE_WRITES],
  ['get-student', '{S}/students/{studentId}', MEMBERS_READ],
  ['get-student', '{S}/students/{classmateId}', row('200 200 200 404 404 404 403 404')],
  ['change-student', '{S}/students/{studentId}', row('422 422 422 422 403 404 403 404')],
  ['get-balance', '{S}/students/{studentId}/balance', MONEY_OF_OWN],
  ['get-balance', '{S}/students/{classmateId}/balance', MONEY_OF_OTHERS],
  ['list-ledger', '{S}/students/{studentId}/ledger', MONEY_OF_OWN],
  ['list-ledger', '{S}/students/{classmateId}/ledger', MONEY_OF_OTHERS],
  ['list-invoices', '{S}/students/{studentId}/invoices', MONEY_OF_OWN],
  ['list-invoices', '{S}/students/{classmateId}/invoices', MONEY_OF_OTHERS],
  ['get-invoice', '{S}/invoices/{invoiceId}', MONEY_OF_OWN],
  ['get-invoice', '{S}/invoices/{classmatesInvoiceId}', MONEY_OF_OTHERS],
];

const operations = Object.values(areas)
  .flatMap((area) => area.operations)
  .filter(({ who }) => who !== 'public');

test('every operation behind a token has a row here', () => {
  const named = new Set(MATRIX.map(([name]) => name));

  expect(operations.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([]);
});

test.each(MATRIX)(
  '%s %s answers each role as documented, and changes nothing',
  async (name, path, expected) => {
    const before = await versions();

    const answered = await Promise.all(
      CALLERS.map(async (caller) => [
        caller,
        (await ask(name, pathOf(path, school, things), tokens[caller])).status,
      ]),
    );

    expect(Object.fromEntries(answered)).toEqual(expected);
    expect(await versions()).toEqual(before);
  },
);

test("another school's things under one's own school are not found, whatever the operation", async () => {
  const foreign = MATRIX.filter(
    ([, path]) => /\{\w+Id\}/.test(path) && !path.includes('classmate'),
  );

  const answered = await Promise.all(
    foreign.map(async ([name, path]) => [
      name,
      (await change(name, pathOf(path, school, elsewhere))).status,
    ]),
  );

  expect(answered).toHaveLength(9);
  expect(answered.filter(([, status]) => status !== 404)).toEqual([]);
});

test("nothing of one school is in another's lists", async () => {
  const lists = ['services', 'departments', 'staff', 'students'];

  for (const list of lists) {
    const { items } = await allPages(`${other.path}/${list}`, tokens.outsider);
    const own = await allPages(`${school.path}/${list}`, tokens.admin);
    const ids = new Set(own.items.map(({ id }) => id));
    expect(items.length).toBeGreaterThan(0);
    if (list !== 'staff') expect(items.filter(({ id }) => ids.has(id))).toEqual([]);
    expect(items.every(({ schoolId = other.id }) => schoolId === other.id)).toBe(true);
  }
});

describe('a student', () => {
  test('sees themselves alone in the list', async () => {
    const { items } = await allPages(`${school.path}/students`, tokens.student);

    expect(items.map(({ id }) => id)).toEqual([things.studentId]);
  });

  test('does not see drafts or invoices of others through their guardian either', async () => {
    const { id } = await enrol(school, { guardians: [guardian()] });

    const answer = await api('GET', `${school.path}/students/${id}/invoices`, {
      token: tokens.student,
    });

    expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });
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

async function thingsOf(
  of: School,
  studentId: string,
  personId: string,
): Promise<Record<string, string>> {
  const service = await addService(of);
  return {
    studentId,
    personId,
    departmentId: await addDepartment(of),
    serviceId: service.id,
    invoiceId: await invoiceOf(of, studentId),
  };
}

async function invoiceOf({ path, admin }: School, studentId: string): Promise<string> {
  const { body } = await apiOk('GET', `${path}/students/${studentId}/invoices`, {
    token: admin.token,
  });
  return body.items[0].id;
}

function pathOf(path: string, { path: schoolPath }: School, ids: Record<string, string>): string {
  return path
    .replace('{S}', schoolPath)
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? `no ${name}`);
}

function ask(name: string, path: string, token: string) {
  const method = methodOf(name);
  return api(method, path, {
    token,
    ...(method !== 'GET' && { body: { nobodyKnowsThisField: true } }),
  });
}

/** As the administrator and with a body that is fine, so that only the id can be the reason. */
function change(name: string, path: string) {
  const method = methodOf(name);
  return api(method, path, {
    token: tokens.admin,
    ...(method !== 'GET' && { body: { name: 'Ny' } }),
  });
}

function methodOf(name: string): string {
  return operations.find((operation) => operation.name === name)?.method ?? `no operation ${name}`;
}

async function versions(): Promise<string[]> {
  return (await rowsThatMatter()).map(({ pk, sk, version }) => `${pk} ${sk} ${version}`).sort();
}
