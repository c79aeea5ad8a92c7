import { beforeAll, describe, expect, test } from 'vitest';
import { allPages, api, apiOk } from './support/api.ts';
import { now } from './support/clock.ts';
import { anyEmail, guardian, registrationForm } from './support/forms.ts';
import { lastTokenTo, mailTo } from './support/mail.ts';
import {
  addService,
  enrol,
  newSchool,
  newStaff,
  newStudent,
  openInvitation,
  register,
  type School,
} from './support/people.ts';
import { rowsOf } from './support/rows.ts';

let school: School;
let other: School;
let token: string;

beforeAll(async () => {
  [school, other] = await Promise.all([newSchool(), newSchool({ name: 'Naboskolen' })]);
  token = school.admin.token;
});

describe('the office enrols a student', () => {
  test('who is active at once: 201 with the whole resource, Location and ETag', async () => {
    const form = registrationForm({
      phone: '20 12 34 56',
      address: { street: 'Egevej 7', postalCode: '8000', city: 'Aarhus C' },
      consents: [
        { kind: 'terms', granted: true },
        { kind: 'marketing', granted: false },
      ],
    });

    const answer = await api('POST', `${school.path}/students`, { body: form, token });

    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      id: expect.stringMatching(/^per_[0-7][0-9a-hjkmnp-tv-z]{25}$/),
      schoolId: school.id,
      name: 'Ida Holm',
      email: form.email,
      phone: '+4520123456',
      birthDate: '2001-03-14',
      language: 'da',
      address: form.address,
      status: 'active',
      teacherIds: [],
      departmentIds: [],
      lessonPlanId: expect.stringMatching(/^pln_/),
      guardians: [],
      lead: null,
      termsVersion: '1',
      consents: form.consents,
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      version: 1,
    });
    expect(answer.headers.get('location')).toBe(`${school.path}/students/${answer.body.id}`);
    expect(answer.headers.get('etag')).toBe('"1"');
    const there = await api('GET', answer.headers.get('location') ?? '', { token });
    expect(there).toMatchObject({ status: 200, body: answer.body });
    expect(there.headers.get('etag')).toBe('"1"');
  });

  test('whose address is enrolled here already: 409 with the id of that student', async () => {
    const { id, email } = await enrol(school);

    const body = registrationForm({ email: ` ${email.toUpperCase()}`, name: 'En Anden' });
    const answer = await api('POST', `${school.path}/students`, { body, token });

    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'already_enrolled', studentId: id },
    });
    expect((await apiOk('GET', `${school.path}/students/${id}`, { token })).body.name).toBe(
      'Ida Holm',
    );
  });

  test('two at once with one address: one is enrolled, the other is told who', async () => {
    const body = registrationForm();

    const answers = await Promise.all(
      [1, 2].map(() => api('POST', `${school.path}/students`, { body, token })),
    );

    const won = answers.find(({ status }) => status === 201);
    const lost = answers.find(({ status }) => status === 409);
    expect(lost?.body).toMatchObject({ code: 'already_enrolled', studentId: won?.body.id });
    expect(await rowsOf('person', { email: body.email })).toHaveLength(1);
  });

  test('who has an account elsewhere: the same person, told by mail, with no link to set anything', async () => {
    const elsewhere = await newStudent(other);

    const student = await enrol(school, { email: elsewhere.email, name: 'Ida i Nord' });

    expect(student.id).toBe(elsewhere.personId);
    const mails = await mailTo(elsewhere.email);
    const told = mails.find(({ subject }) => subject === 'Du er tilmeldt hos Prøveskolen');
    expect(told?.text).not.toContain('token=');
    const there = await apiOk('GET', `${other.path}/students/${student.id}`, {
      token: other.admin.token,
    });
    expect(there.body.name).toBe('Ida Holm');
    const me = await apiOk('GET', '/me', { token: elsewhere.token });
    expect(me.body.memberships.map(({ status }: { status: string }) => status)).toEqual([
      'active',
      'active',
    ]);
  });

  test('who works here already: the one membership gains the role', async () => {
    const teacher = await newStaff(school, 'teacher');

    const student = await enrol(school, { email: teacher.email });

    const me = await apiOk('GET', '/me', { token: teacher.token });
    expect(student.id).toBe(teacher.personId);
    expect(me.body.memberships).toHaveLength(1);
    expect(me.body.memberships[0].roles.sort()).toEqual(['student', 'teacher']);
    const path = `${school.path}/students/${student.id}`;
    expect((await api('GET', path, { token: teacher.token })).status).toBe(200);
    expect(
      (await api('PATCH', path, { body: { name: 'Selv' }, token: teacher.token })).status,
    ).toBe(404);
  });
});

describe('changing a student', () => {
  test('is a merge patch: named fields change, null clears, the rest stays', async () => {
    const student = await enrol(school, { address: 'Egevej 7' });
    const path = `${school.path}/students/${student.id}`;

    const changed = await api('PATCH', path, {
      body: { name: 'Ida Bech', phone: '30 30 30 30' },
      token,
    });
    const cleared = await api('PATCH', path, { body: { address: null }, token });
    const untouched = await api('PATCH', path, { body: {}, token });

    expect(changed).toMatchObject({
      status: 200,
      body: { ...student, name: 'Ida Bech', phone: '+4530303030', version: 2 },
    });
    expect(changed.headers.get('etag')).toBe('"2"');
    expect(cleared.body).toMatchObject({ name: 'Ida Bech', address: null, version: 3 });
    expect(untouched.body).toMatchObject({ name: 'Ida Bech', address: null });
    const { body } = await apiOk('GET', path, { token });
    expect(body).toEqual(untouched.body);
  });

  test('replaces lists, and moves the student in the list by name', async () => {
    const [tove, jens] = [await newStaff(school, 'teacher'), await newStaff(school, 'teacher')];
    const { id } = await enrol(school);
    const path = `${school.path}/students/${id}`;
    await apiOk('PATCH', path, { body: { teacherIds: [tove.personId] }, token });

    const { body } = await apiOk('PATCH', path, {
      body: { teacherIds: [jens.personId, jens.personId], name: 'Aaa Først' },
      token,
    });

    expect(body.teacherIds).toEqual([jens.personId]);
    const refused = await api('GET', path, { token: tove.token });
    expect(refused.status).toBe(404);
    expect(
      (await allPages(`${school.path}/students?q=aaa`, token)).items.map(({ id }) => id),
    ).toEqual([id]);
  });

  test('by application/merge-patch+json is taken, too', async () => {
    const { id } = await enrol(school);

    const answer = await api('PATCH', `${school.path}/students/${id}`, {
      raw: JSON.stringify({ language: 'en' }),
      token,
      headers: { 'content-type': 'application/merge-patch+json' },
    });

    expect(answer).toMatchObject({ status: 200, body: { language: 'en' } });
  });

  test('with a stale If-Match is a 412 that changes nothing; of two at once with one version, one wins', async () => {
    const { id } = await enrol(school);
    const path = `${school.path}/students/${id}`;
    const patch = (name: string, version: string) =>
      api('PATCH', path, { body: { name }, token, headers: { 'if-match': version } });

    const first = await Promise.all([patch('En', '"1"'), patch('To', '"1"')]);
    const stale = await patch('Tre', '"1"');
    const garbage = await patch('Fire', 'one');
    const any = await patch('Fem', '*');

    expect(first.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(stale).toMatchObject({ status: 412, body: { code: 'stale_version' } });
    expect(garbage.status).toBe(412);
    expect(any).toMatchObject({ status: 200, body: { name: 'Fem', version: 3 } });
  });

  test('of eight at once without If-Match, all are kept one after the other', async () => {
    const { id } = await enrol(school);
    const path = `${school.path}/students/${id}`;

    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, nth) =>
        api('PATCH', path, { body: { name: `Navn ${nth}` }, token }),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(answers.map(({ body }) => body.version).sort((a, b) => a - b)).toEqual([
      2, 3, 4, 5, 6, 7, 8, 9,
    ]);
  });

  test.each([
    ['email', { email: 'ny@example.com' }],
    ['name', { name: null }],
    ['phone', { phone: '1' }],
    ['birthDate', { birthDate: '2999-01-01' }],
    ['status', { status: 'archived' }],
    ['version', { version: 9 }],
    ['id', { id: 'per_1' }],
  ])('refuses %s with the name of the field', async (field, body) => {
    const { id } = await enrol(school);

    const answer = await api('PATCH', `${school.path}/students/${id}`, { body, token });

    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'invalid', errors: [{ path: `/${field}` }] },
    });
  });

  test('to be under 18 needs a guardian', async () => {
    const without = await enrol(school);
    const withOne = await enrol(school, { guardians: [guardian()] });
    const body = { birthDate: `${new Date(now()).getUTCFullYear() - 10}-01-01` };

    const refused = await api('PATCH', `${school.path}/students/${without.id}`, { body, token });
    const taken = await api('PATCH', `${school.path}/students/${withOne.id}`, { body, token });

    expect(refused).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'guardian_required' }] },
    });
    expect(taken.status).toBe(200);
  });

  test('from pending to active issues the first invoice, and the link does so no second time', async () => {
    const feeSchool = await newSchool();
    await addService(feeSchool);
    const email = anyEmail();
    await register(feeSchool, { email });
    const link = await lastTokenTo(email);
    const admin = feeSchool.admin.token;
    const { items } = await allPages(`${feeSchool.path}/students?q=${email}`, admin);
    const path = `${feeSchool.path}/students/${items[0].id}`;

    const active = await api('PATCH', path, { body: { status: 'active' }, token: admin });
    const person = await openInvitation(email);

    expect(active.body.status).toBe('active');
    const invoices = await apiOk('GET', `${path}/invoices`, { token: person.token });
    expect(invoices.body.items).toMatchObject([{ number: 1, status: 'issued' }]);
    const again = await api('POST', '/credentials', {
      body: { token: link, password: person.password },
    });
    expect(again.status).toBe(410);
  });

  test('who was disabled while pending issues the waiting invoice when they become active', async () => {
    const feeSchool = await newSchool();
    await addService(feeSchool);
    const email = anyEmail();
    await register(feeSchool, { email });
    await lastTokenTo(email);
    const admin = feeSchool.admin.token;
    const { items } = await allPages(`${feeSchool.path}/students?q=${email}`, admin);
    const path = `${feeSchool.path}/students/${items[0].id}`;

    for (const status of ['disabled', 'active'])
      await apiOk('PATCH', path, { body: { status }, token: admin });

    const invoices = await apiOk('GET', `${path}/invoices`, { token: admin });
    expect(invoices.body.items).toMatchObject([{ number: 1, status: 'issued' }]);
    expect((await apiOk('GET', `${path}/balance`, { token: admin })).body.balance.amount).toBe(
      50_000,
    );
  });

  test('back to pending is a conflict', async () => {
    const { id } = await enrol(school);

    const answer = await api('PATCH', `${school.path}/students/${id}`, {
      body: { status: 'pending' },
      token,
    });

    expect(answer).toMatchObject({ status: 409, body: { code: 'conflict' } });
  });
});
