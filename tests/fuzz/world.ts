import fc from 'fast-check';
import { apiOk } from '../flows/support/api.ts';
import { GOOD_BODIES, type Ids } from '../flows/support/bodies.ts';
import { control } from '../flows/support/control.ts';
import { anyEmail } from '../flows/support/forms.ts';
import { lastTokenTo } from '../flows/support/mail.ts';
import {
  enrol,
  newSchool,
  newStaff,
  newStudent,
  openAllNight,
  platformToken,
  register,
  type School,
  signIn,
} from '../flows/support/people.ts';
import { fillCounters, readKeys } from '../flows/support/rows.ts';
import { type Cast, CALLERS as ROLES } from '../flows/support/tenancy/cast.ts';
import { FIELDS } from './fields.ts';
import type { Pool } from './schema-arbitrary.ts';
import { type BookingStates, bookingStates, type Spares, spareThings } from './states.ts';
import { USED_KEY } from './targets.ts';

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
  /** the first is the cast's own */
  scenes: readonly [Scene, ...Scene[]];
  pool: Pool;
  /** what people without a session send: by operation */
  openBodies: Readonly<Record<string, readonly unknown[]>>;
  openTokens: Readonly<Record<string, readonly string[]>>;
  account: string;
  states: BookingStates;
  spares: Spares;
  elsewhere: Scene;
  /** links that a school mailed before it was suspended */
  lost: { credentials: string; confirmation: string; password: string };
  /** of people who are members already */
  emails: { staff: string; student: string };
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
  const spares = await spareThings(cast, account);
  const suspended = await newSuspendedSchool();
  const spare = await newStaff(school, 'office');
  const own: Scene = {
    ...things.own,
    schoolId: school.id,
    slug: school.slug,
    personId: spare.personId,
  };
  const booked = Object.values(states).filter((id) => id.startsWith('bkg_'));
  const scenes: [Scene, ...Scene[]] = [
    // three times: what is one's own gets furthest
    ...([own, own, own] as const),
    { ...things.others, schoolId: school.id, personId: spare.personId },
    { ...things.department, schoolId: school.id, personId: spare.personId },
    { ...things.elsewhere, schoolId: cast.other.id },
    { ...own, schoolId: suspended.school.id },
    ...booked.map((bookingId) => ({ ...own, bookingId, taughtId: bookingId })),
  ];

  const links = await open(cast, suspended.school);
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
    openBodies: links.openBodies,
    openTokens: links.openTokens,
    account,
    states,
    spares,
    elsewhere: { ...things.elsewhere, schoolId: cast.other.id },
    lost: links.lost,
    emails: { staff: cast.people.office.email, student: cast.people.student.email },
    suspendedId: suspended.school.id,
    learn: (body: unknown) => learn(JSON.stringify(body) ?? ''),
    renew: async () => {
      for (const [name, person] of Object.entries(cast.people)) {
        world.tokens[name] = await signIn(person);
      }
    },
  };
  await Promise.all([crowd(), useTheKey(cast)]);
  return world;
}

async function connect({ path, admin }: School): Promise<string> {
  const { token } = admin;
  const { body } = await apiOk('POST', `${path}/payment-account`, { token });
  await fetch(body.onboardingUrl, { method: 'POST' });
  await control.idle();
  return (await apiOk('GET', `${path}/payment-account`, { token })).body.accountId;
}

/** Those who act in a school have each done something under the key that is then used already. */
async function useTheKey({ school, things, tokens }: Cast): Promise<void> {
  const headers = { 'idempotency-key': USED_KEY };
  const { studentId = '', invoiceId = '' } = things.own;
  const post = (caller: keyof Cast['tokens'], where: string, body: unknown) =>
    apiOk('POST', where, { body, headers, token: tokens[caller] });
  const message = { audience: { studentIds: [studentId] }, channels: ['email'], body: 'Hej' };
  await post('admin', `${school.path}/departments`, { name: 'Nord' });
  await post('platform', '/schools', GOOD_BODIES['create-school']?.({}));
  await post('teacher', `${school.path}/messages`, { ...message, subject: 'Hej' });
  await post('student', `${school.path}/invoices/${invoiceId}/checkout`, {});
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
async function open({ school, people }: Cast, suspended: School) {
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
  const token = await optOut();
  return {
    lost: { ...(await lost(suspended)), password },
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
      ],
      'confirm-membership': [{ token: confirmation }],
    },
    openTokens: {
      'get-signing': signing,
      'get-opt-out': [token],
      'opt-out': [token],
    },
  };
}

/** Links that a school mailed before it was suspended: to somebody new, and to somebody known. */
async function lost(suspended: School) {
  const token = await platformToken();
  const status = (status: string) => apiOk('PATCH', suspended.path, { body: { status }, token });
  await status('active');
  const newcomer = anyEmail('ny');
  const visitor = await newStudent(await newSchool());
  for (const email of [newcomer, visitor.email]) await register(suspended, { email });
  const links = {
    credentials: await lastTokenTo(newcomer),
    confirmation: await lastTokenTo(visitor.email),
  };
  await status('suspended');
  return links;
}

/** The link at the end of an SMS that has gone out. */
async function optOut(): Promise<string> {
  const school = await newSchool();
  await openAllNight(school);
  const { id } = await enrol(school, { phone: '+4520775533' });
  const body = { audience: { studentIds: [id] }, channels: ['sms'], body: 'Hej' };
  await apiOk('POST', `${school.path}/messages`, { body, token: school.admin.token });
  await control.idle();
  return (await readKeys()).optOutToken(school.id, id);
}

/** The next two hours of one address are taken. */
async function crowd(): Promise<void> {
  const source = (await readKeys()).rate(BUSY_ADDRESS);
  const now = (await control.now()).getTime();
  const limits = ['registrations', 'sessions', 'tokens'];
  const minutes = Array.from({ length: 120 }, (_, minute) => new Date(now + minute * 60_000));
  await fillCounters(
    minutes.flatMap((at) =>
      limits.map((limit) => ({ of: `${limit}#${source}`, seconds: 60, count: 1_000, at })),
    ),
  );
}

function pick(list: readonly string[], at: number): string {
  return list[at % list.length] ?? 'none';
}
