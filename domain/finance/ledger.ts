/** The kinds of facts that move a balance, and the sum each belongs to. */
const LEDGER_KINDS = [
  'invoice',
  'credit_note',
  'payment',
  'refund',
  'dunning_fee',
  'dispute',
  'dispute_won',
] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

/** The six sums of a balance, minor units. */
export type BalanceSums = {
  issued: number;
  fees: number;
  credited: number;
  paid: number;
  refunded: number;
  disputed: number;
};

export const NO_SUMS: BalanceSums = {
  issued: 0,
  fees: 0,
  credited: 0,
  paid: 0,
  refunded: 0,
  disputed: 0,
};

/** What the student owes: issued + fees - credited - paid + refunded + disputed. */
export function balanceOf({
  issued,
  fees,
  credited,
  paid,
  refunded,
  disputed,
}: BalanceSums): number {
  return issued + fees - credited - paid + refunded + disputed;
}

/** The sums after one more fact. `amount` is signed as in the ledger: positive when the student owes it. */
export function posted(sums: BalanceSums, kind: LedgerKind, amount: number): BalanceSums {
  switch (kind) {
    case 'invoice':
      return { ...sums, issued: sums.issued + amount };
    case 'dunning_fee':
      return { ...sums, fees: sums.fees + amount };
    case 'credit_note':
      return { ...sums, credited: sums.credited - amount };
    case 'payment':
      return { ...sums, paid: sums.paid - amount };
    case 'refund':
      return { ...sums, refunded: sums.refunded + amount };
    case 'dispute':
    case 'dispute_won':
      return { ...sums, disputed: sums.disputed + amount };
  }
}

export function sequenceKey(sequence: number): string {
  return String(sequence).padStart(10, '0');
}
