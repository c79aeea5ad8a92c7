import fc from 'fast-check';
import { apiOk } from '../flows/support/api.ts';
import type { Ids } from '../flows/support/bodies.ts';
import { control } from '../flows/support/control.ts';
import { lastTokenTo } from '../flows/support/mail.ts';
import {
  enrol,
  newSchool,
  newStaff,
  newStudent,
  platformToken,
  register,
  type School,
  signIn,
} from '../flows/support/people.ts';
import { fillCounter, readKeys } from '../flows/support/rows.ts';
import { type Cast, CALLERS as ROLES } from '../flows/support/tenancy/cast.ts';
import { addBooking, inDays } from '../flows/support/things.ts';
import { FIELDS } from './fields.ts';
import type { Pool } from './schema-arbitrary.ts';

/** Who asks: everybody of the tenancy matrix, people of a suspended school, and who has no token that counts. */
export const CALLERS = [
  ...['nobody', 'forged', 'idToken', 'suspendedAdmin', 'suspendedTeacher', 'suspendedStudent'],
  ...ROLES,
];

/** An address whose requests have all been taken. */
export const BUSY_ADDRESS = '198.19.255.1';

/** Things that fit together, of one school. */
export type Scene = Ids & { schoolId: string };

/** Schools of the fuzz's own, and all that its requests may name. It learns ids as answers tell them. */
export type World = {
  tokens: Readonly<Record<string, string | undefined>>;
  scenes: readonly Scene[];
  pool: Pool;
  /** what people without a session send: by operation */
  openBodies: Readonly<Record<string, readonly unknown[]>>;
  openTokens: Readonly<Record<string, readonly string[]>>;
  account: string;
  suspendedId: string;
  learn(body: unknown): void;
  /** access tokens live for a quarter of an hour */
  renew(): Promise<void>;
};

/** Prefixes of ids, and the names of the fields and parameters that hold them. */
const NAMES: Record<string, readonly string[]> = {
  per: ['studentId', 'teacherId', 'studentIds', 'teacherIds', 'taughtBy'],
  dep: ['departmentId', 'departmentIds'],
  svc: ['serviceId', 'courseServiceId'],
  veh: ['vehicleId'],
  bty: ['bookingTypeId'],
  bkg: ['bookingId'],
  pln: ['lessonPlanId'],
  mod: ['moduleId', 'moduleIds'],
  sig: ['signatureId'],
  inv: ['invoiceId'],
  crn: ['creditNoteId'],
  pay: ['paymentId'],
  run: ['runId'],
  sus: ['suspenseId'],
  ntf: ['notificationId'],
  whk: ['endpointId', 'webhookEndpointId'],
  evt: ['eventIds'],
};

const ID =
  /\b(per|dep|svc|veh|bty|bkg|pln|mod|sig|inv|crn|pay|run|sus|ntf|whk|evt)_[0-7][0-9a-hjkmnp-tv-z]{25}\b/g;

/** All of it, around the schools of the tenancy matrix. */
export async function newWorld(cast: Cast): Promise<World> {
  const { school, things } = cast;
  const account = await connect(school);
  const states = await bookingStates(cast);
  const suspended = await newSuspendedSchool();
  const spare = await newStaff(school, 'office');
  const own: Scene = {
    ...things.own,
    schoolId: school.id,
    slug: school.slug,
    personId: spare.personId,
  };
  const scenes: Scene[] = [
    ...[own, own, own],
    { ...things.others, schoolId: school.id, personId: spare.personId },
    { ...things.department, schoolId: school.id, personId: spare.personId },
    { ...things.elsewhere, schoolId: cast.other.id },
    { ...own, schoolId: suspended.school.id },
    ...states.map((change) => ({ ...own, ...change })),
  ];

  const ids = new Map<string, string[]>();
  const learn = (text: string) => {
    for (const [id = '', prefix = ''] of text.matchAll(ID)) {
      const known = ids.get(prefix) ?? [];
      if (known.length < 200 && !known.includes(id)) known.push(id);
      ids.set(prefix, known);
    }
  };
  learn(JSON.stringify(scenes.slice(0, 5)));
  const oneOf = (prefix: string) => fc.nat().map((at) => pick(ids.get(prefix) ?? ['none'], at));
  const named = Object.entries(NAMES).flatMap(([prefix, names]) =>
    names.map((name) => [
      name,
      name.endsWith('Ids') ? fc.uniqueArray(oneOf(prefix), { maxLength: 3 }) : oneOf(prefix),
    ]),
  );
  const world = {
    tokens: {
      ...cast.tokens,
      ...suspended.tokens,
      nobody: undefined,
      forged: cast.bearers['a token of another key under the same name']?.token,
      idToken: cast.bearers['an ID token']?.token,
    } as Record<string, string | undefined>,
    scenes,
    pool: {
      ...FIELDS,
      ...Object.fromEntries(named),
      schoolId: fc.constantFrom(...scenes.map(({ schoolId }) => schoolId)),
      slug: fc.constant(school.slug),
    },
    ...(await open(cast, suspended.school)),
    account,
    suspendedId: suspended.school.id,
    learn: (body: unknown) => learn(JSON.stringify(body) ?? ''),
    renew: async () => {
      for (const [name, person] of Object.entries(cast.people)) {
        world.tokens[name] = await signIn(person);
      }
    },
  };
  await crowd();
  return world;
}

async function connect({ path, admin }: School): Promise<string> {
  const { token } = admin;
  const { body } = await apiOk('POST', `${path}/payment-account`, { token });
  await fetch(body.onboardingUrl, { method: 'POST' });
  await control.idle();
  return (await apiOk('GET', `${path}/payment-account`, { token })).body.accountId;
}

/** Bookings in every state: still a draft, a draft whose hold is over, cancelled, missed with a fee. */
async function bookingStates({ school, things }: Cast): Promise<Ids[]> {
  const { teacherId = '', studentId = '', vehicleId = '' } = things.own;
  const { token } = school.admin;
  const money = { amount: 30_000, currency: 'DKK' };
  const type = { name: 'Gebyr', kind: 'road', minutes: 45, needsVehicle: false, vatRate: 25 };
  const fees = { price: money, lateFee: money, noShowFee: money };
  const { body } = await apiOk('POST', `${school.path}/booking-types`, {
    ...{ body: { ...type, ...fees, cancellation: { hoursBefore: 24 } }, token },
  });
  const bookingTypeId: string = body.id;
  const at = (day: number, more = {}) =>
    addBooking(school, bookingTypeId, { teacherId, studentIds: [studentId], ...more }, inDays(day));
  const lessons: string[] = [];
  for (let nth = 0; nth < 4; nth += 1) {
    const startsAt = `${inDays(2)}T${String(12 + nth).padStart(2, '0')}:00:00Z`;
    lessons.push(await at(2, { startsAt }));
  }
  const [missed = '', ...taught] = lessons;
  const cancelled = await at(20);
  const draft = await at(21, { draft: true });
  await apiOk('POST', `${school.path}/bookings/${cancelled}/cancel`, {
    ...{ body: { reason: 'x', onBehalfOf: 'school' }, token },
  });
  const now = await control.now();
  await control.clock(new Date(now.getTime() - 3_600_000).toISOString());
  const old = await signIn(school.admin);
  const over = (
    await apiOk('POST', `${school.path}/bookings`, {
      body: {
        ...{ bookingTypeId, teacherId, vehicleId, studentIds: [], draft: true },
        startsAt: `${inDays(22)}T10:00:00Z`,
        override: { rules: ['outside_availability', 'closed_day'], reason: 'x' },
      },
      token: old,
    })
  ).body.id;
  await control.clock(`${inDays(2)}T16:00:00Z`);
  const late = await signIn(school.admin);
  for (const bookingId of lessons) {
    const status = bookingId === missed ? 'no_show' : 'attended';
    await apiOk('POST', `${school.path}/bookings/${bookingId}/complete`, {
      ...{ body: { attendance: [{ studentId, status }] }, token: late },
    });
  }
  await control.clock(null);
  return [
    { bookingId: draft },
    { bookingId: over, taughtId: cancelled },
    { bookingId: cancelled },
    { bookingId: missed, taughtId: missed },
    ...taught.map((taughtId) => ({ taughtId, bookingId: taughtId })),
  ];
}

/** A school that was suspended with everybody in it. */
async function newSuspendedSchool() {
  const school = await newSchool();
  const [teacher, student] = [await newStaff(school, 'teacher'), await newStudent(school)];
  await apiOk('PATCH', school.path, {
    body: { status: 'suspended' },
    token: await platformToken(),
  });
  const tokens = {
    suspendedAdmin: school.admin.token,
    suspendedTeacher: teacher.token,
    suspendedStudent: student.token,
  };
  return { school, tokens };
}

/** What people without a session know: passwords, and links that were mailed to them. */
async function open({ school, things, people }: Cast, suspended: School) {
  const [pupil, other] = [await newStudent(school), await newStudent(school)];
  const session = async () =>
    (await apiOk('POST', '/sessions', { body: { email: pupil.email, password: pupil.password } }))
      .body.refreshToken;
  const mailed = async () => lastTokenTo((await enrol(school)).email);
  const password = pupil.password;
  const visitor = await newStudent(await newSchool());
  await register(school, { email: visitor.email });
  const confirmation = await lastTokenTo(visitor.email);
  const student = people.student;
  const signing = (await control.mail(student?.email))
    .map(({ text }) => /\/sign\/([\w-]+)/.exec(text)?.[1])
    .filter((token) => token !== undefined);
  const keys = await readKeys();
  const closed = await lost(suspended);
  return {
    openBodies: {
      'create-session': [{ email: other.email, password }],
      'refresh-session': [{ refreshToken: await session() }],
      'revoke-session': [{ refreshToken: await session() }],
      'request-password-reset': [{ email: pupil.email }],
      'set-password': [
        ...[
          { token: await mailed(), password },
          { token: await mailed(), password },
        ],
        ...[{ token: closed.credentials, password }],
      ],
      'confirm-membership': [{ token: confirmation }, { token: closed.confirmation }],
    },
    openTokens: {
      'get-signing': signing,
      'get-opt-out': [keys.optOutToken(school.id, things.own.studentId ?? '')],
      'opt-out': [keys.optOutToken(school.id, things.own.studentId ?? '')],
    },
  };
}

/** Links that a school mailed before it was suspended. */
async function lost(suspended: School) {
  const token = await platformToken();
  const status = (status: string) => apiOk('PATCH', suspended.path, { body: { status }, token });
  await status('active');
  const { email } = await enrol({ ...suspended, admin: { ...suspended.admin } });
  const visitor = await newStudent(await newSchool());
  await register(suspended, { email: visitor.email });
  const links = {
    credentials: await lastTokenTo(email),
    confirmation: await lastTokenTo(visitor.email),
  };
  await status('suspended');
  return links;
}

/** The next two hours of one address are taken. */
async function crowd(): Promise<void> {
  const source = (await readKeys()).rate(BUSY_ADDRESS);
  const now = (await control.now()).getTime();
  for (let minute = 0; minute < 120; minute += 1) {
    const at = new Date(now + minute * 60_000);
    for (const limit of ['registrations', 'sessions', 'tokens']) {
      await fillCounter({ of: `${limit}#${source}`, seconds: 60, count: 1_000 }, at);
    }
  }
}

function pick(list: readonly string[], at: number): string {
  return list[at % list.length] ?? 'none';
}
