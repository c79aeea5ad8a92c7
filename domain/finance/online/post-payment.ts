import { moneySuspended } from '../../../events/payments.ts';
import { isId, type SchoolId } from '../../shared/ids.ts';
import { type Instant, instant } from '../../shared/instant.ts';
import type { Context } from '../../store/context.ts';
import type { TransactItem } from '../../store/port.ts';
import { create, replace } from '../../store/write.ts';
import type { FinanceSchool } from '../books.ts';
import { planPayment } from '../plan-payment.ts';
import { findAttempt, mismatch, readAttempts } from './attempts.ts';
import { type CheckoutRow, checkoutEntity } from './checkout.entity.ts';
import type { Handled, PaymentFact } from './facts.ts';
import { type ProviderFactRow, providerFactEntity } from './provider-fact.entity.ts';
import { type SuspenseReason, type SuspenseRow, suspenseEntity } from './suspense.entity.ts';

/** Who recorded a payment that the provider told of. */
const PROVIDER = 'stripe';

/**
 * Books money that came in online: once per payment intent, whichever of its events comes first and
 * however often. What matches the attempt it was asked for by goes to its invoice, what that no
 * longer takes becomes credit; anything else goes to suspense, whole.
 *
 *   intent_succeeded (nothing named) ─ suspense ─ completed (names the session) ─ given to the invoice
 *
 * Money in suspense that nobody has touched is given where it belongs when a later event tells.
 */
export async function postPayment(
  context: Context,
  school: FinanceSchool,
  fact: PaymentFact,
): Promise<Handled> {
  const { store } = context;
  const { schoolId } = school;
  const { account, paymentIntentId } = fact;
  const [paymentId, suspenseId] = [context.newId('pay'), context.newId('sus')];
  const key = { account, objectId: paymentIntentId, kind: 'payment' } as const;

  return store.transact<Handled>(context, async () => {
    const booked = await store.get(providerFactEntity, providerFactEntity.get(key));
    if (booked?.paymentId !== undefined) return known(fact, booked);
    const attempt = await findAttempt(store, schoolId, fact);
    const reason = mismatch(attempt, schoolId, fact);
    const suspense = booked && (await readSuspense(context, schoolId, booked));
    if (booked && (reason !== null || !attempt || !isUntouched(suspense, fact))) {
      return known(fact, booked);
    }
    const row: ProviderFactRow = {
      ...key,
      ...{ schoolId, amount: fact.amount, currency: fact.currency, at: context.now() },
      version: (booked?.version ?? 0) + 1,
    };
    if (reason !== null || !attempt) {
      return suspend(context, fact, { ...row, suspenseId }, reason ?? 'unknown_attempt');
    }

    const { studentId, invoiceId } = attempt;
    const planned = await planPayment(context, school, {
      ...{ paymentId, studentId, amount: fact.amount, method: 'card' },
      receivedAt: receivedAt(fact),
      recordedBy: PROVIDER,
      external: { id: paymentIntentId, account },
      allocations: [{ invoiceId, amount: fact.amount }],
    });
    const given = { ...row, studentId, paymentId };
    const paid = { ...attempt, state: 'paid' as const, paymentIntentId };
    const writes: TransactItem[] = [
      ...planned.writes,
      booked ? replace(providerFactEntity, given) : create(providerFactEntity.create(given)),
      replace(checkoutEntity, { ...paid, version: attempt.version + 1 }),
      ...(suspense ? [giveTo(suspense, { studentId, paymentId }, context.now(), PROVIDER)] : []),
    ];
    const twice =
      planned.payment.credit > 0 && (await isPaidElsewhere(context, attempt, paymentIntentId));
    return {
      ...{ writes, events: planned.events },
      result: { outcome: 'done', ...(twice && { attention: 'double_payment' }) },
    };
  });
}

function receivedAt({ at }: PaymentFact): Instant {
  return instant(at * 1_000);
}

/** The write that gives money in suspense to a student. */
export function giveTo(
  suspense: SuspenseRow,
  owner: { studentId: string; paymentId: string },
  now: Instant,
  resolvedBy: string,
): TransactItem {
  return replace(suspenseEntity, {
    ...suspense,
    ...owner,
    ...{ status: 'resolved', resolvedBy, resolvedAt: now, version: suspense.version + 1 },
  });
}

/** The provider cannot have taken two amounts for one payment: that is for a person to see. */
function known(fact: PaymentFact, booked: ProviderFactRow): { writes: []; result: Handled } {
  const same = booked.amount === fact.amount && booked.currency === fact.currency;
  return { writes: [], result: { outcome: 'known', ...(!same && { attention: 'contradiction' }) } };
}

function readSuspense(context: Context, schoolId: string, { suspenseId = '' }: ProviderFactRow) {
  return context.store.get(suspenseEntity, suspenseEntity.get({ schoolId, suspenseId }));
}

function isUntouched(suspense: SuspenseRow | null, fact: PaymentFact): boolean {
  return (
    suspense?.status === 'open' &&
    suspense.amount === fact.amount &&
    suspense.currency === fact.currency
  );
}

function suspend(
  context: Context,
  fact: PaymentFact,
  row: ProviderFactRow & { suspenseId: string },
  reason: SuspenseReason,
) {
  const { schoolId, suspenseId, amount, currency } = row;
  const claimed = fact.reference.invoiceId;
  const suspense: SuspenseRow = {
    ...{ schoolId, suspenseId, amount, currency, reason, status: 'open' },
    ...{ account: fact.account, paymentIntentId: fact.paymentIntentId },
    ...(isId('inv', claimed) && { claimedInvoiceId: claimed }),
    ...{ receivedAt: receivedAt(fact), createdAt: context.now(), version: 1 },
  };
  const told = { suspenseId, amount, currency, reason };
  return {
    writes: [create(providerFactEntity.create(row)), create(suspenseEntity.create(suspense))],
    events: [
      moneySuspended.of(
        schoolId as SchoolId,
        { id: suspenseId, version: 1 },
        told as Parameters<typeof moneySuspended.of>[2],
      ),
    ],
    result: { outcome: 'suspended', attention: 'suspended' } as const,
  };
}

/** Whether another online payment of the same invoice has come in: cash beside a card is no mistake of ours. */
async function isPaidElsewhere(
  { store }: Context,
  attempt: CheckoutRow,
  paymentIntentId: string,
): Promise<boolean> {
  const attempts = await readAttempts(store, attempt.schoolId, attempt.invoiceId);
  return attempts.some((one) => one.state === 'paid' && one.paymentIntentId !== paymentIntentId);
}
