import { beforeAll, describe, expect, test } from 'vitest';
import { allPages, api, apiOk } from './support/api.ts';
import { courseService, signUpService } from './support/forms.ts';
import { addService, enrol, newSchool, register, type School } from './support/people.ts';
import { rowsOf } from './support/rows.ts';

let school: School;
let token: string;

beforeAll(async () => {
  school = await newSchool();
  token = school.admin.token;
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
