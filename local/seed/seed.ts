import { readSchool } from '../../domain/schools/read-schools.ts';
import type { SchoolId } from '../../domain/shared/ids.ts';
import type { Seeded, SeededUser, SeedInput } from '../state.ts';
import { seedBooking, seedCalendar } from './scheduling.ts';
import { createSeedWorld, type SeedWorld } from './seed-world.ts';

/** Every seeded person signs in with this password; the stack listens on this machine alone. */
const PASSWORD = 'lokal-adgang-2026';

/**
 * What a fresh stack holds: one platform administrator and, unless `empty`, two schools with people
 * in every role. Made by the product's own use cases, but without their events: nobody is mailed
 * about people who were always there. Students come before the price list, so that the first
 * invoice of either school is still number 1.
 */
export async function seed(input: SeedInput): Promise<Seeded> {
  const world = await createSeedWorld(input);
  const admin = await world.platformAdmin('platform@just-driving.example');
  const users = [
    await user(world, 'platform_admin', null, {
      personId: admin,
      email: 'platform@just-driving.example',
    }),
  ];
  if (input.empty) return { school: null, secondSchool: null, users };

  const north = await firstSchool(world);
  const south = await secondSchool(world);
  return {
    school: north.school,
    secondSchool: south.school,
    users: [...users, ...north.users, ...south.users],
  };
}

async function firstSchool(world: SeedWorld) {
  const school = await world.school({
    name: 'Nordby Køreskole',
    slug: 'nordby',
    address: { street: 'Havnegade 12', postalCode: '8000', city: 'Aarhus C', country: 'DK' },
    email: 'kontor@nordby.example',
    admin: { name: 'Astrid Nørgaard', email: 'admin@nordby.example' },
  });
  const schoolId = school.id as SchoolId;
  const staff = [
    await user(world, 'school_admin', schoolId, school.admin),
    await user(
      world,
      'office',
      schoolId,
      await world.staff(schoolId, 'Ole Kjær', 'office@nordby.example', 'office'),
    ),
    await user(
      world,
      'teacher',
      schoolId,
      await world.staff(schoolId, 'Tove Birk', 'tove@nordby.example', 'teacher'),
    ),
    await user(
      world,
      'teacher',
      schoolId,
      await world.staff(schoolId, 'Jens Dahl', 'jens@nordby.example', 'teacher'),
    ),
  ];
  const students = [
    await world.student(schoolId, 'Sofie Lund', 'sofie@elev.example', '+4520123401', {
      years: 19,
      months: 2,
    }),
    await world.student(schoolId, 'Mads Åberg', 'mads@elev.example', '+4520123402', {
      years: 22,
      months: 7,
    }),
    await world.student(
      schoolId,
      'Emil Sø',
      'emil@elev.example',
      '+4520123403',
      { years: 16, months: 6 },
      {
        name: 'Karen Sø',
        email: 'karen@elev.example',
        phone: '+4520123404',
      },
    ),
  ];
  await world.service(schoolId, 'Indmeldelse', 'sign_up', 50_000);
  await world.service(schoolId, 'Lovpakke kategori B', 'course', 1_299_500);
  await world.paymentAccount(schoolId);
  const teachers = staff.filter(({ role }) => role === 'teacher').map(({ personId }) => personId);
  await seedCalendar(world.context, await readSchool(world.context.store, schoolId), teachers);
  const signedUp: SeededUser[] = [];
  for (const student of students) signedUp.push(await user(world, 'student', schoolId, student));
  return { school: { id: school.id, slug: school.slug }, users: [...staff, ...signedUp] };
}

async function secondSchool(world: SeedWorld) {
  const school = await world.school({
    name: 'Sydhavn Trafikskole',
    slug: 'sydhavn',
    address: { street: 'Sluseholmen 3', postalCode: '2450', city: 'København SV', country: 'DK' },
    email: 'kontor@sydhavn.example',
    admin: { name: 'Bent Ravn', email: 'admin@sydhavn.example' },
  });
  const schoolId = school.id as SchoolId;
  const users = [
    await user(world, 'school_admin', schoolId, school.admin),
    await user(
      world,
      'teacher',
      schoolId,
      await world.staff(schoolId, 'Lis Holt', 'lis@sydhavn.example', 'teacher'),
    ),
    await user(
      world,
      'student',
      schoolId,
      await world.student(schoolId, 'Noah Friis', 'noah@elev.example', '+4520123501', {
        years: 18,
        months: 4,
      }),
    ),
  ];
  const [, teacher, student] = users;
  const { context } = world;
  const row = await readSchool(context.store, schoolId);
  const offer = await seedCalendar(context, row, [teacher?.personId ?? '']);
  await seedBooking(context, row, {
    ...offer,
    teacherId: teacher?.personId ?? '',
    studentIds: [student?.personId ?? ''],
  });
  return { school: { id: school.id, slug: school.slug }, users };
}

async function user(
  world: SeedWorld,
  role: string,
  schoolId: string | null,
  { personId, email }: { personId: string; email: string },
): Promise<SeededUser> {
  await world.password(personId, PASSWORD);
  return { role, email, password: PASSWORD, personId, schoolId };
}
