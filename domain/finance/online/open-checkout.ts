import { DomainError } from '../../shared/errors.ts';
import {
  epochSeconds,
  HOUR,
  type Instant,
  instant,
  MINUTE,
  millisecondsBetween,
  plusMilliseconds,
} from '../../shared/instant.ts';
import type { Context } from '../../store/context.ts';
import { findReplay } from '../../store/idempotency.ts';
import { create, replace } from '../../store/write.ts';
import { payableOf } from '../invoice-payable.ts';
import { requireIssued } from '../plan-payment.ts';
import { readBalance, readInvoice } from '../read-finance.ts';
import { attemptKey, readAttempts } from './attempts.ts';
import { type CheckoutRow, checkoutEntity, checkoutSessionEntity } from './checkout.entity.ts';
import { withoutReplay } from './connect-account.ts';
import { readPaymentAccount } from './payment-account.ts';
import { type PaymentProvider, ProviderRefused } from './provider.ts';

/** The provider takes 24 hours at most, and our clocks differ. */
const OPEN_FOR = 23 * HOUR;
/** A session about to end is no use to somebody who has still to find their card. */
const LEAST_LEFT = 10 * MINUTE;

export type Checkout = { url: string; sessionId: string; expiresAt: Instant };
export type CheckoutResult = { fresh: boolean; checkout: Checkout };

type Asked = {
  school: { schoolId: string; language: string };
  invoiceId: string;
  /** where the payer comes back to */
  returnUrl: string;
};
type Checkouts = Pick<PaymentProvider, 'createCheckout' | 'expireCheckout'>;

/**
 * Opens the page on which an invoice is paid, or answers with the one that is open. The attempt is
 * written down before the provider is asked, under a key made of it:
 *
 *   claim attempt 1 ─ provider opens cs_1 ─ we die │ retry: attempt 1, same key ─ cs_1 ─ written down
 *
 * so there is one open session per invoice, and money that comes back always finds what it was asked
 * for. Throws `invoice_paid`, `conflict` for a draft, `payment_account_inactive`, `in_progress` while
 * a bank has not answered, `unavailable` (503) when the provider is down.
 */
export async function openCheckout(
  context: Context,
  asked: Asked,
  provider: Checkouts,
): Promise<CheckoutResult> {
  const { store, idempotency } = context;
  const replay = idempotency && (await findReplay(store, idempotency, context.now()));
  if (replay) return replay.result as CheckoutResult;

  const { attempt, outdated } = await claim(context, asked);
  if (attempt.state === 'open') return { fresh: false, checkout: checkoutOf(attempt) };
  if (outdated?.sessionId) await provider.expireCheckout(outdated.account, outdated.sessionId);
  try {
    const session = await provider.createCheckout(
      {
        ...{ account: attempt.account, amount: attempt.amount, currency: attempt.currency },
        ...{ description: attempt.description, returnUrl: asked.returnUrl },
        expiresAt: epochSeconds(instant(attempt.expiresAt)),
        reference: {
          ...{ schoolId: attempt.schoolId, invoiceId: attempt.invoiceId },
          attempt: attempt.attemptKey,
        },
      },
      `checkout_${attempt.invoiceId}_${attempt.attemptKey}`,
    );
    return await keep(context, attempt, session);
  } catch (error) {
    if (error instanceof ProviderRefused) await refuse(context, attempt, error);
    throw error;
  }
}

async function claim(context: Context, { school, invoiceId }: Asked) {
  const { store } = context;
  const { schoolId } = school;
  type Claimed = { attempt: CheckoutRow; outdated: CheckoutRow | null };
  return store.transact<Claimed>(withoutReplay(context), async () => {
    const invoice = await readInvoice(store, schoolId, invoiceId);
    if (!invoice) throw new Error(`no invoice ${invoiceId}`);
    requireIssued(invoice);
    const amount = payableOf(invoice, await readBalance(store, schoolId, invoice.studentId));
    if (amount <= 0) throw new DomainError('invoice_paid', 'Nothing is owed of this invoice.');
    const connected = await readPaymentAccount(store, schoolId);
    if (connected?.status !== 'active' || connected.account === undefined) throw inactive();
    const { account } = connected;
    const attempts = await readAttempts(store, schoolId, invoiceId);
    const last = attempts.at(-1);
    if (last?.state === 'processing') {
      throw new DomainError('in_progress', 'A payment of this invoice is on its way.', {
        retryAfter: 60,
      });
    }
    const standing = last?.state === 'open' || last?.state === 'claimed';
    const fits = last?.amount === amount && last.account === account;
    const lasts = last && millisecondsBetween(context.now(), instant(last.expiresAt)) > LEAST_LEFT;
    if (last && standing && fits && lasts) {
      return { writes: [], result: { attempt: last, outdated: null } };
    }
    const attempt: CheckoutRow = {
      ...{ schoolId, invoiceId, attemptKey: attemptKey(attempts.length + 1) },
      ...{ studentId: invoice.studentId, account, amount, currency: invoice.currency },
      description: `${school.language === 'da' ? 'Faktura' : 'Invoice'} ${invoice.number}`,
      state: 'claimed',
      expiresAt: plusMilliseconds(context.now(), OPEN_FOR),
      ...{ createdAt: context.now(), version: 1 },
    };
    const outdated = last?.state === 'open' && lasts ? last : null;
    return {
      writes: [create(checkoutEntity.create(attempt))],
      result: { attempt, outdated },
    };
  });
}

/** The first to come back writes the session down and answers 201; who asked at the same time, 200. */
async function keep(
  context: Context,
  claimed: CheckoutRow,
  session: { sessionId: string; url: string; expiresAt: number },
): Promise<CheckoutResult> {
  const { store } = context;
  const { schoolId, invoiceId, attemptKey: key } = claimed;
  return store.transact<CheckoutResult>(context, async () => {
    const row = await store.get(
      checkoutEntity,
      checkoutEntity.get({ schoolId, invoiceId, attemptKey: key }),
    );
    if (!row) throw new Error(`no attempt ${key} of ${invoiceId}`);
    const { sessionId, url } = session;
    const open: CheckoutRow = {
      ...row,
      ...{ sessionId, url, expiresAt: instant(session.expiresAt * 1_000) },
      // Paid already, before we had written down that it can be.
      state: row.state === 'claimed' ? 'open' : row.state,
      version: row.version + 1,
    };
    const result = { fresh: row.sessionId === undefined, checkout: checkoutOf(open) };
    if (row.sessionId !== undefined) return { writes: [], result };
    const lookup = { schoolId, sessionId, invoiceId, attemptKey: key };
    return {
      writes: [replace(checkoutEntity, open), create(checkoutSessionEntity.create(lookup))],
      result,
    };
  });
}

/** Asking again under this attempt's key would be refused again: the next one is another attempt. */
async function refuse(context: Context, claimed: CheckoutRow, error: ProviderRefused) {
  const { store } = context;
  const { schoolId, invoiceId, attemptKey: key } = claimed;
  await store.transact(withoutReplay(context), async () => {
    const row = await store.get(
      checkoutEntity,
      checkoutEntity.get({ schoolId, invoiceId, attemptKey: key }),
    );
    if (row?.state !== 'claimed') return { writes: [], result: null };
    const refused = { ...row, state: 'refused' as const, version: row.version + 1 };
    return { writes: [replace(checkoutEntity, refused)], result: null };
  });
  if (error.code.startsWith('account')) throw inactive(error);
  const message = `The payment provider refuses this payment (${error.code}).`;
  throw new DomainError('payment_refused', message, { reason: error.code }, error);
}

function inactive(cause?: unknown): DomainError {
  return new DomainError(
    'payment_account_inactive',
    'The school cannot be paid online: its payment account is not connected or not active.',
    {},
    cause,
  );
}

function checkoutOf({ url = '', sessionId = '', expiresAt }: CheckoutRow): Checkout {
  return { url, sessionId, expiresAt: instant(expiresAt) };
}
