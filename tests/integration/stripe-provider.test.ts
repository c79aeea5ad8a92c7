import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PaymentProvider } from '../../domain/finance/online/provider.ts';
import { stripeProvider } from '../../functions/shared/stripe-provider.ts';
import { Stripe } from '../../functions/shared/stripe-sdk.ts';
import { ControlClock } from '../../local/parts/clock.ts';
import { Faults } from '../../local/parts/faults.ts';
import { RequestLog } from '../../local/parts/requests.ts';
import { CARDS } from '../../local/parts/stripe/model.ts';
import { type StripePart, startStripe } from '../../local/parts/stripe/stripe.ts';

let dataDir: string;
let part: StripePart;
let clock: ControlClock;
let faults: Faults;
let requests: RequestLog;
let provider: PaymentProvider;
let account: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'stripe-provider-'));
  clock = new ControlClock();
  faults = new Faults();
  requests = new RequestLog(clock);
  part = await startStripe({ dataDir, clock, faults, requests });
  provider = stripeProvider(Stripe, part.keys.apiKey, { apiUrl: part.endpoint, timeout: 300 });
  account = part.firstAccount();
});
afterEach(async () => {
  await part.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const reference = { schoolId: 'sch_1', invoiceId: 'inv_1', attempt: '0001' };
const checkout = (key = 'checkout_1', amount = 50_000) =>
  provider.createCheckout(
    {
      ...{ account, amount, currency: 'DKK', description: 'Faktura 1', reference },
      returnUrl: 'https://portal.example/invoices/inv_1',
      expiresAt: Math.floor(clock.now() / 1_000) + 23 * 3_600,
    },
    key,
  );
const pay = async (key?: string, card?: string) => {
  const { sessionId } = await checkout(key);
  return part.payer.pay(sessionId, { ...(card && { card }) }).intent.id;
};
const refund = (paymentIntentId: string, amount: number, key = 'refund_1') =>
  provider.refund({ account, paymentIntentId, amount, reference: { refundId: 'ref_1' } }, key);

describe('Stripe, as the product calls it', () => {
  test('connects a school, once per key, and says what its account can do', async () => {
    const school = { schoolId: 'sch_1', country: 'DK' };
    const first = await provider.createAccount(school, 'account_1');
    const again = await provider.createAccount(school, 'account_1');
    const link = await provider.onboardingLink(first.account, 'https://portal.example');
    const before = await provider.accountState(first.account);
    await fetch(link.url, { method: 'POST' });

    expect(again).toEqual(first);
    expect(before).toMatchObject({ chargesEnabled: false, detailsSubmitted: false });
    expect(await provider.accountState(first.account)).toEqual({
      ...{ account: first.account, chargesEnabled: true, payoutsEnabled: true },
      detailsSubmitted: true,
    });
  });

  test('opens a session once per key, and ends one without minding that it has ended', async () => {
    const first = await checkout();
    const again = await checkout();
    await provider.expireCheckout(account, first.sessionId);
    await provider.expireCheckout(account, first.sessionId);

    expect(again).toEqual(first);
    expect(first.url).toContain(first.sessionId);
    expect(requests.list('stripe')[0]?.headers).toMatchObject({
      ...{ 'stripe-account': account, 'stripe-version': '2026-10-28.endive' },
      'idempotency-key': 'checkout_1',
    });
  });

  test('refunds once per key, and lists what it knows', async () => {
    const intent = await pay();
    const first = await refund(intent, 20_000);
    const again = await refund(intent, 20_000);
    const later = await refund(
      await pay('checkout_2', CARDS.refundSucceedsLater),
      5_000,
      'refund_2',
    );

    expect(again).toEqual(first);
    expect([first.status, later.status]).toEqual(['succeeded', 'pending']);
    expect(await provider.refundsOf(account, intent)).toEqual([
      {
        ...{ refundId: first.refundId, paymentIntentId: intent, amount: 20_000 },
        ...{ currency: 'DKK', status: 'succeeded', ownId: 'ref_1' },
      },
    ]);
  });

  test('lists payments, refunds and disputes since a time, page by page', async () => {
    for (let i = 0; i < 101; i++) await pay(`checkout_${i}`);
    const disputed = await pay('checkout_last', CARDS.disputed);
    const since = { account, createdFrom: Math.floor(clock.now() / 1_000) - 3_600 };

    const first = await provider.listPayments(since);
    const second = await provider.listPayments({ ...since, after: first.next ?? undefined });
    const disputes = await provider.listDisputes(since);
    const none = await provider.listRefunds({ account, createdFrom: since.createdFrom + 7_200 });

    expect([first.items.length, second.items.length, second.next]).toEqual([100, 2, null]);
    expect(first.items[0]).toMatchObject({
      ...{ paymentIntentId: disputed, succeeded: true, amount: 50_000, currency: 'DKK', reference },
    });
    expect(disputes.items).toMatchObject([
      { paymentIntentId: disputed, amount: 50_000, currency: 'DKK', status: 'needs_response' },
    ]);
    expect(none).toEqual({ items: [], next: null });
  });

  test.each([
    [{ mode: '500' }, 'unavailable', 5],
    [{ mode: '429', retryAfter: 7 }, 'unavailable', 7],
    [{ mode: 'timeout' }, 'unavailable', 5],
    [{ mode: 'accept_then_timeout' }, 'unavailable', 5],
  ] as const)(
    'that fails with %o is unavailable, and asked once',
    async (fault, code, retryAfter) => {
      faults.set({ provider: 'stripe', count: 1, ...fault });

      await expect(checkout()).rejects.toMatchObject({ code, details: { retryAfter } });

      expect(requests.list('stripe')).toHaveLength(1);
    },
  );

  test('that is not there is unavailable', async () => {
    await part.stop();

    await expect(checkout()).rejects.toMatchObject({ code: 'unavailable' });
  });

  test('that will not says why, in a word', async () => {
    faults.set({ provider: 'stripe', mode: '400', code: 'card_declined', count: 1 });
    await expect(checkout()).rejects.toMatchObject({
      name: 'ProviderRefused',
      code: 'card_declined',
    });
    await expect(checkout('small', 100)).rejects.toMatchObject({ code: 'amount_too_small' });
    await expect(provider.accountState('acct_elsewhere')).rejects.toMatchObject({
      code: 'resource_missing',
    });
    const closed = provider.listRefunds({ account: 'acct_elsewhere', createdFrom: 0 });
    await expect(closed).rejects.toMatchObject({ code: 'account_closed_to_us' });
  });

  test('with a wrong key waits for a person', async () => {
    const wrong = stripeProvider(Stripe, 'sk_test_wrong', { apiUrl: part.endpoint });

    await expect(wrong.accountState(account)).rejects.toMatchObject({ code: 'unavailable' });
  });
});
