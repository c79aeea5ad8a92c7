import { CAR } from '../../../support/learning-stage.ts';
import { apiOk } from '../api.ts';
import type { Ids } from '../bodies.ts';
import { inDays } from '../clock.ts';
import { control } from '../control.ts';
import { courseService } from '../forms.ts';
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
  signIn,
} from '../people.ts';
import { seeded } from '../stack.ts';
import { addBooking, heldNotification, moneyThings, thingsOf } from '../things.ts';
import { forged, idToken } from '../tokens.ts';

/**
 * Who asks. `bound` is an office of one department alone; `outsider` administers another school;
 * `former` was an administrator and
 * is disabled; `invited` is to be one, has not accepted, and learns at that other school.
 */
export const CALLERS = [
  ...['platform', 'admin', 'office', 'bound', 'teacher', 'student'],
  ...['outsider', 'former', 'invited'],
] as const;
export type Caller = (typeof CALLERS)[number];

/**
 * Whose things are asked for: the asking teacher's and student's own; those of a colleague and a
 * classmate in the same department; those of people in another department; and another school's.
 */
export type Target = 'own' | 'others' | 'department' | 'elsewhere';

export type Cast = {
  school: School;
  other: School;
  tokens: Record<Caller, string>;
  people: Record<Caller, Pick<Person, 'email' | 'password'>>;
  /** what is no access token of a person here, and what it is told */
  bearers: Record<string, { token: string | undefined; told: string }>;
  things: Record<Target, Ids>;
};

/** Two schools full of things, and everybody who may come to ask for them. */
export async function newCast(): Promise<Cast> {
  const [school, other] = await Promise.all([newFeeSchool(), newFeeSchool()]);
  const [east, west] = [await addDepartment(school, 'Øst'), await addDepartment(school, 'Vest')];
  const [office, bound, teacher, colleague, western, former, theirs] = await Promise.all([
    newStaff(school, 'office'),
    newStaff(school, 'office', { departmentIds: [east] }),
    newStaff(school, 'teacher', { departmentIds: [east] }),
    newStaff(school, 'teacher', { departmentIds: [east] }),
    newStaff(school, 'teacher', { departmentIds: [west] }),
    newStaff(school, 'school_admin'),
    newStaff(other, 'teacher'),
  ]);
  const [student, invited, classmate, westerner, stranger] = await Promise.all([
    newStudent(school),
    newStudent(other),
    enrol(school),
    enrol(school),
    enrol(other),
  ]);
  await invite(school, invited);
  await Promise.all([
    assign(school, student.personId, teacher, east),
    assign(school, classmate.id, colleague, east),
    assign(school, westerner.id, western, west),
    change(school, `staff/${former.personId}`, { status: 'disabled' }),
  ]);

  const [shared, foreign] = await Promise.all([
    thingsOf(school, student.personId, teacher.personId),
    thingsOf(other, stranger.id, theirs.personId),
  ]);
  const [own, others, department, elsewhere] = await Promise.all([
    personal(school, shared, student.personId, teacher),
    personal(school, shared, classmate.id, colleague),
    personal(school, shared, westerner.id, western),
    personal(other, foreign, stranger.id, theirs),
  ]);
  const things = {
    own: { ...own, departmentId: east },
    others,
    department: { ...department, departmentId: west },
    elsewhere,
  };
  await teach([
    [school, teacher, things.own],
    [school, colleague, things.others],
    [school, western, things.department],
    [other, theirs, things.elsewhere],
  ]);
  await control.idle();
  const access = await platformToken();
  const people = {
    platform: seeded('platform_admin'),
    admin: school.admin,
    ...{ office, bound, teacher, student, former, invited },
    outsider: other.admin,
  };
  const tokens = {
    platform: access,
    admin: school.admin.token,
    office: office.token,
    bound: bound.token,
    teacher: teacher.token,
    student: student.token,
    outsider: other.admin.token,
    former: former.token,
    invited: invited.token,
  };
  return { school, other, tokens, people, bearers: await bearersOf(access), things };
}

/** What no request gets anywhere with, however well it is made. */
async function bearersOf(access: string): Promise<Cast['bearers']> {
  const [header, , signature] = access.split('.');
  const claims = forged(access, { username: seeded('student').personId }).split('.')[1];
  const issuer = 'https://cognito-idp.eu-north-1.amazonaws.com/eu-north-1_other';
  const told = 'Unauthorized';
  return {
    'no token': { token: undefined, told },
    garbage: { token: 'garbage', told },
    'three parts of garbage': { token: 'a.b.c', told },
    'a token of another key under the same name': { token: forged(access), told },
    "another issuer's token": { token: forged(access, { iss: issuer }), told },
    'a token whose claims were changed': { token: [header, claims, signature].join('.'), told },
    // The authorizer lets it through, we do not.
    'an ID token': { token: await idToken(seeded('platform_admin')), told: 'invalid_token' },
  };
}

/** Invites somebody who can sign in already; they do not open what they are sent. */
function invite({ path, admin }: School, { email }: Person) {
  const body = { name: 'Ny', email, roles: ['school_admin'] };
  return apiOk('POST', `${path}/staff`, { body, token: admin.token });
}

function change({ path, admin }: School, where: string, body: unknown) {
  return apiOk('PATCH', `${path}/${where}`, { body, token: admin.token });
}

function assign(school: School, studentId: string, teacher: Person, departmentId: string) {
  const body = { teacherIds: [teacher.personId], departmentIds: [departmentId] };
  return change(school, `students/${studentId}`, body);
}

/** What hangs on one student and one teacher, beside what the whole school shares. */
async function personal(
  school: School,
  shared: Ids,
  studentId: string,
  { personId: teacherId }: Person,
): Promise<Ids> {
  const ids: Ids = { ...shared, moduleId: CAR, studentId, teacherId, personId: teacherId };
  if (shared.studentId !== studentId) {
    Object.assign(ids, await moneyThings(school, studentId), { runId: shared.runId });
    ids.notificationId = await heldNotification(school, studentId);
    ids.bookingId = await addBooking(school, shared.bookingTypeId, {
      ...{ teacherId, studentIds: [studentId] },
    });
  }
  const cast = { teacherId, studentIds: [studentId] };
  ids.taughtId = await addBooking(school, shared.bookingTypeId, cast, inDays(3));
  ids.freeAt = `${inDays(8)}T10:00:00Z`;
  ids.courseId = (await addService(school, courseService())).id;
  return ids;
}

/** Three days from now all have had their lesson; the teacher has signed, and corrected it since. */
async function teach(lessons: [School, Person, Ids][]): Promise<void> {
  await control.clock(`${inDays(3)}T10:45:00Z`);
  await Promise.all(
    lessons.map(async ([{ path }, teacher, ids]) => {
      const token = await signIn(teacher);
      const post = (where: string, body: unknown) =>
        apiOk('POST', `${path}/${where}`, { body, token });
      const bookingId = ids.taughtId;
      const attendance = [{ studentId: ids.studentId, status: 'attended' }];
      const module = `students/${ids.studentId}/modules/${ids.moduleId}`;
      await post(`bookings/${bookingId}/complete`, { attendance });
      await post(`${module}/teacher-signature`, { bookingId, signature: { name: 'Lærer' } });
      const correction = { bookingId, change: { covered: false }, reason: 'x' };
      ids.signatureId = (await post(`${module}/corrections`, correction)).body.id;
    }),
  );
  await control.clock(null);
}
