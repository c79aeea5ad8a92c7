import { isId } from '../../shared/ids.ts';
import type { Store } from '../../store/store.ts';
import { type CheckoutRow, checkoutEntity, checkoutSessionEntity } from './checkout.entity.ts';
import type { PaymentFact, Reference } from './facts.ts';
import type { SuspenseReason } from './suspense.entity.ts';

/** What names an attempt in a fact: the provider's session, or what we had the payment carry. */
type Named = { sessionId: string | null; reference: Reference };

export function attemptKey(attempt: number): string {
  return String(attempt).padStart(4, '0');
}

/**
 * The attempt of this school that a fact is about. The session is looked up first; the reference
 * finds an attempt whose session we never got to write down, because the provider was asked only
 * after the attempt was. Only rows of the school that the account belongs to are looked at.
 */
export async function findAttempt(
  store: Store,
  schoolId: string,
  { sessionId, reference }: Named,
): Promise<CheckoutRow | null> {
  const session =
    sessionId === null
      ? null
      : await store.get(checkoutSessionEntity, checkoutSessionEntity.get({ schoolId, sessionId }));
  const { invoiceId, attempt } = reference;
  const named =
    session ??
    (isId('inv', invoiceId) && /^\d{4}$/.test(attempt ?? '')
      ? { invoiceId, attemptKey: attempt ?? '' }
      : null);
  if (!named) return null;
  const key = { schoolId, invoiceId: named.invoiceId, attemptKey: named.attemptKey };
  return store.get(checkoutEntity, checkoutEntity.get(key));
}

/**
 * Holds the money that came in against what was asked for. Null: it is what was asked for, to the
 * minor unit. Anything else is for staff: the reference may confirm where money belongs, and never
 * decides it.
 */
export function mismatch(
  attempt: CheckoutRow | null,
  schoolId: string,
  fact: PaymentFact,
): SuspenseReason | null {
  const { reference, account, amount, currency } = fact;
  if (reference.schoolId !== null && reference.schoolId !== schoolId) return 'other_school';
  if (!attempt) return 'unknown_attempt';
  if (attempt.account !== account) return 'other_account';
  if (reference.invoiceId !== null && reference.invoiceId !== attempt.invoiceId) {
    return 'other_invoice';
  }
  if (attempt.currency !== currency) return 'other_currency';
  return attempt.amount === amount ? null : 'other_amount';
}

/** Every attempt to pay an invoice online, first to last. */
export function readAttempts(
  store: Store,
  schoolId: string,
  invoiceId: string,
): Promise<CheckoutRow[]> {
  // Keys of their own prefix: credit notes lie in the same partition.
  return store.all(checkoutEntity, checkoutEntity.query.byInvoice({ schoolId, invoiceId }));
}
