import { beforeAll, describe, expect, test } from 'vitest';
import { allPages, apiOk } from './support/api.ts';
import { control } from './support/control.ts';
import { anyEmail } from './support/forms.ts';
import {
  addDepartment,
  enrol,
  newSchool,
  newStaff,
  type Person,
  register,
  type School,
} from './support/people.ts';

describe('the list of students', () => {
  let crowd: School;
  let teacher: Person;
  let department: string;
  const names = [
    'Åse Ørsted',
    'anna bech',
    'Øjvind Berg',
    'Bo Ravn',
    'Ægir Lind',
    'Zoe Dam',
    'Carl Ærø',
  ];
  const path = (query = '') => `${crowd.path}/students${query}`;
  const namesOf = (items: { name: string }[]) => items.map(({ name }) => name);

  beforeAll(async () => {
    crowd = await newSchool();
    teacher = await newStaff(crowd, 'teacher');
    department = await addDepartment(crowd);
    for (const [nth, name] of names.entries()) {
      const { id } = await enrol(crowd, { name, phone: `+453012340${nth}` });
      const patch = {
        ...(nth < 3 && { teacherIds: [teacher.personId] }),
        ...(nth % 2 === 0 && { departmentIds: [department] }),
        ...(nth === 5 && { status: 'disabled' }),
      };
      await apiOk('PATCH', path(`/${id}`), { body: patch, token: crowd.admin.token });
    }
    await register(crowd, { name: 'Dorte Ventende' });
    await control.idle();
  });

  test('is in the Danish order of names', async () => {
    const { items } = await allPages(path(), crowd.admin.token);

    expect(namesOf(items)).toEqual([
      'anna bech',
      'Bo Ravn',
      'Carl Ærø',
      'Dorte Ventende',
      'Zoe Dam',
      'Ægir Lind',
      'Øjvind Berg',
      'Åse Ørsted',
    ]);
  });

  test.each([1, 2, 3, 8, 100])(
    'comes in pages of %i that neither repeat nor leave out anybody',
    async (limit) => {
      const { pages, items } = await allPages(path(), crowd.admin.token, limit);

      expect(items).toHaveLength(8);
      expect(new Set(items.map(({ id }) => id)).size).toBe(8);
      expect(Math.max(...pages.map(({ length }) => length))).toBeLessThanOrEqual(limit);
    },
  );

  test.each([
    ['q=ravn', ['Bo Ravn']],
    ['q=%20bErG', ['Øjvind Berg']],
    ['q=30123404', ['Ægir Lind']],
    [`q=${encodeURIComponent('+45 30 12 34 03')}`, ['Bo Ravn']],
    [`q=${encodeURIComponent('ørsted')}`, ['Åse Ørsted']],
    // digits of an address are no phone number
    ['q=x30123404', []],
    ['q=nobody', []],
    ['status=pending', ['Dorte Ventende']],
    ['status=disabled', ['Zoe Dam']],
    ['status=active&q=n', ['anna bech', 'Bo Ravn', 'Ægir Lind', 'Øjvind Berg']],
  ])('with %s finds who it says', async (query, expected) => {
    const { items } = await allPages(path(`?${query}`), crowd.admin.token, 2);

    expect(namesOf(items)).toEqual(expected);
  });

  test('is filtered by teacher, by department and by both, page by page', async () => {
    const admin = crowd.admin.token;

    const byTeacher = await allPages(path(`?teacherId=${teacher.personId}`), admin, 1);
    const byDepartment = await allPages(path(`?departmentId=${department}`), admin, 2);
    const byBoth = await allPages(
      path(`?departmentId=${department}&teacherId=${teacher.personId}`),
      admin,
      1,
    );

    expect(namesOf(byTeacher.items)).toEqual(['anna bech', 'Øjvind Berg', 'Åse Ørsted']);
    expect(namesOf(byDepartment.items)).toEqual([
      'Carl Ærø',
      'Ægir Lind',
      'Øjvind Berg',
      'Åse Ørsted',
    ]);
    expect(namesOf(byBoth.items)).toEqual(['Øjvind Berg', 'Åse Ørsted']);
  });

  test('shows a teacher their own students, page by page', async () => {
    const { items } = await allPages(path(), teacher.token, 1);

    expect(namesOf(items)).toEqual(['anna bech', 'Øjvind Berg', 'Åse Ørsted']);
  });

  test('is found by e-mail', async () => {
    const { email } = await enrol(crowd, { email: anyEmail('find-mig'), name: 'Yrsa Yde' });

    const { items } = await allPages(
      path(`?q=${encodeURIComponent(email.toUpperCase())}`),
      crowd.admin.token,
    );

    expect(namesOf(items)).toEqual(['Yrsa Yde']);
  });
});
