import { beforeAll, describe, expect, test } from 'vitest';
import { allPages, api, apiOk } from './support/api.ts';
import { anyEmail } from './support/forms.ts';
import { lastTokenTo } from './support/mail.ts';
import {
  addDepartment,
  enrol,
  newSchool,
  newStaff,
  newStudent,
  openInvitation,
  type School,
} from './support/people.ts';

let school: School;
let token: string;

beforeAll(async () => {
  school = await newSchool();
  token = school.admin.token;
});

describe('staff', () => {
  test('are invited by mail: pending until the link is opened, then they work', async () => {
    const email = anyEmail('tove');
    const department = await addDepartment(school);
    const body = {
      name: 'Tove Birk',
      email,
      phone: '20123456',
      roles: ['teacher', 'office'],
      departmentIds: [department],
    };

    const answer = await api('POST', `${school.path}/staff`, { body, token });
    const person = await openInvitation(email);

    expect(answer).toMatchObject({
      status: 201,
      body: { ...body, phone: '+4520123456', schoolId: school.id, status: 'pending', version: 1 },
    });
    expect(answer.headers.get('location')).toBe(`${school.path}/staff/${answer.body.id}`);
    const { items } = await allPages(`${school.path}/staff`, person.token);
    expect(items.find(({ id }) => id === person.personId)).toMatchObject({
      status: 'active',
      name: 'Tove Birk',
    });
  });

  test('known elsewhere confirm with the password they have', async () => {
    const student = await newStudent(await newSchool());
    const body = { name: 'Tove', email: student.email, roles: ['teacher'] };

    const { body: invited } = await apiOk('POST', `${school.path}/staff`, { body, token });
    const before = await api('GET', `${school.path}/staff`, { token: student.token });
    await apiOk('POST', '/confirmations', { body: { token: await lastTokenTo(student.email) } });
    const after = await api('GET', `${school.path}/staff`, { token: student.token });

    expect(invited.id).toBe(student.personId);
    expect([before.status, after.status]).toEqual([404, 200]);
  });

  test('are invited once: 409 the second time', async () => {
    const body = { name: 'Tove', email: anyEmail(), roles: ['teacher'] };

    const answers = await Promise.all(
      [1, 2].map(() => api('POST', `${school.path}/staff`, { body, token })),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('already_exists');
  });

  test.each([
    ['/roles', { roles: [] }],
    ['/roles/0', { roles: ['student'] }],
    ['/roles/0', { roles: ['platform_admin'] }],
    ['/email', { email: 'tove' }],
    ['/phone', { phone: '1' }],
    ['/departmentIds/0', { departmentIds: ['dep_1'] }],
    ['/status', { status: 'active' }],
  ])('are refused by name of %s', async (path, fields) => {
    const body = { name: 'Tove', email: anyEmail(), roles: ['teacher'], ...fields };

    const answer = await api('POST', `${school.path}/staff`, { body, token });

    expect(answer.status).toBe(422);
    expect(answer.body.errors[0].path).toBe(path);
  });

  test('change by merge patch, and their rights with the roles on the next request', async () => {
    const office = await newStaff(school, 'office', { phone: '20123456' });
    const path = `${school.path}/staff/${office.personId}`;
    const before = await api('GET', `${school.path}/services`, { token: office.token });

    const changed = await api('PATCH', path, {
      body: { roles: ['teacher'], phone: null, name: 'Ole' },
      token,
    });
    const after = await api('GET', `${school.path}/services`, { token: office.token });
    const stale = await api('PATCH', path, { body: {}, token, headers: { 'if-match': '"1"' } });

    expect(changed).toMatchObject({
      status: 200,
      body: { roles: ['teacher'], phone: null, name: 'Ole' },
    });
    expect([before.status, after.status, stale.status]).toEqual([200, 403, 412]);
  });

  test('cannot take their own administrator role away, nor be active before they accept', async () => {
    const own = `${school.path}/staff/${school.admin.personId}`;
    const { body: pending } = await apiOk('POST', `${school.path}/staff`, {
      body: { name: 'Tove', email: anyEmail(), roles: ['teacher'] },
      token,
    });

    const answers = [
      await api('PATCH', own, { body: { roles: ['teacher'] }, token }),
      await api('PATCH', own, { body: { status: 'disabled' }, token }),
      await api('PATCH', `${school.path}/staff/${pending.id}`, {
        body: { status: 'active' },
        token,
      }),
    ];

    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      Array(3).fill([409, 'conflict']),
    );
  });

  test('are not found among students, nor students among staff', async () => {
    const teacher = await newStaff(school, 'teacher');
    const student = await enrol(school);

    const asStudent = await api('GET', `${school.path}/students/${teacher.personId}`, { token });
    const asStaff = await api('PATCH', `${school.path}/staff/${student.id}`, {
      body: { name: 'X' },
      token,
    });

    expect([asStudent.status, asStaff.status]).toEqual([404, 404]);
  });
});
