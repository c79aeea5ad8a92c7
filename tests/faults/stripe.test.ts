import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { api } from '../flows/support/api.ts';
import { audit } from '../flows/support/audit.ts';
import { control } from '../flows/support/control.ts';
import { mailTo } from '../flows/support/mail.ts';
import {
  checkOut,
  dkk,
  invoiceFor,
  moneyOf,
  newPaidSchool,
  stripe,
} from '../flows/support/online.ts';
import { enrol } from '../flows/support/people.ts';
import { crashing } from './support/crashing.ts';

let school: Awaited<ReturnType<typeof newPaidSchool>>;
beforeAll(async () => {
  school = await newPaidSchool();
});
afterEach(async () => {
  await control.clearCrashes();
  await audit();
});

const TRANSACTION = 'dynamodb:TransactWriteItems';

/** From Stripe's post to the receipt in the mailbox: every call that could be the last. */
const POINTS = [
  { function: 'receive-stripe-event', call: 'sqs:SendMessage', when: 'before' },
  { function: 'receive-stripe-event', call: 'sqs:SendMessage', when: 'after' },
  { function: 'process-stripe-events', call: TRANSACTION, when: 'before' },
  { function: 'process-stripe-events', call: TRANSACTION, when: 'after' },
  { function: 'relay-outbox', call: 'events:PutEvents', when: 'before' },
  { function: 'relay-outbox', call: 'events:PutEvents', when: 'after' },
  { function: 'plan-notifications', call: TRANSACTION, when: 'before' },
  { function: 'plan-notifications', call: TRANSACTION, when: 'after' },
] as const;

describe('a payment is booked once and receipted once', () => {
  it.each(POINTS)('with $function killed $when $call', async (point) => {
    const { id: personId, email } = await enrol(school);
    const invoiceId = await invoiceFor(school, { personId });
    const { body } = await checkOut(school, invoiceId, school.admin.token);
    await control.idle();

    await crashing(point, () => stripe.pay(body.sessionId));
    await control.idle();

    const { balance, ledger } = await moneyOf(school, { personId });
    expect(balance).toBe(0);
    expect(ledger).toEqual([
      ['payment', -55_000],
      ['invoice', 55_000],
    ]);
    const receipts = (await mailTo(email)).filter(({ subject }) =>
      subject.startsWith('Kvittering'),
    );
    expect(receipts).toHaveLength(1);
  });
});

describe('a checkout and a refund whose function dies are one all the same', () => {
  it.each([
    { when: 'before', nth: 1 },
    { when: 'after', nth: 1 },
    { when: 'before', nth: 2 },
    { when: 'after', nth: 2 },
  ] as const)('checkout killed $when its transaction $nth', async (point) => {
    const { id: personId } = await enrol(school);
    const invoiceId = await invoiceFor(school, { personId });
    const order = { function: 'create-checkout', call: TRANSACTION, ...point };

    const died = await crashing(order, () => checkOut(school, invoiceId, school.admin.token));
    const again = await checkOut(school, invoiceId, school.admin.token);
    await stripe.pay(again.body.sessionId);
    await control.idle();

    expect(died.status).toBe(500);
    expect([200, 201]).toContain(again.status);
    const sessions = (await control.requests('stripe')).filter(
      ({ path, body }) => path === '/v1/checkout/sessions' && body.includes(invoiceId),
    );
    expect(new Set(sessions.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(await moneyOf(school, { personId })).toMatchObject({ balance: 0 });
  });

  it.each([
    { when: 'after', nth: 1 },
    { when: 'before', nth: 2 },
    { when: 'after', nth: 2 },
  ] as const)('refund killed $when its transaction $nth', async (point) => {
    const { id: personId } = await enrol(school);
    const invoiceId = await invoiceFor(school, { personId });
    const { body } = await checkOut(school, invoiceId, school.admin.token);
    await stripe.pay(body.sessionId);
    await control.idle();
    const [payment] = (await moneyOf(school, { personId })).payments;
    const refund = () =>
      api('POST', `${school.path}/payments/${payment?.id}/refunds`, {
        body: { amount: dkk(5_000), reason: 'x' },
        token: school.admin.token,
      });

    const order = { function: 'create-refund', call: TRANSACTION, ...point };
    await crashing(order, refund);
    await control.idle();
    const again = await refund();
    await control.idle();

    expect(again).toMatchObject({ status: 201, body: { status: 'succeeded' } });
    expect(await moneyOf(school, { personId })).toMatchObject({ balance: 5_000 });
  });
});

it('Stripe’s dead letters are empty after all that', async () => {
  const dead = (await control.queues()).filter(({ name }) => /stripe|refund|reconc/.test(name));

  expect(dead.length).toBeGreaterThanOrEqual(4);
  for (const { name, visible } of dead) expect({ name, visible }).toEqual({ name, visible: 0 });
});
