import type { Instant } from '../shared/instant.ts';

/** What staff may record by hand; `card` is the provider's. */
export const MANUAL_METHODS = ['cash', 'bank_transfer', 'mobilepay', 'card_terminal'] as const;
export type ManualMethod = (typeof MANUAL_METHODS)[number];
export type PaymentMethod = ManualMethod | 'card';

/** Money of a payment that an invoice took, minor units. */
export type Allocation = { invoiceId: string; amount: number };

/** A payer's bank took the money back for now; `released` is what that took from invoices. */
export type Dispute = { externalId: string; amount: number; released: Allocation[]; won?: Instant };

/**
 * Where the money of a payment is, minor units. At every moment
 * `amount + overdrawn = sum of allocations + credit + refunded + disputed`.
 */
export type PaymentSums = {
  amount: number;
  /** in the order in which invoices took it; one entry per invoice */
  allocations: Allocation[];
  /** taken by no invoice: the student's to use */
  credit: number;
  refunded: number;
  /** promised to refunds that the provider has not carried out yet; still where it was */
  refunding: number;
  disputed: number;
  /** taken back by the provider beyond what was left of the payment */
  overdrawn: number;
};

/** What may still be paid back: what came in, less what left or is about to. */
export function refundable({ amount, refunded, refunding, disputed }: PaymentSums): number {
  return Math.max(0, amount - refunded - refunding - disputed);
}

/** Gives credit to an invoice. The caller has made sure that there is so much. */
export function allocate<P extends PaymentSums>(payment: P, invoiceId: string, amount: number): P {
  if (amount <= 0) return payment;
  const before = payment.allocations.find((one) => one.invoiceId === invoiceId)?.amount ?? 0;
  const others = payment.allocations.filter((one) => one.invoiceId !== invoiceId);
  return {
    ...payment,
    allocations: [...others, { invoiceId, amount: before + amount }],
    credit: payment.credit - amount,
  };
}

/** Takes money back from one invoice into credit, as much as that invoice has of it. */
export function release<P extends PaymentSums>(payment: P, invoiceId: string, amount: number): P {
  const before = payment.allocations.find((one) => one.invoiceId === invoiceId)?.amount ?? 0;
  const taken = Math.min(before, amount);
  return {
    ...payment,
    allocations: payment.allocations.flatMap((one) =>
      one.invoiceId !== invoiceId
        ? [one]
        : before > taken
          ? [{ invoiceId, amount: before - taken }]
          : [],
    ),
    credit: payment.credit + taken,
  };
}

/**
 * Money leaves the payment: first from its credit, then from the invoice that took last. What is not
 * there any more is overdrawn: the provider has taken it whatever we think is left.
 *
 *   100 = inv_1 60 + inv_2 30 + credit 10; 50 leaves -> inv_1 50, released inv_2 30, inv_1 10
 */
export function withdraw<P extends PaymentSums>(
  payment: P,
  amount: number,
  into: 'refunded' | 'disputed',
): { payment: P; released: Allocation[] } {
  const released: Allocation[] = [];
  let left = Math.max(0, amount - payment.credit);
  let next = payment;
  for (const { invoiceId, amount: held } of payment.allocations.toReversed()) {
    const taken = Math.min(held, left);
    if (taken === 0) continue;
    next = release(next, invoiceId, taken);
    released.push({ invoiceId, amount: taken });
    left -= taken;
  }
  const covered = amount - left;
  return {
    payment: {
      ...next,
      credit: next.credit - covered,
      [into]: next[into] + amount,
      overdrawn: next.overdrawn + left,
    },
    released,
  };
}

/** Money comes back to the payment: what was overdrawn is covered first, the rest becomes credit. */
export function giveBack<P extends PaymentSums>(
  payment: P,
  amount: number,
  from: 'refunded' | 'disputed',
): P {
  const covered = Math.min(payment.overdrawn, amount);
  return {
    ...payment,
    [from]: payment[from] - amount,
    overdrawn: payment.overdrawn - covered,
    credit: payment.credit + amount - covered,
  };
}
