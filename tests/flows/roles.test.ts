import { beforeAll, describe, expect, test } from 'vitest';
import { areas } from '../../functions/routes.ts';
import { CAR } from '../support/learning-stage.ts';
import { allPages, api, apiOk } from './support/api.ts';
import { control } from './support/control.ts';
import { guardian } from './support/forms.ts';
import {
  enrol,
  newFeeSchool,
  newStaff,
  newStudent,
  platformToken,
  type School,
} from './support/people.ts';
import { CALLERS, type Caller, MATRIX } from './support/role-matrix.ts';
import { rowsThatMatter } from './support/rows.ts';
import { addBooking, invoiceOf, thingsOf } from './support/things.ts';

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
  const [colleague, theirTeacher] = [
    await newStaff(school, 'teacher'),
    await newStaff(other, 'teacher'),
  ];
  things = await thingsOf(school, student.personId, teacher.personId);
  things.classmateId = classmate.id;
  things.classmatesInvoiceId = await invoiceOf(school, classmate.id);
  things.colleagueId = colleague.personId;
  things.colleaguesBookingId = await addBooking(school, things.bookingTypeId, {
    teacherId: colleague.personId,
    studentIds: [classmate.id],
  });
  things.moduleId = CAR;
  things.signatureId = `sig_${'0'.repeat(26)}`;
  elsewhere = await thingsOf(other, invited.personId, theirTeacher.personId);
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

    const answered: [Caller, number][] = [];
    for (const caller of CALLERS) {
      const { status } = await ask(name, pathOf(path, school, things), tokens[caller]);
      answered.push([caller, status]);
    }

    expect(Object.fromEntries(answered)).toEqual(expected);
    expect(await versions()).toEqual(before);
  },
);

test("another school's things under one's own school are not found, whatever the operation", async () => {
  const foreign = MATRIX.filter(
    ([, path]) => /\{\w+Id\}/.test(path) && !/classmate|colleague/.test(path),
  );

  const answered: [string, number][] = [];
  for (const [name, path] of foreign) {
    answered.push([name, (await change(name, pathOf(path, school, elsewhere))).status]);
  }

  expect(answered.length).toBeGreaterThan(20);
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

/** Who does what no administrator may. */
const SIGNERS: Record<string, Caller> = {
  'create-teacher-signature': 'teacher',
  'create-correction': 'teacher',
  'create-student-signature': 'student',
  'create-dispute': 'student',
  'accept-correction': 'student',
  'reject-correction': 'teacher',
};

/** As the administrator and with a body that is fine, so that only the id can be the reason. */
function change(name: string, path: string) {
  const method = methodOf(name);
  return api(method, path, {
    token: tokens[SIGNERS[name] ?? 'admin'],
    ...(method !== 'GET' && { body: FINE_BODIES[name] ?? { name: 'Ny' } }),
  });
}

const bookingId = `bkg_${'0'.repeat(26)}`;
const LINE = {
  description: 'x',
  quantity: 1,
  unitPrice: { amount: 100, currency: 'DKK' },
  vatRate: 25,
};
const SOME = { amount: 100, currency: 'DKK' };
const FINE_BODIES: Record<string, unknown> = {
  'assign-lesson-plan': { lessonPlanId: `pln_${'0'.repeat(26)}` },
  'create-teacher-signature': { bookingId, signature: { name: 'Ny' } },
  'create-student-signature': { bookingId, signature: { name: 'Ny' } },
  'create-dispute': { bookingId, text: 'Ny' },
  'create-correction': { bookingId, change: { covered: false }, reason: 'Ny' },
  'request-signature': { bookingId },
  'create-invoice': { lines: [LINE] },
  'change-invoice': { lines: [LINE] },
  'issue-invoice': {},
  'create-credit-note': { reason: 'x' },
  'bill-student': {},
  'create-payment': { amount: SOME, method: 'cash', receivedAt: '2026-11-01' },
  'create-credit-allocation': { invoiceId: `inv_${'0'.repeat(26)}`, amount: SOME },
  'settle-student': {},
  'agree-instalments': { invoiceId: `inv_${'0'.repeat(26)}`, count: 2, firstDueDate: '2027-01-01' },
  'pause-dunning': { reason: 'x' },
  'create-checkout': {},
  'create-refund': { amount: SOME, reason: 'x' },
  'resolve-suspense': { refund: true },
  'set-availability': { weekly: [], exceptions: [] },
  'change-booking': { notes: 'Ny' },
  'cancel-booking': { reason: 'Ny', onBehalfOf: 'school' },
  'add-booking-students': { studentIds: [`per_${'0'.repeat(26)}`] },
  'complete-booking': { attendance: [] },
  'waive-booking-fee': { reason: 'Ny' },
  'change-webhook-endpoint': { events: ['SchoolChanged'] },
  'replay-webhook-deliveries': { eventIds: [`evt_${'0'.repeat(26)}`] },
};

function methodOf(name: string): string {
  return operations.find((operation) => operation.name === name)?.method ?? `no operation ${name}`;
}

async function versions(): Promise<string[]> {
  return (await rowsThatMatter()).map(({ pk, sk, version }) => `${pk} ${sk} ${version}`).sort();
}
