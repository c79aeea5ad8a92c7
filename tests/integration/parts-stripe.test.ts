import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { STRIPE_API_VERSION } from '../../domain/finance/online/stripe-version.ts';
import { ControlClock } from '../../local/parts/clock.ts';
import { Faults } from '../../local/parts/faults.ts';
import { close, listen, readBody, waitUntil } from '../../local/parts/http.ts';
import { RequestLog } from '../../local/parts/requests.ts';
import { CARDS } from '../../local/parts/stripe/model.ts';
import { type StripePart, startStripe } from '../../local/parts/stripe/stripe.ts';

let dataDir: string;
let part: StripePart;
let clock: ControlClock;
let faults: Faults;
let requests: RequestLog;
let listener: Server;
/** what the webhook answers, first to last; 200 once they are used up */
let answers: number[];
let told: Stripe.Event[];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'parts-stripe-'));
  clock = new ControlClock();
  faults = new Faults();
  requests = new RequestLog(clock);
  answers = [];
  told = [];
  part = await startStripe({ dataDir, clock, faults, requests });
  listener = createServer(async (request, response) => {
    const body = await readBody(request);
    const status = answers.shift() ?? 200;
    const signature = String(request.headers['stripe-signature']);
    const event = Stripe.webhooks.constructEvent(body, signature, part.keys.connectSecret);
    if (status === 200) told.push(event);
    response.writeHead(status).end();
  });
  part.deliverTo(await listen(listener, 0, 'a webhook'));
});
afterEach(async () => {
  await part.stop();
  await close(listener);
  await rm(dataDir, { recursive: true, force: true });
});

const sdk = (key = part.keys.apiKey) => {
  const { hostname, port } = new URL(part.endpoint);
  return new Stripe(key, {
    ...{ host: hostname, port, protocol: 'http', telemetry: false },
    ...{ timeout: 500, maxNetworkRetries: 0, apiVersion: STRIPE_API_VERSION },
  });
};

const session = (
  stripeAccount: string,
  overrides: Partial<Stripe.Checkout.SessionCreateParams> = {},
  idempotencyKey?: string,
) =>
  sdk().checkout.sessions.create(
    {
      mode: 'payment',
      success_url: 'https://portal.example/paid',
      cancel_url: 'https://portal.example/back',
      line_items: [
        {
          quantity: 1,
          price_data: { currency: 'dkk', unit_amount: 50_000, product_data: { name: 'Faktura 1' } },
        },
      ],
      metadata: { invoiceId: 'inv_1' },
      payment_intent_data: { metadata: { invoiceId: 'inv_1' } },
      ...overrides,
    },
    { stripeAccount, ...(idempotencyKey && { idempotencyKey }) },
  );

const settle = () =>
  waitUntil(
    () => {
      part.makeDue();
      return part.waiting() === 0;
    },
    { timeoutMs: 5_000, message: 'events are still waiting' },
  );
const types = () => told.map(({ type }) => type).sort();

describe('the Stripe part', () => {
  test('speaks the version of the API that the SDK was made for', () => {
    expect(STRIPE_API_VERSION).toBe(Stripe.API_VERSION);
  });

  test('a school connects: account, onboarding page, account.updated', async () => {
    const account = await sdk().accounts.create({ type: 'standard', country: 'DK' });
    const link = await sdk().accountLinks.create({
      ...{ account: account.id, type: 'account_onboarding' },
      ...{ refresh_url: 'https://portal.example/a', return_url: 'https://portal.example/b' },
    });

    expect(account.charges_enabled).toBe(false);
    expect(await (await fetch(link.url)).text()).toContain('Finish onboarding');
    await fetch(link.url, { method: 'POST' });

    expect(await sdk().accounts.retrieve(account.id)).toMatchObject({ charges_enabled: true });
    await settle();
    expect(told).toMatchObject([{ type: 'account.updated', account: account.id, livemode: false }]);
  });

  test('a person pays on the page: session, intent and charge, all told and signed', async () => {
    const account = part.firstAccount();
    const open = await session(account);
    expect(open).toMatchObject({ status: 'open', amount_total: 50_000, currency: 'dkk' });
    expect(await (await fetch(open.url ?? '')).text()).toContain('500.00 DKK');

    const paid = await fetch(`${open.url}/pay`, { method: 'POST', redirect: 'manual' });

    expect(paid.headers.get('location')).toBe('https://portal.example/paid');
    const complete = await sdk().checkout.sessions.retrieve(
      open.id,
      {},
      { stripeAccount: account },
    );
    expect(complete).toMatchObject({ status: 'complete', payment_status: 'paid' });
    await settle();
    expect(types()).toEqual([
      'charge.succeeded',
      'checkout.session.completed',
      'payment_intent.created',
      'payment_intent.succeeded',
    ]);
    const intent = told.find(({ type }) => type === 'payment_intent.succeeded')?.data.object;
    expect(intent).toMatchObject({ amount_received: 50_000, metadata: { invoiceId: 'inv_1' } });
  });

  test('a declined card leaves the session open; a slow bank completes it unpaid', async () => {
    const account = part.firstAccount();
    const declined = await session(account);
    part.payer.fail(declined.id);
    const slow = await session(account);
    part.payer.pay(slow.id, { delayed: true });
    part.payer.pay(slow.id);

    await settle();

    const retrieved = await sdk().checkout.sessions.retrieve(
      declined.id,
      {},
      {
        stripeAccount: account,
      },
    );
    expect(retrieved.status).toBe('open');
    expect(types()).toContain('payment_intent.payment_failed');
    expect(types()).toContain('checkout.session.async_payment_succeeded');
  });

  test('a session ends by the control clock', async () => {
    const account = part.firstAccount();
    await session(account);
    clock.set(new Date(clock.now() + 25 * 3_600_000).toISOString());

    await settle();

    expect(types()).toEqual(['checkout.session.expired']);
  });

  test('refunds: the rest at most, pending and failing ones by the test card', async () => {
    const stripeAccount = part.firstAccount();
    const pay = async (card: string) =>
      part.payer.pay((await session(stripeAccount)).id, { card }).intent.id;
    const refund = (payment_intent: string, amount: number) =>
      sdk().refunds.create({ payment_intent, amount }, { stripeAccount });
    const plain = await pay(CARDS.plain);

    expect(await refund(plain, 20_000)).toMatchObject({ status: 'succeeded' });
    await expect(refund(plain, 30_001)).rejects.toMatchObject({ code: 'amount_too_large' });
    const later = await refund(await pay(CARDS.refundSucceedsLater), 1_000);
    const failing = await refund(await pay(CARDS.refundFailsLater), 1_000);
    await settle();

    expect([later.status, failing.status]).toEqual(['pending', 'succeeded']);
    expect((await sdk().refunds.retrieve(later.id, {}, { stripeAccount })).status).toBe(
      'succeeded',
    );
    expect((await sdk().refunds.retrieve(failing.id, {}, { stripeAccount })).status).toBe('failed');
    expect(types()).toContain('refund.failed');
  });

  test('disputes open and close', async () => {
    const account = part.firstAccount();
    const { intent } = part.payer.pay((await session(account)).id, { card: CARDS.disputed });
    const disputes = await sdk().disputes.list(
      { payment_intent: intent.id },
      { stripeAccount: account },
    );
    part.payer.closeDispute(disputes.data[0]?.id ?? '', 'won');

    await settle();

    expect(types().filter((type) => type.startsWith('charge.dispute'))).toEqual([
      'charge.dispute.closed',
      'charge.dispute.created',
      'charge.dispute.funds_reinstated',
      'charge.dispute.funds_withdrawn',
    ]);
  });

  test('an idempotency key replays its answer, and refuses other parameters', async () => {
    const account = part.firstAccount();
    const first = await session(account, {}, 'key-1');
    const again = await session(account, {}, 'key-1');
    const other = session(account, { client_reference_id: 'x' }, 'key-1');

    expect(again.id).toBe(first.id);
    await expect(other).rejects.toMatchObject({ type: 'StripeIdempotencyError' });
  });

  test('lists page on by created, within one account', async () => {
    const [account, other] = [
      part.firstAccount(),
      await sdk().accounts.create({ type: 'standard' }),
    ];
    for (const hour of ['08', '09', '10', '11', '12']) {
      clock.set(`2027-05-01T${hour}:00:00Z`);
      part.payer.pay((await session(account)).id);
    }
    const nine = Math.floor(Date.parse('2027-05-01T09:00:00Z') / 1_000);
    const seen: number[] = [];
    const list = sdk().paymentIntents.list(
      { limit: 2, created: { gte: nine } },
      { stripeAccount: account },
    );
    for await (const intent of list) seen.push(intent.created);

    expect(seen).toHaveLength(4);
    expect(seen).toEqual([...seen].sort((a, b) => b - a));
    const none = await sdk().paymentIntents.list({}, { stripeAccount: other.id });
    expect(none.data).toEqual([]);
  });

  test('keys, accounts and parameters are checked; what is not known is 501 and recorded', async () => {
    const account = part.firstAccount();
    await expect(sdk('sk_test_wrong').accounts.retrieve(account)).rejects.toMatchObject({
      statusCode: 401,
    });
    await expect(session('acct_elsewhere')).rejects.toMatchObject({ statusCode: 403 });
    await expect(session(account, { locale: 'da', currency: 'dkk' })).rejects.toMatchObject({
      code: 'parameter_unknown',
    });
    await expect(sdk().customers.list()).rejects.toMatchObject({ statusCode: 501 });
    expect(requests.list('stripe').at(-1)).toMatchObject({ path: '/v1/customers', status: 501 });
  });

  test('faults: errors in its own words, silence, and silence after the deed', async () => {
    const account = part.firstAccount();
    faults.set({ provider: 'stripe', mode: '429', count: 1, retryAfter: 7 });
    await expect(session(account)).rejects.toMatchObject({
      type: 'StripeRateLimitError',
      headers: { 'retry-after': '7' },
    });
    faults.set({ provider: 'stripe', mode: 'accept_then_timeout', count: 1 });
    await expect(session(account, {}, 'key-2')).rejects.toMatchObject({
      type: 'StripeConnectionError',
    });

    const again = await session(account, {}, 'key-2');

    expect(again.lastResponse.headers['idempotent-replayed']).toBe('true');
  });

  test('events are posted again until they are accepted, and lost where they are to be lost', async () => {
    answers = [500, 400];
    const delivered = await part.deliver({ id: 'evt_mine', type: 'ping', livemode: true });
    part.deliveries.drop(true);
    part.payer.pay((await session(part.firstAccount())).id);
    part.deliveries.drop(false);

    await settle();

    expect(delivered).toEqual({ id: 'evt_mine', status: 500 });
    expect(told).toMatchObject([{ id: 'evt_mine', type: 'ping', livemode: true }]);
    expect(part.deliveries.dropped).toBe(4);
  });

  test('what there is outlives a restart', async () => {
    const account = part.firstAccount();
    const { intent } = part.payer.pay((await session(account)).id);
    const { keys } = part;
    await part.stop();

    part = await startStripe({ dataDir, clock, faults, requests });

    expect(part.keys).toEqual(keys);
    expect(part.firstAccount()).toBe(account);
    const kept = await sdk().paymentIntents.retrieve(intent.id, {}, { stripeAccount: account });
    expect(kept.status).toBe('succeeded');
  });
});
