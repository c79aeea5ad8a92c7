import { beforeAll, describe, expect, test } from 'vitest';
import { areas } from '../../functions/routes.ts';
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
import { rowsThatMatter } from './support/rows.ts';
import { addBooking, invoiceOf, thingsOf } from './support/things.ts';

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
const OWN_BOOKINGS_WRITE = row('422 422 422 422 403 404 403 404');
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
  ['list-vehicles', '{S}/vehicles', STAFF_READS],
  ['create-vehicle', '{S}/vehicles', ADMIN_WRITES],
  ['change-vehicle', '{S}/vehicles/{vehicleId}', ADMIN_WRITES],
  ['list-booking-types', '{S}/booking-types', MEMBERS_READ],
  ['create-booking-type', '{S}/booking-types', ADMIN_WRITES],
  ['change-booking-type', '{S}/booking-types/{bookingTypeId}', ADMIN_WRITES],
  ['get-calendar', '{S}/calendar', MEMBERS_READ],
  ['set-calendar', '{S}/calendar', ADMIN_WRITES],
  ['get-availability', '{S}/teachers/{personId}/availability', STAFF_READS],
  [
    'get-availability',
    '{S}/teachers/{colleagueId}/availability',
    row('200 200 200 404 403 404 403 404'),
  ],
  ['set-availability', '{S}/teachers/{personId}/availability', OWN_BOOKINGS_WRITE],
  ['list-free-slots', '{S}/teachers/{personId}/free-slots?{span}', MEMBERS_READ],
  ['create-booking', '{S}/bookings', OWN_BOOKINGS_WRITE],
  ['list-bookings', '{S}/bookings', MEMBERS_READ],
  ['get-booking', '{S}/bookings/{bookingId}', MEMBERS_READ],
  ['get-booking', '{S}/bookings/{colleaguesBookingId}', row('200 200 200 404 404 404 403 404')],
  ['change-booking', '{S}/bookings/{bookingId}', OWN_BOOKINGS_WRITE],
  // It has no body to refuse: whoever is let through is told that it stands already.
  ['confirm-booking', '{S}/bookings/{bookingId}/confirm', row('409 409 409 409 403 404 403 404')],
  [
    'confirm-booking',
    '{S}/bookings/{colleaguesBookingId}/confirm',
    row('409 409 409 404 403 404 403 404'),
  ],
  ['cancel-booking', '{S}/bookings/{bookingId}/cancel', row('422 422 422 422 422 404 403 404')],
  ['add-booking-students', '{S}/bookings/{bookingId}/students', OWN_BOOKINGS_WRITE],
  // Nor has this one: the classmate takes no part in it.
  [
    'remove-booking-student',
    '{S}/bookings/{bookingId}/students/{classmateId}',
    row('404 404 404 404 403 404 403 404'),
  ],
  ['complete-booking', '{S}/bookings/{bookingId}/complete', OWN_BOOKINGS_WRITE],
  [
    'waive-booking-fee',
    '{S}/bookings/{bookingId}/students/{studentId}/fee-waiver',
    row('422 422 422 403 403 404 403 404'),
  ],
  ['get-balance', '{S}/students/{studentId}/balance', MONEY_OF_OWN],
  ['get-balance', '{S}/students/{classmateId}/balance', MONEY_OF_OTHERS],
  ['list-ledger', '{S}/students/{studentId}/ledger', MONEY_OF_OWN],
  ['list-ledger', '{S}/students/{classmateId}/ledger', MONEY_OF_OTHERS],
  ['list-invoices', '{S}/students/{studentId}/invoices', MONEY_OF_OWN],
  ['list-invoices', '{S}/students/{classmateId}/invoices', MONEY_OF_OTHERS],
  ['get-invoice', '{S}/invoices/{invoiceId}', MONEY_OF_OWN],
  ['get-invoice', '{S}/invoices/{classmatesInvoiceId}', MONEY_OF_OTHERS],
  ['list-notifications', '{S}/notifications', OFFICE_READS],
  ['get-notification', '{S}/notifications/{notificationId}', OFFICE_READS],
  // It has no body to refuse: whoever is let through is told that the first is still to go.
  [
    'resend-notification',
    '{S}/notifications/{notificationId}/resend',
    row('409 409 409 403 403 404 403 404'),
  ],
  ['create-message', '{S}/messages', OWN_BOOKINGS_WRITE],
  ['list-templates', '{S}/templates', ADMIN_READS],
  ['get-template', '{S}/templates/welcome/da', ADMIN_READS],
  ['set-template', '{S}/templates/welcome/da', ADMIN_WRITES],
  ['preview-template', '{S}/templates/welcome/da/preview', ADMIN_WRITES],
  // There is none to remove.
  ['remove-template', '{S}/templates/welcome/da', row('204 204 403 403 403 404 403 404')],
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

/** As the administrator and with a body that is fine, so that only the id can be the reason. */
function change(name: string, path: string) {
  const method = methodOf(name);
  return api(method, path, {
    token: tokens.admin,
    ...(method !== 'GET' && { body: FINE_BODIES[name] ?? { name: 'Ny' } }),
  });
}

const FINE_BODIES: Record<string, unknown> = {
  'set-availability': { weekly: [], exceptions: [] },
  'change-booking': { notes: 'Ny' },
  'cancel-booking': { reason: 'Ny', onBehalfOf: 'school' },
  'add-booking-students': { studentIds: [`per_${'0'.repeat(26)}`] },
  'complete-booking': { attendance: [] },
  'waive-booking-fee': { reason: 'Ny' },
};

function methodOf(name: string): string {
  return operations.find((operation) => operation.name === name)?.method ?? `no operation ${name}`;
}

async function versions(): Promise<string[]> {
  return (await rowsThatMatter()).map(({ pk, sk, version }) => `${pk} ${sk} ${version}`).sort();
}
