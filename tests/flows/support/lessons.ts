import { type Answer, api, apiOk } from './api.ts';
import { inDays } from './clock.ts';
import { enrol, newSchool, newStaff, openAllNight, type Person, type School } from './people.ts';

/** A school that teaches: two teachers who are there on every day, a car, a lesson and a class. */
export type TeachingSchool = School & {
  teachers: [Person, Person];
  vehicleId: string;
  road: string;
  theory: string;
};

const money = (amount: number) => ({ amount, currency: 'DKK' });

export async function newTeachingSchool(): Promise<TeachingSchool> {
  const school = await newSchool();
  const teachers: [Person, Person] = [
    await newStaff(school, 'teacher'),
    await newStaff(school, 'teacher'),
  ];
  const { token } = school.admin;
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '07:00', to: '19:00' }));
  for (const { personId } of teachers) {
    const path = `${school.path}/teachers/${personId}/availability`;
    await apiOk('PUT', path, { body: { weekly, exceptions: [] }, token });
  }
  await openAllNight(school);
  const add = async (list: string, body: object): Promise<string> =>
    (await apiOk('POST', `${school.path}/${list}`, { body, token })).body.id;
  const car = { name: 'Golf', plate: 'AB 12 345', category: 'B', gearbox: 'manual' };
  const terms = {
    minutes: 45,
    vatRate: 25,
    cancellation: { hoursBefore: 24 },
    lateFee: money(30_000),
    noShowFee: money(55_000),
  };
  return {
    ...school,
    teachers,
    vehicleId: await add('vehicles', { ...car, status: 'active' }),
    road: await add('booking-types', {
      ...{ ...terms, name: 'Kørelektion', kind: 'road', price: money(55_000), needsVehicle: true },
    }),
    theory: await add('booking-types', {
      ...{ ...terms, name: 'Teori', kind: 'theory', price: money(20_000), needsVehicle: false },
      capacity: 45,
    }),
  };
}

/** A road lesson with the first teacher, unless it says otherwise. */
export function book(school: TeachingSchool, lesson: Record<string, unknown>): Promise<Answer> {
  const { road, vehicleId, teachers, admin } = school;
  const body = { bookingTypeId: road, teacherId: teachers[0].personId, vehicleId, ...lesson };
  return api('POST', `${school.path}/bookings`, { body, token: admin.token });
}

/** The id of a student enrolled by the office. */
export async function learner(school: School, overrides: Record<string, unknown> = {}) {
  const student = await enrol(school, overrides);
  return { id: student.id as string, email: student.email as string };
}

/** So many days from now, at a time on the wall of the school. Each test has a day of its own. */
export function onDay(ahead: number, time: string): string {
  return `${inDays(ahead)}T${time}`;
}
