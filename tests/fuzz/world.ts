import fc from 'fast-check';
import { anyEmail } from '../flows/support/forms.ts';
import { newTeachingSchool } from '../flows/support/lessons.ts';
import { addService, enrol, newStaff, newStudent, platformToken } from '../flows/support/people.ts';
import { thingsOf } from '../flows/support/things.ts';
import type { Pool } from './schema-arbitrary.ts';

/** Who asks: nobody, somebody with a token that is none, or one of a school's people. */
export const CALLERS = ['nobody', 'forged', 'platform', 'admin', 'office', 'teacher', 'student'];

/** A school of the fuzz's own, and all that its requests may name. It learns ids as answers tell them. */
export type World = {
  schoolPath: string;
  tokens: Readonly<Record<string, string | undefined>>;
  pool: Pool;
  learn(body: unknown): void;
};

/** Prefixes of ids, and the names of the fields and parameters that hold them. */
const NAMES: Record<string, readonly string[]> = {
  sch: ['schoolId'],
  per: ['studentId', 'personId', 'teacherId', 'studentIds', 'teacherIds', 'taughtBy'],
  dep: ['departmentId', 'departmentIds'],
  svc: ['serviceId', 'courseServiceId'],
  veh: ['vehicleId'],
  bty: ['bookingTypeId'],
  bkg: ['bookingId'],
  pln: ['lessonPlanId'],
  mod: ['moduleId', 'moduleIds'],
  inv: ['invoiceId'],
  pay: ['paymentId'],
  ntf: ['notificationId'],
  whk: ['endpointId', 'webhookEndpointId'],
};

const ID = /\b(sch|per|dep|svc|veh|bty|bkg|pln|mod|inv|pay|ntf|whk)_[0-7][0-9a-hjkmnp-tv-z]{25}\b/g;

export async function newWorld(): Promise<World> {
  const school = await newTeachingSchool();
  await addService(school);
  const office = await newStaff(school, 'office');
  const student = await newStudent(school);
  const [teacher, target] = school.teachers;
  const classmate = await enrol(school);
  const things = await thingsOf(school, student.personId, teacher.personId);

  const ids = new Map<string, string[]>();
  const learn = (text: string) => {
    for (const [id = '', prefix = ''] of text.matchAll(ID)) {
      const known = ids.get(prefix) ?? [];
      if (prefix !== 'sch' && known.length < 200 && !known.includes(id)) known.push(id);
      ids.set(prefix, known);
    }
  };
  const people = [student.personId, teacher.personId, target.personId, classmate.id];
  learn(JSON.stringify([things, people, school.road, school.theory, school.vehicleId]));
  ids.set('sch', [school.id]);

  const oneOf = (prefix: string) => fc.nat().map((at) => pick(ids.get(prefix) ?? ['none'], at));
  const pool: Record<string, fc.Arbitrary<unknown>> = {
    ...FIELDS,
    ...Object.fromEntries(
      Object.entries(NAMES).flatMap(([prefix, names]) =>
        names.map((name) => [
          name,
          name.endsWith('Ids') ? fc.uniqueArray(oneOf(prefix), { maxLength: 3 }) : oneOf(prefix),
        ]),
      ),
    ),
  };
  return {
    schoolPath: school.path,
    tokens: {
      nobody: undefined,
      forged: `${office.token.slice(0, -20)}${'A'.repeat(20)}`,
      platform: await platformToken(),
      admin: school.admin.token,
      office: office.token,
      teacher: teacher.token,
      student: student.token,
    },
    pool,
    learn: (body) => learn(JSON.stringify(body) ?? ''),
  };
}

function pick(list: readonly string[], at: number): string {
  return list[at % list.length] ?? 'none';
}

const DAY = 86_400_000;

/** A quarter of an hour within the next months, so that lessons are found that can be booked. */
const LESSON_TIME = fc
  .tuple(fc.integer({ min: 1, max: 170 }), fc.integer({ min: 0, max: 95 }))
  .map(([days, quarter]) => {
    const midnight = Math.floor(Date.now() / DAY) * DAY;
    return new Date(midnight + days * DAY + quarter * 900_000).toISOString();
  });

/** Fields whose schema says less than a value needs to be let through. */
const FIELDS: Record<string, fc.Arbitrary<unknown>> = {
  email: fc.nat().map(() => anyEmail('fuzz')),
  phone: fc.constantFrom('20 12 34 56', '+4520123456', '31123456'),
  startsAt: LESSON_TIME,
  from: LESSON_TIME,
  to: LESSON_TIME,
  birthDate: fc.constantFrom('1990-05-17', '2001-01-01', '2012-03-04'),
  currency: fc.constant('DKK'),
  timeZone: fc.constant('Europe/Copenhagen'),
  termsVersion: fc.constant('1'),
  vatRate: fc.constant(25),
  clock: fc.constant('12:00'),
  minutes: fc.constantFrom(45, 90),
  consents: fc.constant([{ kind: 'terms', granted: true }]),
  dueDate: fc.constantFrom('2027-01-15', '2027-06-30'),
};
