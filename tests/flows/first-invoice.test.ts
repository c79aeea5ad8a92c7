import { beforeAll, describe, expect, test } from 'vitest';
import { allPages, api, apiOk } from './support/api.ts';
import { control } from './support/control.ts';
import { courseService, guardian, registrationForm, signUpService } from './support/forms.ts';
import { mailTo, withSubject } from './support/mail.ts';
import {
  addService,
  enrol,
  newFeeSchool,
  newSchool,
  openInvitation,
  register,
  type School,
} from './support/people.ts';
import { rowsOf } from './support/rows.ts';

const dkk = (amount: number) => ({ amount, currency: 'DKK' });

describe('a school that charges 500 DKK for signing up', () => {
  let school: School;

  beforeAll(async () => {
    school = await newFeeSchool();
  });

  test('issues invoice number 1 when the mailed link is opened, and balance and ledger say 50000', async () => {
    const form = registrationForm();
    await api('POST', `${school.path}/registrations`, { body: form });
    const student = await openInvitation(form.email);
    const path = `${school.path}/students/${student.personId}`;

    const [balance, ledger, invoices] = await Promise.all(
      ['balance', 'ledger', 'invoices'].map((what) =>
        apiOk('GET', `${path}/${what}`, { token: student.token }),
      ),
    );

    const [invoice] = invoices?.body.items ?? [];
    expect(invoice).toMatchObject({
      number: 1,
      displayNumber: '1',
      status: 'issued',
      overdue: false,
      buyer: { name: 'Ida Holm', email: form.email },
      lines: [
        {
          description: 'Indmeldelse',
          quantity: 1,
          unitPrice: dkk(50_000),
          total: dkk(50_000),
          vatRate: 25,
          vatExemption: null,
          vat: dkk(10_000),
        },
      ],
      vatByRate: [{ vatRate: 25, total: dkk(50_000), vat: dkk(10_000) }],
      total: dkk(50_000),
      paid: dkk(0),
      credited: dkk(0),
      rest: dkk(50_000),
    });
    expect(balance?.body).toEqual({
      balance: dkk(50_000),
      issued: dkk(50_000),
      fees: dkk(0),
      credited: dkk(0),
      paid: dkk(0),
      refunded: dkk(0),
      disputed: dkk(0),
    });
    expect(ledger?.body.items).toEqual([
      {
        id: expect.any(String),
        at: invoice.issuedAt,
        kind: 'invoice',
        amount: dkk(50_000),
        invoiceId: invoice.id,
        paymentId: null,
        externalId: null,
        balanceAfter: dkk(50_000),
      },
    ]);
  });

  test('mails the invoice to its buyer, with number, amount and a link', async () => {
    const student = await enrol(school);

    const mail = withSubject(await mailTo(student.email), /^Faktura \d+ fra Prøveskolen$/);

    const { body } = await apiOk('GET', `${school.path}/students/${student.id}/invoices`, {
      token: school.admin.token,
    });
    expect(mail.text).toContain('500,00');
    expect(mail.text).toContain(`/invoices/${body.items[0].id}`);
  });

  test('is due 14 days after the day it was issued on, by the calendar of the school', async () => {
    const student = await enrol(school);

    const invoice = await onlyInvoice(school, student.id);

    const copenhagen = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' });
    const issued = copenhagen.format(new Date(invoice.issuedAt));
    const due = new Date(`${issued}T00:00:00Z`).getTime() + 14 * 86_400_000;
    expect(invoice.dueDate).toBe(new Date(due).toISOString().slice(0, 10));
  });

  test('answers one invoice by its id, with the ETag of its version', async () => {
    const student = await enrol(school);
    const invoice = await onlyInvoice(school, student.id);

    const answer = await api('GET', `${school.path}/invoices/${invoice.id}`, {
      token: school.admin.token,
    });

    expect(answer).toMatchObject({ status: 200, body: invoice });
    expect(answer.headers.get('etag')).toBe(`"${invoice.version}"`);
  });

  test('adds the chosen course to the same invoice', async () => {
    const course = await addService(
      school,
      courseService({ vatRate: undefined, vatExemption: 'education' }),
    );

    const student = await enrol(school, { courseServiceId: course.id });

    const invoice = await onlyInvoice(school, student.id);
    expect(invoice.lines.map(({ description, vat }: Line) => [description, vat.amount])).toEqual([
      ['Indmeldelse', 10_000],
      ['Lovpakke kategori B', 0],
    ]);
    expect(invoice.lines[1]).toMatchObject({
      vatRate: 0,
      vatExemption: 'education',
      serviceId: course.id,
    });
    expect(invoice.vatByRate).toEqual([
      { vatRate: 25, total: dkk(50_000), vat: dkk(10_000) },
      { vatRate: 0, total: dkk(1_299_500), vat: dkk(0) },
    ]);
    expect(invoice.total).toEqual(dkk(1_349_500));
  });
});

test('without a fee and a course there is no invoice and no number is used', async () => {
  const school = await newSchool();
  const without = await enrol(school);
  await addService(school, signUpService({ price: dkk(0) }));
  const withFreeSignUp = await enrol(school);
  const course = await addService(school, courseService());

  const withCourse = await enrol(school, { courseServiceId: course.id });

  expect(await rowsOf('invoice', { studentId: without.id })).toEqual([]);
  expect(await rowsOf('invoice', { studentId: withFreeSignUp.id })).toEqual([]);
  expect(await onlyInvoice(school, withCourse.id)).toMatchObject({
    number: 1,
    total: dkk(1_299_500),
  });
  const balance = await apiOk('GET', `${school.path}/students/${without.id}/balance`, {
    token: school.admin.token,
  });
  expect(balance.body).toMatchObject({ balance: dkk(0), issued: dkk(0) });
});

test('a pending student uses no number: who activates first is number 1', async () => {
  const school = await newFeeSchool();
  const [first, second] = [registrationForm(), registrationForm()];
  for (const body of [first, second]) await api('POST', `${school.path}/registrations`, { body });

  const early = await openInvitation(second.email);
  const late = await openInvitation(first.email);

  expect(await onlyInvoice(school, early.personId)).toMatchObject({ number: 1 });
  expect(await onlyInvoice(school, late.personId)).toMatchObject({ number: 2 });
});

test('50 students enrolled at once in a school with a fee all get a number: no gap, no repeat', async () => {
  const school = await newFeeSchool();
  const { token } = school.admin;

  const answers = await Promise.all(
    Array.from({ length: 50 }, () =>
      api('POST', `${school.path}/students`, { body: registrationForm(), token }),
    ),
  );

  expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(201));
  const numbers = (await rowsOf('invoice', { schoolId: school.id })).map(({ number }) =>
    Number(number),
  );
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, at) => at + 1));
  expect((await allPages(`${school.path}/students`, token, 30)).items).toHaveLength(50);
});

describe('a student under 18', () => {
  let school: School;

  beforeAll(async () => {
    school = await newFeeSchool();
  });

  test('needs a guardian, at the office as on the public form', async () => {
    const minor = { birthDate: await bornYearsAgo(17) };

    const answers = [
      await register(school, minor),
      await api('POST', `${school.path}/students`, {
        body: registrationForm(minor),
        token: school.admin.token,
      }),
    ];

    for (const answer of answers) {
      expect(answer).toMatchObject({
        status: 422,
        body: { code: 'invalid', errors: [{ path: '/guardians', code: 'guardian_required' }] },
      });
    }
  });

  test('has the guardian as buyer, whom the invoice is mailed to', async () => {
    const karen = guardian({ name: 'Karen Holm', phone: '30 30 30 30' });
    const body = { birthDate: await bornYearsAgo(17), guardians: [karen] };

    const student = await enrol(school, body);

    expect(student.guardians).toEqual([
      { name: 'Karen Holm', email: karen.email, phone: '+4530303030' },
    ]);
    const invoice = await onlyInvoice(school, student.id);
    expect(invoice.buyer).toMatchObject({ name: 'Karen Holm', email: karen.email });
    const toGuardian = await mailTo(karen.email);
    expect(toGuardian.map(({ subject }) => subject)).toEqual([
      `Faktura ${invoice.number} fra Prøveskolen`,
    ]);
    const toStudent = await mailTo(student.email);
    expect(toStudent.map(({ subject }) => subject)).toEqual(['Velkommen til Prøveskolen']);
  });

  test('is an adult from the eighteenth birthday on', async () => {
    const student = await enrol(school, { birthDate: await bornYearsAgo(18) });

    expect((await onlyInvoice(school, student.id)).buyer.email).toBe(student.email);
  });
});

type Line = { description: string; vat: { amount: number } };

async function onlyInvoice(school: School, studentId: string) {
  const { body } = await apiOk('GET', `${school.path}/students/${studentId}/invoices`, {
    token: school.admin.token,
  });
  expect(body.items).toHaveLength(1);
  return body.items[0];
}

/** The birth date of somebody whose birthday is today, by the school's calendar. */
async function bornYearsAgo(years: number): Promise<string> {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(
    await control.now(),
  );
  return `${Number(today.slice(0, 4)) - years}${today.slice(4)}`.replace('-02-29', '-02-28');
}
