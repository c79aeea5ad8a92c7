import type Stripe from 'stripe';
import * as z from 'zod';
import {
  type ListedRefund,
  type ListOptions,
  type PaymentProvider,
  type ProviderPage,
  ProviderRefused,
} from '../../domain/finance/online/provider.ts';
import { STRIPE_API_VERSION } from '../../domain/finance/online/stripe-version.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import { ENV, requireEnvironment } from './environment.ts';
import { readRetryAfter } from './retry.ts';
import { readSecret } from './secrets.ts';

/** Below every function's own timeout, so that silence still gets an answer from us. */
const TIMEOUT_MS = 5_000;
const RETRY_AFTER_SECONDS = 5;
const PAGE = 100;

const secretSchema = z.object({ apiKey: z.string().min(1) });

let provider: Promise<PaymentProvider> | undefined;

/** Stripe with this stage's key, made at the first use. Only functions that call Stripe import this file. */
export function stripeOfStage(): Promise<PaymentProvider> {
  provider ??= makeProvider();
  provider.catch(() => {
    provider = undefined;
  });
  return provider;
}

/** The SDK is a file of its own, since most calls are answered before Stripe is asked. */
async function makeProvider(): Promise<PaymentProvider> {
  const [secret, { Stripe }] = await Promise.all([
    readSecret(requireEnvironment(ENV.stripeSecretId)),
    import('./stripe-sdk.ts'),
  ]);
  const { apiKey } = secretSchema.parse(JSON.parse(secret));
  return stripeProvider(Stripe, apiKey, { apiUrl: requireEnvironment(ENV.stripeApiUrl) });
}

type Sdk = typeof Stripe;

/** The payment provider over Stripe's SDK: one try each, in the version of the API that we know. */
export function stripeProvider(
  Sdk: Sdk,
  apiKey: string,
  { apiUrl, timeout = TIMEOUT_MS }: { apiUrl: string; timeout?: number },
): PaymentProvider {
  const { protocol, hostname: host, port } = new URL(apiUrl);
  const stripe = new Sdk(apiKey, {
    ...{ host, timeout, telemetry: false, maxNetworkRetries: 0, apiVersion: STRIPE_API_VERSION },
    protocol: protocol === 'http:' ? 'http' : 'https',
    ...(port !== '' && { port }),
  });
  const asked = <T>(call: Promise<T>) => answered(Sdk, call);

  return {
    async createAccount({ schoolId, country }, idempotencyKey) {
      const params = { type: 'standard', country, metadata: { schoolId } } as const;
      const { id: account } = await asked(stripe.accounts.create(params, { idempotencyKey }));
      return { account };
    },
    async onboardingLink(account, returnUrl) {
      const { url } = await asked(
        stripe.accountLinks.create({
          ...{ account, type: 'account_onboarding' },
          ...{ return_url: returnUrl, refresh_url: returnUrl },
        }),
      );
      return { url };
    },
    async accountState(account) {
      const told = await asked(stripe.accounts.retrieve(account));
      return {
        account,
        chargesEnabled: told.charges_enabled,
        payoutsEnabled: told.payouts_enabled,
        detailsSubmitted: told.details_submitted,
      };
    },
    async createCheckout(checkout, idempotencyKey) {
      const { account: stripeAccount, amount, currency, description, reference } = checkout;
      const session = await asked(
        stripe.checkout.sessions.create(
          {
            mode: 'payment',
            line_items: [
              {
                quantity: 1,
                price_data: {
                  currency: currency.toLowerCase(),
                  unit_amount: amount,
                  product_data: { name: description },
                },
              },
            ],
            ...{ success_url: checkout.returnUrl, cancel_url: checkout.returnUrl },
            expires_at: checkout.expiresAt,
            ...{ metadata: reference, payment_intent_data: { metadata: reference } },
          },
          { stripeAccount, idempotencyKey },
        ),
      );
      const { id: sessionId, url, expires_at: expiresAt } = session;
      // A replay under the same key tells of the session as it was made, which had one.
      if (url === null) throw new ProviderRefused('session_without_page');
      return { sessionId, url, expiresAt };
    },
    async expireCheckout(stripeAccount, sessionId) {
      await asked(stripe.checkout.sessions.expire(sessionId, {}, { stripeAccount })).catch(
        (error: unknown) => {
          // It has ended already, paid or not: what it did, its events tell.
          if (!(error instanceof ProviderRefused)) throw error;
        },
      );
    },
    async refund({ account: stripeAccount, paymentIntentId, amount, reference }, idempotencyKey) {
      const { id: refundId, status } = await asked(
        stripe.refunds.create(
          { payment_intent: paymentIntentId, amount, metadata: reference },
          { stripeAccount, idempotencyKey },
        ),
      );
      return { refundId, status: statusOf(status) };
    },
    async refundsOf(stripeAccount, paymentIntentId) {
      const params = { payment_intent: paymentIntentId, limit: PAGE };
      const { data } = await asked(stripe.refunds.list(params, { stripeAccount }));
      return data.map(refundOf);
    },
    async listPayments(options) {
      const list = stripe.paymentIntents.list(...listing(options));
      return pageOf(await asked(list), (intent) => ({
        paymentIntentId: intent.id,
        chargeId: idOf(intent.latest_charge),
        succeeded: intent.status === 'succeeded',
        amount: intent.amount_received,
        currency: intent.currency.toUpperCase(),
        created: intent.created,
        reference: intent.metadata,
      }));
    },
    async listRefunds(options) {
      return pageOf(await asked(stripe.refunds.list(...listing(options))), refundOf);
    },
    async listDisputes(options) {
      return pageOf(await asked(stripe.disputes.list(...listing(options))), (dispute) => ({
        disputeId: dispute.id,
        paymentIntentId: idOf(dispute.payment_intent),
        chargeId: idOf(dispute.charge),
        amount: dispute.amount,
        currency: dispute.currency.toUpperCase(),
        status: dispute.status,
      }));
    },
  };
}

function listing({ account: stripeAccount, createdFrom, after }: ListOptions) {
  return [
    { limit: PAGE, created: { gte: createdFrom }, ...(after && { starting_after: after }) },
    { stripeAccount },
  ] as const;
}

function pageOf<Raw extends { id: string }, Item>(
  { data, has_more: hasMore }: Stripe.ApiList<Raw>,
  read: (raw: Raw) => Item,
): ProviderPage<Item> {
  return { items: data.map(read), next: hasMore ? (data.at(-1)?.id ?? null) : null };
}

function refundOf(refund: Stripe.Refund): ListedRefund {
  return {
    refundId: refund.id,
    paymentIntentId: idOf(refund.payment_intent),
    amount: refund.amount,
    currency: refund.currency.toUpperCase(),
    status: statusOf(refund.status),
    ownId: refund.metadata?.refundId ?? null,
  };
}

function statusOf(status: string | null): ListedRefund['status'] {
  switch (status) {
    case 'succeeded':
    case 'failed':
    case 'canceled':
    case 'requires_action':
      return status;
    default:
      return 'pending';
  }
}

function idOf(value: string | { id: string } | null | undefined): string | null {
  return typeof value === 'string' ? value : (value?.id ?? null);
}

/**
 * Down, silent or too busy: tried again later, and whether it was done is unknown. 401 says that our
 * key is wrong, which waits for a person, too. 403: the account has turned us away. Anything else is
 * an answer. None of Stripe's text goes further: it quotes what people typed.
 */
async function answered<T>({ errors }: Sdk, call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof errors.StripeError)) throw unavailable(RETRY_AFTER_SECONDS, error);
    const { statusCode = 0, code, type, headers } = error;
    if (statusCode === 0 || statusCode >= 500 || statusCode === 429 || statusCode === 401) {
      const after = readRetryAfter(headers?.['retry-after'], new Date());
      throw unavailable(after ?? RETRY_AFTER_SECONDS, error);
    }
    if (statusCode === 409) {
      const message = 'The payment provider is still busy with this.';
      throw new DomainError('in_progress', message, { retryAfter: 2 }, error);
    }
    throw new ProviderRefused(statusCode === 403 ? 'account_closed_to_us' : (code ?? type), error);
  }
}

function unavailable(retryAfter: number, cause: unknown): DomainError {
  const message = 'The payment provider does not answer; please try again.';
  return new DomainError('unavailable', message, { retryAfter }, cause);
}
