import { beforeAll, expect, test } from 'vitest';
import { allPages, api, apiOk } from './support/api.ts';
import { courseService } from './support/forms.ts';
import { book, learner, newTeachingSchool, onDay, type TeachingSchool } from './support/lessons.ts';
import { addDepartment, addService, newStudent } from './support/people.ts';

let school: TeachingSchool;

beforeAll(async () => {
  school = await newTeachingSchool();
  await Promise.all([addService(school), addService(school, courseService())]);
  await Promise.all([addDepartment(school, 'Øst'), addDepartment(school, 'Vest')]);
  const car = { name: 'Polo', plate: 'CD 67 890', category: 'B', gearbox: 'automatic' };
  const body = { ...car, status: 'active' };
  await apiOk('POST', `${school.path}/vehicles`, { body, token: school.admin.token });
});

const SHORT_LISTS = ['services', 'departments', 'staff', 'vehicles', 'booking-types'];

test.each(SHORT_LISTS)('%s come page by page, each item once', async (list) => {
  const { token } = school.admin;
  const whole = await apiOk('GET', `${school.path}/${list}`, { token });

  const paged = await allPages(`${school.path}/${list}`, token, 1);

  expect(whole.body.items.length).toBeGreaterThan(1);
  expect(whole.body.nextCursor).toBeNull();
  expect(paged.items).toEqual(whole.body.items);
});

test.each(SHORT_LISTS)(
  '%s take no cursor of another list, nor one that was changed',
  async (list) => {
    const { token } = school.admin;
    const other = list === 'staff' ? 'vehicles' : 'staff';
    const own = await apiOk('GET', `${school.path}/${list}?limit=1`, { token });
    const foreign = await apiOk('GET', `${school.path}/${other}?limit=1`, { token });

    const answers = await Promise.all(
      [`x${own.body.nextCursor}`, foreign.body.nextCursor].map((cursor) =>
        api('GET', `${school.path}/${list}?cursor=${encodeURIComponent(cursor)}`, { token }),
      ),
    );

    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: '/cursor' }] } });
    }
  },
);

test('a student cannot find out by a filter who else is in a lesson, nor sees drafts', async () => {
  const student = await newStudent(school);
  const classmate = await learner(school);
  const lesson = {
    ...{ bookingTypeId: school.theory, vehicleId: undefined },
    ...{ studentIds: [student.personId, classmate.id], startsAt: onDay(40, '10:00') },
    override: { rules: ['closed_day'], reason: 'any day will do for a test' },
  };
  await book(school, lesson);
  await book(school, { ...lesson, startsAt: onDay(40, '12:00'), draft: true });
  const list = `${school.path}/bookings`;

  const own = await api('GET', list, { token: student.token });
  const asked = await api('GET', `${list}?studentId=${classmate.id}`, { token: student.token });

  expect(own.body.items).toHaveLength(1);
  expect(asked).toMatchObject({ status: 404, body: { code: 'not_found' } });
});
