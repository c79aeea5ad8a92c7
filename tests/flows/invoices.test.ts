import { beforeAll, describe, expect, test } from 'vitest';
import { api, apiOk } from './support/api.ts';
import { anyEmail } from './support/forms.ts';
import { mailTo, withSubject } from './support/mail.ts';
import { enrol, newSchool, newStudent, type Person, type School } from './support/people.ts';
import { rowsOf } from './support/rows.ts';

const dkk = (amount: number) => ({ amount, currency: 'DKK' });
const line = (overrides: object = {}) => ({
  ...{ description: 'Kørelektion', quantity: 3, unitPrice: dkk(54_995), vatRate: 25 },
  ...overrides,
});
const outlay = line({
  ...{ description: 'Prøvegebyr', quantity: 1, unitPrice: dkk(60_000) },
  ...{ vatRate: undefined, vatExemption: 'outlay' },
});

let school: School;
let student: Person;
let path: string;
const office = (method: string, where: string, body?: unknown, headers: object = {}) =>
  api(method, `${school.path}${where}`, {
    ...(body !== undefined && { body }),
    token: school.admin.token,
    headers: { ...headers },
  });

beforeAll(async () => {
  school = await newSchool({ vatNumber: '12345678' });
  student = await newStudent(school);
  path = `/students/${student.personId}`;
});

describe('an invoice', () => {
  test('is issued, mailed with its link, and seen by the student to the øre', async () => {
    const created = await office('POST', `${path}/invoices`, { lines: [line(), outlay] });

    const seen = await api('GET', `${school.path}/invoices/${created.body.id}`, {
      token: student.token,
    });
    const mail = (await mailTo(student.email)).at(-1);

    expect(created).toMatchObject({
      status: 201,
      body: {
        ...{ status: 'issued', total: dkk(224_985), rest: dkk(224_985), overdue: false },
        lines: [{ vat: dkk(32_997), total: dkk(164_985) }, { vat: dkk(0) }],
        vatByRate: [
          { vatRate: 25, total: dkk(164_985), vat: dkk(32_997) },
          { vatRate: 0, total: dkk(60_000), vat: dkk(0) },
        ],
      },
    });
    expect(created.headers.get('location')).toBe(`${school.path}/invoices/${created.body.id}`);
    expect(seen).toMatchObject({ status: 200, body: created.body });
    expect(mail?.subject).toBe(`Faktura ${created.body.number} fra Prøveskolen`);
    expect(mail?.text).toContain(`/invoices/${created.body.id}`);
  });

  test('prints as HTML and PDF with everything Danish law asks', async () => {
    const { body } = await office('POST', `${path}/invoices`, { lines: [line(), outlay] });
    const get = (format: string) =>
      api('GET', `${school.path}/invoices/${body.id}?format=${format}`, { token: student.token });

    const [html, pdf, other] = [await get('html'), await get('pdf'), await get('docx')];

    expect(html.status).toBe(200);
    expect(html.headers.get('content-type')).toBe('text/html; charset=utf-8');
    for (const part of [
      ...['Prøveskolen', 'CVR-nr. 12345678', `Faktura ${body.number}`, 'Fakturadato', body.dueDate],
      ...['Ida Holm', 'Kørelektion', '439,96', '25 %', '1.919,88', '329,97', '2.249,85'],
      ...['momslovens § 27', `/invoices/${body.id}`],
    ]) {
      expect(html.text.replaceAll('\u00a0', ' ')).toContain(part);
    }
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(pdf.text.slice(0, 5)).toBe('%PDF-');
    expect(other.status).toBe(422);
  });

  test('that is issued does not change; a draft does, and uses no number when it is deleted', async () => {
    const draft = await office('POST', `${path}/invoices`, { lines: [line()], draft: true });
    const unseen = await api('GET', `${school.path}/invoices/${draft.body.id}`, {
      token: student.token,
    });
    const changed = await office('PATCH', `/invoices/${draft.body.id}`, { dueDate: '2030-01-01' });
    const stale = await office('PATCH', `/invoices/${draft.body.id}`, {}, { 'if-match': '"1"' });
    const gone = await office('DELETE', `/invoices/${draft.body.id}`);
    const first = await office('POST', `${path}/invoices`, { lines: [line()] });
    const second = await office('POST', `${path}/invoices`, { lines: [line()], draft: true });
    const issued = await office('POST', `/invoices/${second.body.id}/issue`);

    expect(draft.body).toMatchObject({ number: null, status: 'draft' });
    expect(unseen.status).toBe(404);
    expect(changed).toMatchObject({ status: 200, body: { dueDate: '2030-01-01', version: 2 } });
    expect([stale.status, gone.status]).toEqual([412, 204]);
    expect(issued).toMatchObject({ status: 200, body: { number: first.body.number + 1 } });
    for (const [method, where] of [
      ['PATCH', ''],
      ['DELETE', ''],
      ['POST', '/issue'],
    ] as const) {
      const again = await office(method, `/invoices/${second.body.id}${where}`, {});
      expect(again).toMatchObject({ status: 409, body: { code: 'invoice_issued' } });
    }
  });

  test.each([
    ['/lines/0/unitPrice/amount', { unitPrice: dkk(0) }],
    ['/lines/0/unitPrice/amount', { unitPrice: dkk(-1) }],
    ['/lines/0/unitPrice/amount', { unitPrice: dkk(0.5) }],
    ['/lines/0/unitPrice/amount', { unitPrice: dkk(2 ** 53) }],
    ['/lines/0/unitPrice/amount', { unitPrice: { amount: 'NaN', currency: 'DKK' } }],
    ['/lines/0/unitPrice/amount', { unitPrice: { amount: '100', currency: 'DKK' } }],
    ['/lines/0/unitPrice/currency', { unitPrice: { amount: 100, currency: 'SEK' } }],
    ['/lines/0/quantity', { quantity: 0 }],
    ['/lines/0/quantity', { quantity: 1.5 }],
    ['/lines/0/vatRate', { vatRate: undefined }],
    ['/lines/0/vatExemption', { vatRate: undefined, vatExemption: 'because' }],
  ])('refuses a line that is wrong in %s: %j', async (where, fields) => {
    const answer = await office('POST', `${path}/invoices`, { lines: [line(fields)] });

    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect(answer.body.errors.map((error: { path: string }) => error.path)).toContain(where);
  });

  test('goes to a buyer who is not the student', async () => {
    const buyer = { name: 'Borgerservice', email: anyEmail('kommune'), ean: '5790000123456' };

    const { body } = await office('POST', `${path}/invoices`, { lines: [line()], buyer });

    expect(body.buyer).toEqual(buyer);
    const mails = await mailTo(buyer.email);
    expect(mails.map(({ subject }) => subject)).toEqual([`Faktura ${body.number} fra Prøveskolen`]);
  });
});

describe('a credit note', () => {
  test('takes away what is owed, in a series of its own, and never more', async () => {
    const { body: invoice } = await office('POST', `${path}/invoices`, { lines: [line()] });
    const credit = (body: object) => office('POST', `/invoices/${invoice.id}/credit-notes`, body);
    const over = await credit({ lines: [line({ quantity: 4 })], reason: 'fejl' });

    const part = await credit({ lines: [line({ quantity: 1 })], reason: 'aflyst' });
    const rest = await credit({ reason: 'resten' });
    const nothing = await credit({ reason: 'mere' });

    expect(over).toMatchObject({
      status: 422,
      body: { code: 'credit_exceeds_rest', rest: dkk(164_985) },
    });
    expect(part).toMatchObject({ status: 201, body: { displayNumber: 'K1', total: dkk(54_995) } });
    expect(rest).toMatchObject({ status: 201, body: { displayNumber: 'K2', total: dkk(109_990) } });
    expect(nothing).toMatchObject({ status: 422, body: { code: 'credit_exceeds_rest' } });
    const now = await office('GET', `/invoices/${invoice.id}`);
    expect(now.body).toMatchObject({ status: 'credited', credited: dkk(164_985), rest: dkk(0) });
    const list = await apiOk('GET', `${school.path}/invoices/${invoice.id}/credit-notes`, {
      token: student.token,
    });
    expect(list.body.items).toEqual([part.body, rest.body]);
    expect(part).toMatchObject({ status: 201, body: { version: 1 } });
    expect(part.headers.get('etag')).toBe('"1"');
    const html = await office(
      'GET',
      `${new URL(`x:${rest.headers.get('location')}`).pathname.replace(school.path, '')}?format=html`,
    );
    expect(html.text).toContain('Kreditnota K2');
    withSubject(await mailTo(student.email), 'Kreditnota K2 fra Prøveskolen');
  });
});

test('50 invoices at once: n to n+49 without a gap, and the other school has its own series', async () => {
  const own = await newSchool();
  const other = await newSchool();
  const { token } = own.admin;
  const students: string[] = [];
  while (students.length < 5) students.push((await enrol(own)).id);
  const elsewhere = await enrol(other);
  const issue = (of: School, id = '') =>
    api('POST', `${of.path}/students/${id}/invoices`, {
      body: { lines: [line()] },
      token: of === own ? token : other.admin.token,
    });

  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, i) => issue(own, students[i % 5])),
  );
  const theirs = await issue(other, elsewhere.id);

  expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(201));
  const numbers = (await rowsOf('invoice', { schoolId: own.id })).map((row) => Number(row.number));
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  expect(theirs.body.number).toBe(1);
});
