import { paymentFailed } from '../../../events/finance.ts';
import type { InvoiceId, PersonId, SchoolId } from '../../shared/ids.ts';
import type { Context } from '../../store/context.ts';
import { create, replace } from '../../store/write.ts';
import type { FinanceSchool } from '../books.ts';
import { findAttempt } from './attempts.ts';
import { type AttemptState, type CheckoutRow, checkoutEntity } from './checkout.entity.ts';
import type { AttemptFact, Handled } from './facts.ts';
import { providerFactEntity } from './provider-fact.entity.ts';

/**
 * What became of an attempt to pay when no money came in: the student is told of a failed one, once
 * per payment intent, and the invoice is as it was.
 */
export async function postAttempt(
  context: Context,
  school: FinanceSchool,
  fact: AttemptFact,
): Promise<Handled> {
  const { store } = context;
  return store.transact<Handled>(context, async () => {
    const attempt = await findAttempt(store, school.schoolId, fact);
    if (!attempt || attempt.account !== fact.account) {
      return { writes: [], result: { outcome: 'ignored' } };
    }
    const state = stateAfter(attempt, fact);
    const moved =
      state === attempt.state
        ? []
        : [replace(checkoutEntity, { ...attempt, state, version: attempt.version + 1 })];
    const told = fact.outcome === 'failed' ? await failure(context, attempt, fact) : null;
    const writes = [...moved, ...(told?.writes ?? [])];
    return {
      ...{ writes, events: told?.events ?? [] },
      result: { outcome: writes.length > 0 ? 'done' : 'known' },
    };
  });
}

/** A declined card leaves its session open for another; a bank's late no ends it. */
function stateAfter(attempt: CheckoutRow, { outcome, sessionId }: AttemptFact): AttemptState {
  if (attempt.state === 'paid') return 'paid';
  switch (outcome) {
    case 'processing':
      return attempt.state === 'failed' ? 'failed' : 'processing';
    case 'expired':
      return 'expired';
    case 'failed':
      return sessionId !== null || attempt.state === 'processing' ? 'failed' : attempt.state;
  }
}

async function failure(context: Context, attempt: CheckoutRow, fact: AttemptFact) {
  const { store } = context;
  const { account, schoolId, studentId, amount, currency } = attempt;
  const objectId = fact.paymentIntentId ?? fact.sessionId ?? attempt.attemptKey;
  const factOf = (kind: 'payment' | 'payment_failed') =>
    [providerFactEntity, providerFactEntity.get({ account, objectId, kind })] as const;
  const [paid, told] = await store.getAll(factOf('payment'), factOf('payment_failed'));
  if (paid || told || attempt.state === 'paid') return null;
  const guard = providerFactEntity.create({
    ...{ account, objectId, kind: 'payment_failed', schoolId, studentId, amount, currency },
    ...{ at: context.now(), version: 1 },
  });
  const invoiceId = attempt.invoiceId as InvoiceId;
  const event = paymentFailed.of(
    schoolId as SchoolId,
    { id: invoiceId, version: Number(attempt.attemptKey) },
    { invoiceId, studentId: studentId as PersonId, attempt: objectId },
  );
  return { writes: [create(guard)], events: [event] };
}
