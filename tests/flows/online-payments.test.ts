import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { CARDS } from '../../local/parts/stripe/model.ts';
import { api, apiOk } from './support/api.ts';
import { control } from './support/control.ts';
import { mailTo } from './support/mail.ts';
import {
  checkOut,
  dkk,
  eventOf,
  invoiceFor,
  moneyOf,
  newPaidSchool,
  stripe,
} from './support/online.ts';
import { enrol, newSchool, newStudent, type Person } from './support/people.ts';
import { stack } from './support/stack.ts';

let school: Awaited<ReturnType<typeof newPaidSchool>>;
let student: Person;
beforeAll(async () => {
  school = await newPaidSchool();
  student = await newStudent(school);
});
afterEach(() => control.clearFault('stripe'));

const admin = (method: string, where: string, body?: unknown, headers = {}) =>
  api(method, `${school.path}${where}`, { body, token: school.admin.token, headers });
/** An invoice paid online by a student of its own, with the card given. */
async function paidInvoice(amount = 55_000, card?: string) {
  const payer = await enrol(school);
  const who = { personId: payer.id };
  const invoiceId = await invoiceFor(school, who, amount);
  const { body } = await checkOut(school, invoiceId, school.admin.token);
  const { paymentIntent } = await stripe.pay(body.sessionId, card ? { card } : {});
  await control.idle();
  const { payments } = await moneyOf(school, who);
  return { who, invoiceId, intent: paymentIntent, payment: payments[0] };
}

describe('a student pays an invoice', () => {
  test('fail -> mail -> retry -> receipt -> balance, in one session', async () => {
    const invoiceId = await invoiceFor(school, student);
    const opened = await checkOut(school, invoiceId, student.token);
    const again = await checkOut(school, invoiceId, student.token);
    const { sessionId, url } = opened.body;

    expect(opened).toMatchObject({
      status: 201,
      body: { url: expect.stringContaining(sessionId) },
    });
    expect(opened.headers.get('location')).toBe(url);
    expect(again).toMatchObject({ status: 200, body: opened.body });

    await stripe.fail(sessionId);
    const failed = (await mailTo(student.email)).at(-1);
    expect(failed?.subject).toMatch(/^Betalingen af faktura \d+ lykkedes ikke$/);
    expect(failed?.text).toContain(`/invoices/${invoiceId}`);

    // The page that a person sees, and its button.
    expect(await (await fetch(url)).text()).toContain('550.00 DKK');
    const paid = await fetch(`${url}/pay`, { method: 'POST', redirect: 'manual' });
    expect(paid.headers.get('location')).toBe(`${stack().portal}/invoices/${invoiceId}`);

    const receipts = (await mailTo(student.email)).filter(({ subject }) =>
      subject.startsWith('Kvittering'),
    );
    expect(receipts).toHaveLength(1);
    const money = await moneyOf(school, student);
    expect(money.balance).toBe(0);
    expect(money.ledger).toEqual([
      ['payment', -55_000],
      ['invoice', 55_000],
    ]);
    const invoice = await apiOk('GET', `${school.path}/invoices/${invoiceId}`, {
      token: student.token,
    });
    expect(invoice.body).toMatchObject({ status: 'paid', rest: dkk(0) });
    expect(await checkOut(school, invoiceId, student.token)).toMatchObject({
      ...{ status: 409, body: { code: 'invoice_paid' } },
    });
  });

  test('while Stripe is down gets 503 with Retry-After, and one session once it is up', async () => {
    const invoiceId = await invoiceFor(school, student);
    await control.fault({ provider: 'stripe', mode: '500', count: 1, retryAfter: 9 });
    const down = await checkOut(school, invoiceId, student.token);
    const up = await checkOut(school, invoiceId, student.token);

    expect(down).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(down.headers.get('retry-after')).toBe('9');
    expect(up.status).toBe(201);
  });

  test('who sees no such invoice, or is no student, is told so', async () => {
    const invoiceId = await invoiceFor(school, await newStudent(school));

    expect(await checkOut(school, invoiceId, student.token)).toMatchObject({ status: 404 });
    const unconnected = await newSchool();
    const lonely = await newStudent(unconnected);
    const theirs = await invoiceFor(unconnected, lonely);
    expect(await checkOut(unconnected, theirs, lonely.token)).toMatchObject({
      ...{ status: 409, body: { code: 'payment_account_inactive' } },
    });
  });
});

describe('money goes back', () => {
  test('a refund: once under its key, in the ledger, told to the payer; beyond the rest 422', async () => {
    const { who, payment } = await paidInvoice();
    const path = `/payments/${payment?.id}/refunds`;
    const body = { amount: dkk(15_000), reason: 'Aflyst lektion' };

    const [first, again] = [
      await admin('POST', path, body, { 'idempotency-key': 'refund-1' }),
      await admin('POST', path, body, { 'idempotency-key': 'refund-1' }),
    ];
    const beyond = await admin('POST', path, { ...body, amount: dkk(40_001) });
    await control.idle();

    expect(first).toMatchObject({ status: 201, body: { status: 'succeeded' } });
    expect(again.body.id).toBe(first.body.id);
    expect(beyond).toMatchObject({ status: 422, body: { code: 'refund_exceeds_rest' } });
    const money = await moneyOf(school, who);
    expect(money.balance).toBe(15_000);
    expect(money.ledger[0]).toEqual(['refund', 15_000]);
  });

  test('a refund that Stripe is too slow for is one refund in the end', async () => {
    const { who, payment } = await paidInvoice();
    const path = `/payments/${payment?.id}/refunds`;
    const body = { amount: dkk(10_000), reason: 'x' };
    await control.fault({ provider: 'stripe', mode: 'accept_then_timeout', count: 1 });

    const silent = await admin('POST', path, body);
    const again = await admin('POST', path, body);
    await control.idle();

    expect(silent).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(again.status).toBe(201);
    expect((await moneyOf(school, who)).balance).toBe(10_000);
  });

  test('a refund that fails at the bank leaves the balance as it was', async () => {
    const { who, payment } = await paidInvoice(55_000, CARDS.refundFailsLater);

    const refund = await admin('POST', `/payments/${payment?.id}/refunds`, {
      ...{ amount: dkk(5_000), reason: 'x' },
    });
    await control.idle();

    expect(refund.body.status).toBe('succeeded');
    expect((await moneyOf(school, who)).balance).toBe(0);
  });

  test('a dispute opens the invoice again, and won closes it', async () => {
    const { who, invoiceId, intent } = await paidInvoice();
    const dispute = await stripe.dispute(intent.id);
    await control.idle();
    const disputed = await admin('GET', `/invoices/${invoiceId}`);
    await stripe.closeDispute(dispute.id, 'won');
    await control.idle();

    expect(disputed.body.status).toBe('issued');
    expect((await admin('GET', `/invoices/${invoiceId}`)).body.status).toBe('paid');
    expect((await moneyOf(school, who)).ledger.slice(0, 2)).toEqual([
      ['dispute_won', -55_000],
      ['dispute', 55_000],
    ]);
  });
});

describe('money that matches nothing', () => {
  const intent = (id: string, amount: number, currency = 'dkk') => ({
    ...{ id, object: 'payment_intent', amount, amount_received: amount, currency },
    metadata: {},
  });
  const suspense = async (externalId: string, status = 'open') =>
    (await admin('GET', `/finance/suspense?status=${status}`)).body.items.find(
      (item: { externalId: string }) => item.externalId === externalId,
    );

  test('waits for staff; given to a student it is one credit, whatever comes late', async () => {
    const payer = await enrol(school);
    const event = eventOf(school.account, 'payment_intent.succeeded', intent('pi_odd_1', 12_300));
    await stripe.event(event);
    await control.idle();
    const { id } = await suspense('pi_odd_1');
    const path = `/finance/suspense/${id}/resolution`;

    const resolved = await admin('POST', path, { studentId: payer.id });
    await stripe.event(event);
    await stripe.event({ ...event, id: 'evt_another' });
    await control.idle();

    expect(resolved).toMatchObject({ status: 200, body: { status: 'resolved' } });
    expect(await admin('POST', path, { refund: true })).toMatchObject({ status: 409 });
    const money = await moneyOf(school, { personId: payer.id });
    expect(money.ledger).toEqual([['payment', -12_300]]);
  });

  test('goes back to the payer when staff say so', async () => {
    const invoiceId = await invoiceFor(school, student, 30_000);
    const { body } = await checkOut(school, invoiceId, student.token);
    // It came in, and its event told another amount.
    await stripe.drop(true);
    const { paymentIntent } = await stripe.pay(body.sessionId);
    await stripe.drop(false);
    const wrong = intent(paymentIntent.id, 29_999);
    await stripe.event(eventOf(school.account, 'payment_intent.succeeded', wrong));
    await control.idle();
    const { id } = await suspense(paymentIntent.id);

    const asked = await admin('POST', `/finance/suspense/${id}/resolution`, { refund: true });
    await control.idle();

    expect(asked.body.status).toBe('refunding');
    expect(await suspense(paymentIntent.id)).toBeUndefined();
    expect(await suspense(paymentIntent.id, 'refunded')).toMatchObject({ status: 'refunded' });
    expect((await admin('GET', `/invoices/${invoiceId}`)).body.status).toBe('issued');
  });

  test('of live mode, of an unknown account, or of a type nobody knows posts nothing', async () => {
    const before = (await admin('GET', '/finance/suspense')).body;
    const type = 'payment_intent.succeeded';

    const answers = await Promise.all([
      stripe.event(eventOf(school.account, type, intent('pi_live', 1), { livemode: true })),
      stripe.event(eventOf('acct_nobody', type, intent('pi_strange', 1))),
      stripe.event(eventOf(school.account, 'customer.created', {})),
    ]);
    const { deadLettered } = await control.idle();

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(deadLettered).toBe(0);
    expect((await admin('GET', '/finance/suspense')).body).toEqual(before);
  });
});

test('a reconciliation finds what events did not tell, and settles it once', async () => {
  await stripe.drop(true);
  const payers = [];
  for (let i = 0; i < 3; i++) payers.push(await paidInvoice(20_000 + i).then(({ who }) => who));
  await stripe.drop(false);
  const missed = await Promise.all(payers.map((who) => moneyOf(school, who)));
  expect(missed.map(({ balance }) => balance)).toEqual([20_000, 20_001, 20_002]);

  for (let i = 0; i < 2; i++) {
    await control.runSchedule('schedule-reconciliation');
    await control.idle();
  }

  for (const who of payers) {
    const { balance, ledger } = await moneyOf(school, who);
    expect([balance, ledger.length]).toEqual([0, 2]);
  }
});
