import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { api } from './support/api.ts';
import { inDays, now } from './support/clock.ts';
import { control } from './support/control.ts';
import { book, newTeachingSchool, onDay, type TeachingSchool } from './support/lessons.ts';
import { mailTo } from './support/mail.ts';
import { newStudent, type Person, signIn } from './support/people.ts';

const dkk = (amount: number) => ({ amount, currency: 'DKK' });
const ANY_DAY = { rules: ['closed_day'], reason: 'any day will do for a test' };

let school: TeachingSchool;
let token: string;
let payer: Person;
const office = (method: string, where: string, body?: unknown) =>
  api(method, `${school.path}${where}`, { ...(body !== undefined && { body }), token });
const invoice = async (student: Person, amount: number, dueDate?: string) => {
  const lines = [{ description: 'Lovpakke', quantity: 1, unitPrice: dkk(amount), vatRate: 25 }];
  const body = { lines, ...(dueDate && { dueDate }) };
  return (await office('POST', `/students/${student.personId}/invoices`, body)).body;
};
const pay = (student: Person, amount: number, more: object = {}) =>
  office('POST', `/students/${student.personId}/payments`, {
    ...{ amount: dkk(amount), method: 'mobilepay', receivedAt: '2026-11-23T09:00' },
    ...more,
  });
const money = async (student: Person) => {
  const at = `/students/${student.personId}`;
  const [balance, ledger] = [
    await office('GET', `${at}/balance`),
    await office('GET', `${at}/ledger`),
  ];
  return { balance: balance.body, ledger: ledger.body.items };
};

beforeAll(async () => {
  school = await newTeachingSchool();
  token = school.admin.token;
  payer = await newStudent(school);
});

afterEach(async () => {
  await control.clock(null);
  token = school.admin.token;
});

describe('a payment by hand', () => {
  test('in parts and too much: settled, credit, used, refunded, and every øre in the ledger', async () => {
    const student = await newStudent(school);
    const first = await invoice(student, 100_000);
    const part = await pay(student, 40_000);
    const over = await pay(student, 90_000, {
      allocations: [{ invoiceId: first.id, amount: dkk(90_000) }],
    });
    const second = await invoice(student, 20_000);

    const used = await office('POST', `/students/${student.personId}/credit-allocations`, {
      ...{ invoiceId: second.id, amount: dkk(20_000) },
    });
    const tooMuch = await office('POST', `/payments/${over.body.id}/refunds`, {
      ...{ amount: dkk(90_001), reason: 'x' },
    });
    const refund = await office('POST', `/payments/${over.body.id}/refunds`, {
      ...{ amount: dkk(15_000), reason: 'for meget' },
    });

    expect(part).toMatchObject({
      status: 201,
      body: { credit: dkk(0), receivedAt: expect.any(String) },
    });
    expect(over.body).toMatchObject({
      ...{ credit: dkk(30_000), allocations: [{ invoiceId: first.id, amount: dkk(60_000) }] },
    });
    expect(used).toMatchObject({
      status: 200,
      body: { invoice: { status: 'paid' }, credit: dkk(10_000) },
    });
    expect(tooMuch).toMatchObject({ status: 422, body: { code: 'refund_exceeds_rest' } });
    expect(refund).toMatchObject({
      status: 201,
      body: { status: 'succeeded', amount: dkk(15_000) },
    });
    const { balance, ledger } = await money(student);
    expect(balance).toEqual({
      ...{ balance: dkk(5_000), issued: dkk(120_000), fees: dkk(0), credited: dkk(0) },
      ...{ paid: dkk(130_000), refunded: dkk(15_000), disputed: dkk(0) },
    });
    expect(
      ledger.map(({ kind, amount, balanceAfter }: Entry) => [
        kind,
        amount.amount,
        balanceAfter.amount,
      ]),
    ).toEqual([
      ['refund', 15_000, 5_000],
      ['invoice', 20_000, -10_000],
      ['payment', -90_000, -30_000],
      ['payment', -40_000, 60_000],
      ['invoice', 100_000, 100_000],
    ]);
    const subjects = (await mailTo(student.email)).map(({ subject }) => subject);
    expect(subjects.filter((one) => one.startsWith('Kvittering'))).toEqual([
      'Kvittering fra Prøveskolen: 400,00 kr.',
      'Kvittering fra Prøveskolen: 900,00 kr.',
    ]);
    expect(subjects).toContain('Prøveskolen har betalt 150,00 kr. tilbage');
  });

  test.each([
    ['/amount/amount', { amount: dkk(0) }],
    ['/amount/amount', { amount: dkk(-5) }],
    ['/amount/amount', { amount: dkk(0.5) }],
    ['/amount/amount', { amount: dkk(2 ** 53) }],
    ['/amount/amount', { amount: { amount: 'NaN', currency: 'DKK' } }],
    ['/amount/currency', { amount: { amount: 5, currency: 'SEK' } }],
    ['/method', { method: 'barter' }],
    ['/receivedAt', { receivedAt: 'yesterday' }],
    ['/receivedAt', { receivedAt: '2026-02-30' }],
    ['/allocations', { allocations: [{ invoiceId: `inv_${'0'.repeat(26)}`, amount: dkk(200) }] }],
  ])('that is wrong in %s is refused: %j', async (where, fields) => {
    const answer = await pay(payer, 100, fields);

    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect(answer.body.errors.map((error: { path: string }) => error.path)).toContain(where);
  });
});

describe('lessons and fees', () => {
  test('go onto one invoice once, by hand or by a run; who leaves is settled in one step', async () => {
    const [student, other] = [await newStudent(school), await newStudent(school)];
    const course = await invoice(other, 500_000);
    await pay(other, 500_000);
    const startsAt = onDay(3, '10:00');
    const lesson = await book(school, {
      startsAt,
      studentIds: [student.personId],
      override: ANY_DAY,
    });
    const missed = await book(school, {
      ...{ startsAt: onDay(4, '10:00'), studentIds: [student.personId], override: ANY_DAY },
    });
    const theirs = await book(school, {
      ...{ startsAt: onDay(5, '10:00'), studentIds: [other.personId], override: ANY_DAY },
    });
    await control.clock(theirs.body.endsAt);
    token = await signIn(school.admin);
    const complete = (id: string, studentId: string, status: string) =>
      office('POST', `/bookings/${id}/complete`, { attendance: [{ studentId, status }] });
    await complete(lesson.body.id, student.personId, 'attended');
    await complete(missed.body.id, student.personId, 'no_show');
    await complete(theirs.body.id, other.personId, 'attended');

    const proposal = await office('POST', `/students/${other.personId}/settlement`, {});
    const booked = await office('POST', `/students/${other.personId}/settlement`, {
      confirm: true,
    });
    const settledAgain = await office('POST', `/students/${other.personId}/settlement`, {
      confirm: true,
    });
    const billed = await office('POST', `/students/${student.personId}/uninvoiced`);
    const again = await office('POST', `/students/${student.personId}/uninvoiced`);
    const run = await office('POST', '/finance/invoice-runs');
    await control.idle();
    const done = await office('GET', `/finance/invoice-runs/${run.body.id}`);

    expect(proposal).toMatchObject({
      status: 200,
      body: {
        usedTotal: dkk(55_000),
        refundTotal: dkk(445_000),
        creditNotes: [{ creditNoteId: null }],
      },
    });
    expect(booked).toMatchObject({
      status: 201,
      body: {
        refundTotal: dkk(445_000),
        balanceAfter: dkk(0),
        creditNotes: [{ invoiceId: course.id }],
      },
    });
    expect(settledAgain).toMatchObject({ status: 409, body: { code: 'nothing_to_settle' } });
    expect((await money(other)).balance).toMatchObject({ balance: dkk(0), refunded: dkk(445_000) });
    expect(billed).toMatchObject({ status: 201, body: { total: dkk(110_000) } });
    expect(billed.body.lines.map(({ bookingId }: { bookingId: string }) => bookingId)).toEqual([
      lesson.body.id,
      missed.body.id,
    ]);
    expect(again).toMatchObject({ status: 409, body: { code: 'nothing_to_invoice' } });
    expect(run.status).toBe(202);
    expect(done.body).toMatchObject({ status: 'done', invoices: 0 });
  });
});

describe('what is overdue', () => {
  test('is announced, reminded of for 100 kroner, and blocks bookings where the school wants it', async () => {
    const student = await newStudent(school, { phone: '+4531223399' });
    await office('PATCH', '/settings', { booking: { blockWhenOverdue: true } });
    const { id } = await invoice(student, 50_000, inDays(4));
    const at = async (days: number) => {
      await control.idle(`${inDays(days)}T11:00:00.000Z`);
      token = await signIn(school.admin);
      return (await office('GET', `/invoices/${id}`)).body;
    };

    const [before, first] = [await at(3), await at(5)];
    const wish = { startsAt: onDay(20, '10:00'), studentIds: [student.personId] };
    const refused = await office('POST', '/bookings', {
      ...{ bookingTypeId: school.theory, teacherId: school.teachers[0].personId, ...wish },
      override: ANY_DAY,
    });
    const override = { rules: ['overdue_debt', 'closed_day'], reason: 'har lovet at betale' };
    const taken = await office('POST', '/bookings', {
      ...{
        bookingTypeId: school.theory,
        teacherId: school.teachers[0].personId,
        ...wish,
        override,
      },
    });
    await office('PATCH', '/settings', { booking: { blockWhenOverdue: false } });

    expect(before).toMatchObject({ overdue: false, reminders: [] });
    expect(first).toMatchObject({ overdue: true, reminders: [{ fee: dkk(10_000) }] });
    expect(first).toMatchObject({ reminderFees: dkk(10_000), rest: dkk(50_000) });
    expect((await money(student)).balance).toMatchObject({
      ...{ balance: dkk(60_000), fees: dkk(10_000) },
    });
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'rule_refused', rule: 'overdue_debt' },
    });
    expect(taken.status).toBe(201);
    const subjects = (await mailTo(student.email)).map(({ subject }) => subject);
    expect(subjects.filter((subject) => /^(Husk faktura|Rykker)/.test(subject))).toEqual([
      expect.stringMatching(/^Husk faktura \d+ fra Prøveskolen$/),
      expect.stringMatching(/^Rykker 1: Faktura \d+ fra Prøveskolen$/),
    ]);
  });
});

test('the export sums to the ledger, and the report agrees', async () => {
  const student = await newStudent(school);
  await invoice(student, 12_345);
  await pay(student, 2_345);
  const year = new Date(now()).getUTCFullYear();
  const days = `from=${year - 1}-06-01&to=${year}-12-31`;

  const csv = await office('GET', `/finance/export?${days}`);
  const part = await office('GET', `/finance/export?${days}&format=journal&limit=2`);
  const report = await office('GET', `/reports/finance?${days}`);

  const [, ...rows] = csv.text
    .trimEnd()
    .split('\r\n')
    .map((row) => row.split(','));
  const sum = rows.reduce((all, row) => all + Math.round(Number(row[10]) * 100), 0);
  const { issued, fees, credited, paid, refunded, disputed } = report.body.totals;
  expect(sum).toBe(
    issued.amount + fees.amount - credited.amount - paid.amount + refunded.amount + disputed.amount,
  );
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const next = /<([^>]+)>; rel="next"/.exec(part.headers.get('link') ?? '')?.[1] ?? '';
  expect((await api('GET', next, { token })).status).toBe(200);
});

type Entry = { kind: string; amount: { amount: number }; balanceAfter: { amount: number } };
