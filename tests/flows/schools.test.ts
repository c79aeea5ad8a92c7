import { beforeAll, describe, expect, test } from 'vitest';
import { allPages, api, apiOk } from './support/api.ts';
import { anyEmail, courseService, registrationForm, schoolForm, unique } from './support/forms.ts';
import { lastTokenTo, mailTo } from './support/mail.ts';
import {
  addService,
  newSchool,
  newStudent,
  openInvitation,
  PASSWORD,
  platformToken,
  register,
  type School,
} from './support/people.ts';
import { rowsOf } from './support/rows.ts';

let school: School;
let token: string;

beforeAll(async () => {
  school = await newSchool();
  token = school.admin.token;
});

describe('the platform creates a school', () => {
  test('with its first administrator invited by mail: 201, Location, the whole resource', async () => {
    const email = anyEmail('foerste');
    const form = schoolForm({
      admin: { name: 'Astrid', email },
      contact: { email: 'A@B.DK', phone: '86123400' },
    });

    const answer = await api('POST', '/schools', { body: form, token: await platformToken() });

    const { admin: _, ...told } = form;
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      ...told,
      contact: { email: 'a@b.dk', phone: '+4586123400' },
      country: 'DK',
      status: 'active',
      version: 1,
    });
    expect(answer.headers.get('location')).toBe(`/schools/${answer.body.id}`);
    expect(answer.headers.get('etag')).toBe('"1"');
    expect((await mailTo(email)).map(({ subject }) => subject)).toEqual([
      'Du er inviteret til Prøveskolen',
    ]);
    const person = await openInvitation(email);
    const me = await apiOk('GET', '/me', { token: person.token });
    expect(me.body.memberships).toMatchObject([
      {
        schoolId: answer.body.id,
        roles: ['school_admin'],
        status: 'active',
        profile: { name: 'Astrid' },
      },
    ]);
  });

  test('unless its slug is taken: 409; of two at once one gets it', async () => {
    const slug = unique('samme');
    const platform = await platformToken();
    const create = () => api('POST', '/schools', { body: schoolForm({ slug }), token: platform });

    const answers = await Promise.all([create(), create()]);
    const later = await create();

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(later).toMatchObject({ status: 409, body: { code: 'already_exists' } });
    expect(await rowsOf('school', { slug })).toHaveLength(1);
  });

  test.each([
    ['/slug', { slug: 'Nordby' }],
    ['/slug', { slug: '-nordby' }],
    ['/timeZone', { timeZone: 'Europe/Nordby' }],
    ['/currency', { currency: 'kr' }],
    ['/language', { language: 'sv' }],
    ['/contact/phone', { contact: { email: 'a@b.dk', phone: '1' } }],
    ['/admin/email', { admin: { name: 'Astrid', email: 'astrid' } }],
    ['/address', { address: undefined }],
    ['/status', { status: 'active' }],
  ])('and refuses a form that is wrong in %s', async (path, fields) => {
    const answer = await api('POST', '/schools', {
      body: schoolForm(fields),
      token: await platformToken(),
    });

    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect(answer.body.errors.map((error: { path: string }) => error.path)).toContain(path);
  });

  test('and lists all, page by page; an administrator sees their own alone', async () => {
    const { items } = await allPages('/schools', await platformToken(), 2);
    const own = await allPages('/schools', token);

    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    expect(items.map(({ id }) => id)).toContain(school.id);
    expect(items.length).toBe((await rowsOf('school')).length);
    expect(own.items.map(({ id }) => id)).toEqual([school.id]);
  });
});

describe("a school's own data", () => {
  test('change by merge patch, objects deeply, null clears', async () => {
    const { body: before } = await apiOk('GET', school.path, { token });

    const changed = await api('PATCH', school.path, {
      body: { name: 'Nyt Navn', contact: { phone: '30 30 30 30' }, vatNumber: null },
      token,
      headers: { 'if-match': `"${before.version}"` },
    });

    expect(changed).toMatchObject({
      status: 200,
      body: {
        ...before,
        name: 'Nyt Navn',
        contact: { email: before.contact.email, phone: '+4530303030' },
        vatNumber: null,
        version: before.version + 1,
      },
    });
    expect(changed.headers.get('etag')).toBe(`"${before.version + 1}"`);
    expect((await apiOk('GET', school.path, { token })).body).toEqual(changed.body);
    await apiOk('PATCH', school.path, { body: { name: 'Prøveskolen' }, token });
  });

  test('an address that changes deeply keeps the parts not named', async () => {
    const own = await newSchool();

    const { body } = await apiOk('PATCH', own.path, {
      body: { address: { street: 'Ny Gade 2' } },
      token: own.admin.token,
    });

    expect(body.address).toEqual({
      street: 'Ny Gade 2',
      postalCode: '8000',
      city: 'Aarhus C',
      country: 'DK',
    });
  });

  test('keep their status for the platform, and refuse a stale If-Match and unknown fields', async () => {
    const status = await api('PATCH', school.path, { body: { status: 'suspended' }, token });
    const stale = await api('PATCH', school.path, {
      body: {},
      token,
      headers: { 'if-match': '"999"' },
    });
    const slug = await api('PATCH', school.path, { body: { slug: 'nyt' }, token });

    expect(status).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(stale).toMatchObject({ status: 412, body: { code: 'stale_version' } });
    expect(slug).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/slug', code: 'unknown_field' }] },
    });
  });
});

describe('a suspended school', () => {
  test('is read but not written, by anybody, until the platform lifts it', async () => {
    const own = await newSchool();
    const admin = own.admin.token;
    const student = await newStudent(own);
    const platform = await platformToken();
    const setStatus = (status: string) =>
      api('PATCH', own.path, { body: { status }, token: platform });

    const suspended = await setStatus('suspended');
    const reads = await Promise.all([
      api('GET', own.path, { token: admin }),
      api('GET', `${own.path}/students`, { token: admin }),
      api('GET', `${own.path}/students/${student.personId}`, { token: student.token }),
      api('GET', `/public/schools/${own.slug}`),
      api('GET', '/me', { token: student.token }),
    ]);
    const writes = await Promise.all([
      api('POST', `${own.path}/students`, { body: registrationForm(), token: admin }),
      api('POST', `${own.path}/students`, { body: registrationForm(), token: platform }),
      api('POST', `${own.path}/departments`, { body: { name: 'Syd' }, token: admin }),
      api('PATCH', `${own.path}/students/${student.personId}`, {
        body: { name: 'Ny' },
        token: admin,
      }),
      api('PATCH', `${own.path}/settings`, { body: {}, token: admin }),
      api('PATCH', own.path, { body: { name: 'Ny' }, token: admin }),
      api('POST', `${own.path}/registrations`, { body: registrationForm() }),
    ]);
    const lifted = await setStatus('active');
    const after = await api('POST', `${own.path}/students`, {
      body: registrationForm(),
      token: admin,
    });

    expect([suspended.status, lifted.status, after.status]).toEqual([200, 200, 201]);
    expect(reads.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    for (const { status, body } of writes) {
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'school_suspended' });
    }
  });

  test('activates nobody, and the mailed link works once it is lifted', async () => {
    const own = await newSchool();
    const email = anyEmail();
    await register(own, { email });
    const link = await lastTokenTo(email);
    const body = { token: link, password: PASSWORD };
    const setStatus = async (status: string) =>
      apiOk('PATCH', own.path, { body: { status }, token: await platformToken() });

    await setStatus('suspended');
    const refused = await api('POST', '/credentials', { body });
    const signedIn = await api('POST', '/sessions', { body: { email, password: PASSWORD } });
    await setStatus('active');
    const taken = await api('POST', '/credentials', { body });

    expect(refused).toMatchObject({ status: 409, body: { code: 'school_suspended' } });
    expect(signedIn.status).toBe(401);
    expect(taken.status).toBe(204);
  });
});

test('an archived school is read but not written, and has no public pages', async () => {
  const own = await newSchool();
  const platform = await platformToken();
  await apiOk('PATCH', own.path, { body: { status: 'archived' }, token: platform });

  const page = await api('GET', `/public/schools/${own.slug}`);
  const registration = await register(own);
  const read = await api('GET', own.path, { token: own.admin.token });
  const write = await api('POST', `${own.path}/departments`, {
    body: { name: 'Syd' },
    token: own.admin.token,
  });
  await apiOk('PATCH', own.path, { body: { status: 'active' }, token: platform });
  const again = await api('GET', `/public/schools/${own.slug}`);

  expect(page).toMatchObject({ status: 404, body: { code: 'not_found' } });
  expect(registration.status).toBe(404);
  expect(read.status).toBe(200);
  expect(write).toMatchObject({ status: 409, body: { code: 'school_suspended' } });
  expect(again.status).toBe(200);
});

describe('the public page of a school', () => {
  test('tells name, address, courses with prices and the terms in force, and nothing else of the inside', async () => {
    const own = await newSchool();
    await addService(own);
    const course = await addService(own, courseService());
    const gone = await addService(own, courseService({ name: 'Gammel pakke' }));
    await apiOk('PATCH', `${own.path}/services/${gone.id}`, {
      body: { active: false },
      token: own.admin.token,
    });

    const { status, body } = await api('GET', `/public/schools/${own.slug}`);

    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: own.id,
      name: 'Prøveskolen',
      slug: own.slug,
      address: { street: 'Prøvevej 1' },
      bookingTypes: [],
      termsVersion: '1',
    });
    expect(body.courses).toEqual([
      {
        id: course.id,
        name: 'Lovpakke kategori B',
        kind: 'course',
        price: { amount: 1_299_500, currency: 'DKK' },
        vatRate: 25,
        vatExemption: null,
      },
    ]);
    expect(Object.keys(body)).not.toContain('vatNumber');
  });

  test.each(['nowhere-to-be-found', 'UPPER', 'x', '..', 'a_b'])('%s is a 404', async (slug) => {
    expect((await api('GET', `/public/schools/${encodeURIComponent(slug)}`)).status).toBe(404);
  });
});
