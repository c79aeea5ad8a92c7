/**
 * What the provider tells, cut down to what the books need: ids, amounts, states. This is what lies
 * in the queue. Amounts are minor units, currencies in capitals; ids hold letters, digits and `_`.
 */
export type Reference = {
  /** what we had the payment carry; any of it may be missing or somebody else's */
  schoolId: string | null;
  invoiceId: string | null;
  attempt: string | null;
};

/** Money came in. One per payment intent, whichever event tells it. */
export type PaymentFact = {
  kind: 'payment';
  account: string;
  paymentIntentId: string;
  sessionId: string | null;
  amount: number;
  currency: string;
  /** seconds since 1970 */
  at: number;
  reference: Reference;
};

/** A try to pay came to nothing, or a session ended, or completed and the bank takes its time. */
export type AttemptFact = {
  kind: 'attempt';
  account: string;
  outcome: 'failed' | 'expired' | 'processing';
  paymentIntentId: string | null;
  sessionId: string | null;
  reference: Reference;
};

export const REFUND_STATUSES = [
  'pending',
  'requires_action',
  'succeeded',
  'failed',
  'canceled',
] as const;
export type RefundStatus = (typeof REFUND_STATUSES)[number];

/** Where one refund stands. */
export type RefundFact = {
  kind: 'refund';
  account: string;
  refundId: string;
  paymentIntentId: string | null;
  amount: number;
  currency: string;
  status: RefundStatus;
  /** our own name for it, where we asked: `ref_` or, for money in suspense, `sus_` */
  ownId: string | null;
};

/** A charge has been refunded so much in all; which refunds these are must be looked up. */
export type ChargeRefundedFact = {
  kind: 'charge_refunded';
  account: string;
  chargeId: string;
  paymentIntentId: string;
  amountRefunded: number;
  currency: string;
};

/** The payer's bank took money back (`withdrawn`), or gave it back after all (`reinstated`). */
export type DisputeFact = {
  kind: 'dispute';
  account: string;
  disputeId: string;
  paymentIntentId: string;
  amount: number;
  currency: string;
  moved: 'withdrawn' | 'reinstated';
};

export type AccountFact = {
  kind: 'account';
  account: string;
  chargesEnabled: boolean;
  payoutsEnabled: boolean;
  detailsSubmitted: boolean;
  at: number;
};

export type DeauthorizedFact = { kind: 'deauthorized'; account: string };

export type MoneyFact = PaymentFact | RefundFact | ChargeRefundedFact | DisputeFact;
export type ProviderFact = MoneyFact | AttemptFact | AccountFact | DeauthorizedFact;

/** An event as the webhook queues it. `facts` empty: it tells nothing that the books need. */
export type Notice = {
  eventId: string;
  type: string;
  account: string | null;
  livemode: boolean | null;
  facts: ProviderFact[];
};

/** What became of a fact. */
export type Outcome =
  /** the ledger moved, or a state of ours did */
  | 'done'
  /** it was known: an event told again, or another one about the same object */
  | 'known'
  /** it came before the payment it is about, and waits for it */
  | 'waiting'
  /** the money lies in suspense for staff */
  | 'suspended'
  /** nothing of ours */
  | 'ignored';

/** What a person must look at, beside what was booked. */
export type Attention =
  | 'suspended'
  | 'double_payment'
  | 'refund_failed'
  | 'contradiction'
  | 'waits_long'
  | 'account_closed';

export type Handled = { outcome: Outcome; attention?: Attention };
