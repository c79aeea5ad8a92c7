import { beforeAll, describe, expect, test } from 'vitest';
import { allPages, api, apiOk } from './support/api.ts';
import {
  anyEmail,
  courseService,
  registrationForm,
  schoolForm,
  signUpService,
  unique,
} from './support/forms.ts';
import { lastTokenTo, mailTo } from './support/mail.ts';
import {
  addDepartment,
  addService,
  enrol,
  newSchool,
  newStaff,
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

describe('settings', () => {
  const DEFAULTS = {
    registration: { termsVersion: '1' },
    booking: {
      leadMinutes: 0,
      horizonDays: 180,
      maxActive: 10,
      draftHoldMinutes: 15,
      blockWhenOverdue: false,
    },
    reminders: { lessonHours: [24, 2], signatureHours: [24, 72] },
    messages: {
      sms: true,
      quietHours: { from: '21:00', to: '08:00' },
      coalesceSeconds: 120,
      smsSegmentsMax: 3,
    },
    finance: {
      paymentDays: 14,
      dunning: { days: [1, 11, 21], fee: { amount: 10_000, currency: 'DKK' } },
    },
    learning: { minimumStart: { years: 16, months: 9 }, pauseWarnDays: [60, 75, 85] },
    integrations: { eTeori: false, findkoreskole: false },
  };
  let own: School;
  const settings = (body?: unknown, headers: Record<string, string> = {}) =>
    api(body === undefined ? 'GET' : 'PATCH', `${own.path}/settings`, {
      body,
      token: own.admin.token,
      headers,
    });

  beforeAll(async () => {
    own = await newSchool();
  });

  test('are the defaults until they are changed', async () => {
    const { status, body, headers } = await settings();

    expect(status).toBe(200);
    expect(body).toEqual({ ...DEFAULTS, version: 1 });
    expect(headers.get('etag')).toBe('"1"');
  });

  test('change by merge patch, deeply, lists as a whole; null gives a default back', async () => {
    const changed = await settings({
      booking: { leadMinutes: 60 },
      reminders: { lessonHours: [48] },
      messages: { quietHours: { from: '22:00' } },
      finance: { paymentDays: 8 },
    });
    const restored = await settings({
      booking: { leadMinutes: null },
      reminders: null,
      finance: null,
    });

    expect(changed).toMatchObject({
      status: 200,
      body: {
        ...DEFAULTS,
        booking: { ...DEFAULTS.booking, leadMinutes: 60 },
        reminders: { lessonHours: [48], signatureHours: [24, 72] },
        messages: { ...DEFAULTS.messages, quietHours: { from: '22:00', to: '08:00' } },
        finance: { ...DEFAULTS.finance, paymentDays: 8 },
      },
    });
    const { version: _, ...now } = restored.body;
    expect(now).toEqual({
      ...DEFAULTS,
      messages: { ...DEFAULTS.messages, quietHours: { from: '22:00', to: '08:00' } },
    });
    expect((await settings()).body).toEqual(restored.body);
  });

  test.each([
    ['/booking/leadMinutes', { booking: { leadMinutes: -1 } }],
    ['/booking/leadMinutes', { booking: { leadMinutes: '60' } }],
    ['/messages/quietHours/from', { messages: { quietHours: { from: '25:00' } } }],
    ['/finance/dunning/fee/amount', { finance: { dunning: { fee: { amount: 10_001 } } } }],
    ['/finance/dunning/days', { finance: { dunning: { days: [1, 11, 21, 31] } } }],
    ['/reminders/lessonHours', { reminders: { lessonHours: 24 } }],
    ['/booking', { booking: 'none' }],
    ['/colour', { colour: 'red' }],
    ['/booking/colour', { booking: { colour: 'red' } }],
  ])('refuse what %s cannot be, by its name, and change nothing', async (path, body) => {
    const before = await settings();

    const answer = await settings(body);

    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect(answer.body.errors.map((error: { path: string }) => error.path)).toContain(path);
    expect((await settings()).body).toEqual(before.body);
  });

  test('refuse reminders of debt less than 10 days apart, as the law does', async () => {
    const answer = await settings({ finance: { dunning: { days: [1, 5, 21] } } });

    expect(answer.status).toBe(422);
  });

  test('refuse a stale If-Match', async () => {
    const answer = await settings({}, { 'if-match': '"0"' });

    expect(answer).toMatchObject({ status: 412, body: { code: 'stale_version' } });
  });

  test('decide from the next registration on: terms, days to pay', async () => {
    await addService(own);
    await settings({ registration: { termsVersion: '2026-11' }, finance: { paymentDays: 0 } });

    const old = await register(own);
    const student = await enrol(own, { termsVersion: '2026-11' });

    expect(old).toMatchObject({ status: 422, body: { errors: [{ path: '/termsVersion' }] } });
    expect(student.termsVersion).toBe('2026-11');
    const { body } = await apiOk('GET', `${own.path}/students/${student.id}/invoices`, {
      token: own.admin.token,
    });
    const [{ issuedAt, dueDate }] = body.items;
    expect(dueDate).toBe(
      new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(
        new Date(issuedAt),
      ),
    );
  });
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

describe('departments', () => {
  test('are added, listed and changed', async () => {
    const own = await newSchool();
    const admin = own.admin.token;
    const body = { name: 'Vest', address: 'Vestergade 1', phone: '86 12 34 00' };

    const created = await api('POST', `${own.path}/departments`, { body, token: admin });
    const path = `${own.path}/departments/${created.body.id}`;
    const changed = await api('PATCH', path, {
      body: { name: 'Nordvest', phone: null },
      token: admin,
    });
    const stale = await api('PATCH', path, {
      body: {},
      token: admin,
      headers: { 'if-match': '"1"' },
    });

    expect(created).toMatchObject({
      status: 201,
      body: { id: expect.stringMatching(/^dep_/), ...body, phone: '+4586123400', version: 1 },
    });
    expect(created.headers.get('location')).toBe(path);
    expect(changed).toMatchObject({
      status: 200,
      body: { name: 'Nordvest', address: 'Vestergade 1', phone: null, version: 2 },
    });
    expect(stale.status).toBe(412);
    expect((await allPages(`${own.path}/departments`, admin)).items).toEqual([changed.body]);
  });
});

describe('the price list', () => {
  const services = (body?: unknown) =>
    api(body === undefined ? 'GET' : 'POST', `${school.path}/services`, { body, token });

  test('holds prices with VAT or a lawful reason for none', async () => {
    const taxed = await services(signUpService({ kind: 'fee', vatRate: 25 }));
    const exempt = await services(courseService({ vatRate: undefined, vatExemption: 'education' }));

    expect(taxed).toMatchObject({
      status: 201,
      body: { vatRate: 25, vatExemption: null, active: true },
    });
    expect(exempt).toMatchObject({ status: 201, body: { vatRate: 0, vatExemption: 'education' } });
    expect(taxed.headers.get('location')).toBe(`${school.path}/services/${taxed.body.id}`);
  });

  test.each([
    ['/vatRate', { vatRate: undefined }],
    ['/vatRate', { vatRate: 101 }],
    ['/vatRate', { vatRate: 25, vatExemption: 'education' }],
    ['/vatExemption', { vatRate: undefined, vatExemption: 'because' }],
    ['/price/amount', { price: { amount: 1.5, currency: 'DKK' } }],
    ['/price/amount', { price: { amount: -1, currency: 'DKK' } }],
    ['/price/amount', { price: { amount: '100', currency: 'DKK' } }],
    ['/price/currency', { price: { amount: 100, currency: 'EUR' } }],
    ['/kind', { kind: 'gift' }],
    ['/active', { active: true }],
  ])('refuses a line that is wrong in %s', async (path, fields) => {
    const answer = await services(courseService(fields));

    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect(answer.body.errors.map((error: { path: string }) => error.path)).toContain(path);
  });

  test('changes by merge patch, exemptions given and lifted; invoices keep what they say', async () => {
    const own = await newSchool();
    const admin = own.admin.token;
    const service = await addService(own);
    const student = await enrol(own);
    const patch = (body: unknown) =>
      api('PATCH', `${own.path}/services/${service.id}`, { body, token: admin });

    const dearer = await patch({ price: { amount: 60_000 } });
    const exempt = await patch({ vatExemption: 'education' });
    const lifted = await patch({ vatExemption: null, vatRate: 25 });
    const off = await patch({ active: false });
    const without = await enrol(own);

    expect(dearer).toMatchObject({
      status: 200,
      body: { price: { amount: 60_000, currency: 'DKK' } },
    });
    expect(exempt.body).toMatchObject({ vatRate: 0, vatExemption: 'education' });
    expect(lifted.body).toMatchObject({ vatRate: 25, vatExemption: null });
    expect(off.body).toMatchObject({ active: false, version: 5 });
    const { body } = await apiOk('GET', `${own.path}/students/${student.id}/invoices`, {
      token: admin,
    });
    expect(body.items[0].total.amount).toBe(50_000);
    expect(await rowsOf('invoice', { studentId: without.id })).toEqual([]);
  });

  test('without its exemption a line must say its rate', async () => {
    const { body } = await services(courseService({ vatRate: undefined, vatExemption: 'outlay' }));

    const answer = await api('PATCH', `${school.path}/services/${body.id}`, {
      body: { vatExemption: null },
      token,
    });

    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: '/vatRate' }] } });
  });

  test('has one course that is off sale: nobody registers for it', async () => {
    const { body } = await services(courseService());
    await apiOk('PATCH', `${school.path}/services/${body.id}`, { body: { active: false }, token });

    const answer = await register(school, { courseServiceId: body.id });

    expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });

  test('has services that are no course: nobody registers for them', async () => {
    const { body } = await services(signUpService({ kind: 'material' }));

    const answer = await register(school, { courseServiceId: body.id });

    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: '/courseServiceId' }] } });
  });
});
