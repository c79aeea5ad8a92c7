import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { api, apiOk } from './support/api.ts';
import { control } from './support/control.ts';
import { anyEmail, courseService, guardian, registrationForm } from './support/forms.ts';
import {
  addDepartment,
  addService,
  enrol,
  newFeeSchool,
  newSchool,
  newStaff,
  type School,
} from './support/people.ts';
import { expectProblem } from './support/problems.ts';
import { rowsThatMatter } from './support/rows.ts';

/** Well formed, and nobody's. */
const NOBODY = '01h455vb4pex5vsknk084sn02q';
const MEGABYTE = 1024 * 1024;

let school: School;
let foreign: School;
let token: string;
let rowsBefore: string[] = [];

beforeAll(async () => {
  [school, foreign] = await Promise.all([newFeeSchool(), newSchool()]);
  token = school.admin.token;
  for (let nth = 0; nth < 3; nth += 1) await enrol(school, { name: `Elev ${nth}` });
  await enrol(foreign, { name: 'Elev 0' });
  await enrol(foreign, { name: 'Elev 1' });
  await addService(foreign, courseService());
  await addDepartment(foreign);
  await newStaff(foreign, 'teacher');
  await control.idle();
  rowsBefore = await keys();
});

// Everything in this file is refused: not one row may come of it.
afterAll(async () => {
  await control.idle();
  expect(await keys()).toEqual(rowsBefore);
});

const WAYS = [
  ['the public form', 'registrations'],
  ['the office', 'students'],
] as const;

describe.each(WAYS)('a registration by %s', (_, resource) => {
  const send = (body: unknown) => api('POST', `${school.path}/${resource}`, { body, token });

  test.each([
    ['a phone with letters', '/phone', { phone: 'ring til mig' }],
    ['a phone too short', '/phone', { phone: '2012' }],
    ['an empty phone', '/phone', { phone: ' ' }],
    ['a phone that is a number', '/phone', { phone: 20123456 }],
    ['an address without @', '/email', { email: 'ida.example.com' }],
    ['an address with two @', '/email', { email: 'ida@@example.com' }],
    ['an address outside ASCII before the @', '/email', { email: 'søren@example.com' }],
    ['an address without a dotted domain', '/email', { email: 'ida@localhost' }],
    ['an address with a line break', '/email', { email: 'ida@example.com\r\nBcc: a@b.dk' }],
    ['an address of 300 characters', '/email', { email: `${'a'.repeat(290)}@example.com` }],
    ['a birth date that does not exist', '/birthDate', { birthDate: '2001-02-30' }],
    ['a birth date in another order', '/birthDate', { birthDate: '14-03-2001' }],
    ['a birth date with a time', '/birthDate', { birthDate: '2001-03-14T00:00:00Z' }],
    ['a birth date in the future', '/birthDate', { birthDate: '2999-01-01' }],
    ['a birth date before 1900', '/birthDate', { birthDate: '1812-01-01' }],
    ['an empty name', '/name', { name: '  ' }],
    ['a name with a line break', '/name', { name: 'Ida\nHolm' }],
    ['a name of 201 characters', '/name', { name: 'x'.repeat(201) }],
    ['no name', '/name', { name: undefined }],
    ['a name that is null', '/name', { name: null }],
    ['a language that we do not speak', '/language', { language: 'fr' }],
    ['other terms than those in force', '/termsVersion', { termsVersion: '2' }],
    ['terms that are not granted', '/consents', { consents: [{ kind: 'terms', granted: false }] }],
    ['no consent at all', '/consents', { consents: [] }],
    [
      'an unknown kind of consent',
      '/consents/0/kind',
      { consents: [{ kind: 'all', granted: true }] },
    ],
    ['an unknown field', '/role', { role: 'school_admin' }],
    ['an unknown field further in', '/guardians/0/age', { guardians: [guardian({ age: 44 })] }],
    ["a guardian's bad phone", '/guardians/0/phone', { guardians: [guardian({ phone: '1' })] }],
    [
      "a guardian's bad address",
      '/guardians/0/email',
      { guardians: [guardian({ email: 'karen' })] },
    ],
    ['a malformed id', '/courseServiceId', { courseServiceId: 'svc_1' }],
    ['an id of another kind', '/courseServiceId', { courseServiceId: `per_${NOBODY}` }],
    ['a list for a body field', '/address', { address: ['Egevej 7'] }],
  ])('with %s is a 422 that names %s', async (_what, path, fields) => {
    const answer = await send(registrationForm(fields));

    expectProblem(answer, 422, 'invalid');
    expect(answer.body.errors.map((error: { path: string }) => error.path)).toContain(path);
    for (const error of answer.body.errors) {
      expect(error).toEqual({
        path: expect.any(String),
        code: expect.any(String),
        message: expect.any(String),
      });
    }
  });

  test('with several bad fields names them all at once', async () => {
    const answer = await send(registrationForm({ phone: '1', termsVersion: '9', consents: [] }));

    expectProblem(answer, 422, 'invalid');
    expect(answer.body.errors.map((error: { path: string }) => error.path).sort()).toEqual([
      '/consents',
      '/phone',
      '/termsVersion',
    ]);
  });

  test("with an unknown course, or another school's, is a 404", async () => {
    const { body } = await apiOk('GET', `${foreign.path}/services`, { token: foreign.admin.token });

    const unknown = await send(registrationForm({ courseServiceId: `svc_${NOBODY}` }));
    const others = await send(registrationForm({ courseServiceId: body.items[0].id }));

    expectProblem(unknown, 404, 'not_found');
    expectProblem(others, 404, 'not_found');
  });

  test.each([
    ['cut off', '{"name":'],
    ['empty', ''],
    ['with a comma too many', '{"name":"Ida",}'],
    ['not UTF-8 JSON at all', '\u0000\u0001'],
  ])('with JSON %s is malformed', async (_what, raw) => {
    const answer = await api('POST', `${school.path}/${resource}`, {
      raw,
      token,
      headers: { 'content-type': 'application/json' },
    });

    expectProblem(answer, 400, 'malformed_json');
  });

  test.each([['[]'], ['"text"'], ['42'], ['null'], ['true']])(
    'with %s for a body is a 422',
    async (raw) => {
      const answer = await api('POST', `${school.path}/${resource}`, { raw, token });

      expectProblem(answer, 422, 'invalid');
    },
  );

  test.each([
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['application/jsonp'],
    ['application/xml'],
  ])('as %s is a 415', async (type) => {
    const raw = JSON.stringify(registrationForm());

    const answer = await api('POST', `${school.path}/${resource}`, {
      raw,
      token,
      headers: { 'content-type': type },
    });

    expectProblem(answer, 415, 'unsupported_media_type');
  });

  test('of 300 KB is a 413 of ours, of 11 MB one of the gateway', async () => {
    const large = await send(registrationForm({ name: 'x'.repeat(300 * 1024) }));
    const huge = await send(registrationForm({ name: 'x'.repeat(11 * MEGABYTE) }));

    expectProblem(large, 413, 'body_too_large');
    expect(huge).toMatchObject({ status: 413, body: { message: expect.any(String) } });
    expect(huge.body.code).toBeUndefined();
  });

  test.each([
    ['at the top', (json: string) => json.replace('{', '{"__proto__":{"status":"active"},')],
    [
      'further in',
      (json: string) => json.replace('"granted":true', '"granted":true,"__proto__":{"x":1}'),
    ],
    [
      'as constructor.prototype',
      (json: string) => json.replace('{', '{"constructor":{"prototype":{"x":1}},'),
    ],
  ])('with __proto__ %s is a 422', async (_what, poison) => {
    const raw = poison(JSON.stringify(registrationForm()));

    const answer = await api('POST', `${school.path}/${resource}`, { raw, token });

    expectProblem(answer, 422, 'invalid');
    expect(answer.body.errors[0].code).toBe('unknown_field');
  });
});

describe('an id in the path', () => {
  const MALFORMED = [
    '1',
    'sch_',
    'sch_UPPER',
    `SCH_${NOBODY}`,
    `per_${NOBODY}`,
    '..%2f..',
    'sch_%00',
    '%23',
    'x'.repeat(600),
  ];

  test.each(MALFORMED)('that is malformed (%s) is a 404', async (id) => {
    const read = await api('GET', `/schools/${id}`, { token });
    const written = await api('POST', `/schools/${id}/registrations`, { body: registrationForm() });

    expectProblem(read, 404, 'not_found');
    expectProblem(written, 404, 'not_found');
  });

  test.each([
    ['students', `per_${NOBODY}`, 'per_1'],
    ['invoices', `inv_${NOBODY}`, 'inv_1'],
  ])('of %s that is unknown or malformed is a 404', async (resource, unknown, malformed) => {
    for (const id of [unknown, malformed]) {
      expectProblem(
        await api('GET', `${school.path}/${resource}/${id}`, { token }),
        404,
        'not_found',
      );
    }
  });

  test.each([
    ['departments', `dep_${NOBODY}`, 'dep_1'],
    ['services', `svc_${NOBODY}`, 'svc_1'],
    ['staff', `per_${NOBODY}`, 'per_1'],
    ['students', `per_${NOBODY}`, 'per_1'],
  ])('to change %s that is unknown or malformed is a 404', async (resource, unknown, malformed) => {
    for (const id of [unknown, malformed]) {
      const answer = await api('PATCH', `${school.path}/${resource}/${id}`, {
        body: { name: 'Ny' },
        token,
      });
      expectProblem(answer, 404, 'not_found');
    }
  });

  test('of an unknown school is a 404, and an unknown route is one of the gateway', async () => {
    expectProblem(await api('GET', `/schools/sch_${NOBODY}`, { token }), 404, 'not_found');
    const unknown = await api('GET', '/nowhere', { token });
    expect(unknown).toMatchObject({ status: 404, body: { message: 'Not Found' } });
  });
});

describe("another school's id in a body", () => {
  test('is a 404, and a malformed one a 422', async () => {
    const departments = await apiOk('GET', `${foreign.path}/departments`, {
      token: foreign.admin.token,
    });
    const staff = await apiOk('GET', `${foreign.path}/staff`, { token: foreign.admin.token });
    const students = await apiOk('GET', `${school.path}/students`, { token });
    const path = `${school.path}/students/${students.body.items[0].id}`;
    const patch = (body: unknown) => api('PATCH', path, { body, token });

    expectProblem(await patch({ departmentIds: [departments.body.items[0].id] }), 404, 'not_found');
    expectProblem(await patch({ teacherIds: [staff.body.items[1].id] }), 404, 'not_found');
    expectProblem(await patch({ departmentIds: [`dep_${NOBODY}`] }), 404, 'not_found');
    expectProblem(await patch({ teacherIds: [`per_${NOBODY}`] }), 404, 'not_found');
    expectProblem(await patch({ departmentIds: ['dep_1'] }), 422, 'invalid');
    expectProblem(await patch({ teacherIds: ['Tove'] }), 422, 'invalid');
  });
});

test('a problem names the request and carries nothing of the inside', async () => {
  const answer = await api('POST', `${school.path}/registrations`, { body: { email: anyEmail() } });

  expect(answer.body).toMatchObject({
    type: '/errors#invalid',
    title: 'Invalid input',
    status: 422,
  });
  expect(answer.body.instance).toBe(answer.headers.get('apigw-requestid'));
  expect(answer.text).not.toMatch(/node_modules|\.ts:|Zod|electro/i);
});

async function keys(): Promise<string[]> {
  const rows = await rowsThatMatter();
  return rows.map(({ pk, sk, version }) => `${pk} ${sk} ${version}`).sort();
}
