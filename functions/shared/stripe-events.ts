import * as z from 'zod';
import { disputeMove } from '../../domain/finance/online/dispute-move.ts';
import {
  type PaymentFact,
  type ProviderFact,
  REFUND_STATUSES,
  type Reference,
} from '../../domain/finance/online/facts.ts';

/** What every event has, whatever it tells of. */
export const stripeEvent = z.object({
  id: z.string().min(1).max(255),
  type: z.string().min(1).max(255),
  account: z.string().max(255).nullish(),
  livemode: z.boolean().nullish(),
  api_version: z.string().nullish(),
  created: z.int().nullish(),
  data: z.object({ object: z.unknown() }).nullish(),
});
export type StripeEvent = z.output<typeof stripeEvent>;

/** Ids end up in keys: nothing else than what Stripe's are made of. */
const id = z.string().regex(/^[A-Za-z0-9_]{3,255}$/);
const amount = z.int().positive();
const currency = z
  .string()
  .regex(/^[a-z]{3}$/)
  .toUpperCase();
const metadata = z.record(z.string(), z.string()).nullish();

const session = z.object({
  id,
  payment_intent: id.nullish(),
  payment_status: z.string(),
  amount_total: z.int().nullish(),
  currency: currency.nullish(),
  metadata,
});
const intent = z.object({
  id,
  amount: z.int(),
  amount_received: z.int().nullish(),
  currency,
  metadata,
});
const refund = z.object({
  id,
  payment_intent: id.nullish(),
  amount,
  currency,
  status: z.enum(REFUND_STATUSES),
  metadata,
});
const charge = z.object({
  id,
  payment_intent: id.nullish(),
  amount_refunded: z.int().min(0),
  currency,
  refunds: z.object({ data: z.array(z.unknown()) }).nullish(),
});
const dispute = z.object({
  id,
  payment_intent: id.nullish(),
  amount,
  currency,
  status: z.string(),
});
const account = z.object({
  charges_enabled: z.boolean(),
  payouts_enabled: z.boolean(),
  details_submitted: z.boolean(),
});

type Told = { account: string; created: number; type: string };
type Project = (object: unknown, told: Told) => ProviderFact[];

const HANDLED: Record<string, Project> = {
  'checkout.session.completed': (object, told) => {
    const { payment_status: status } = session.parse(object);
    if (status === 'paid') return sessionPaid(object, told);
    // Completed is not paid: the bank takes its time. Nothing to pay is nothing to us.
    return status === 'unpaid' ? sessionAttempt('processing')(object, told) : [];
  },
  'checkout.session.async_payment_succeeded': sessionPaid,
  'checkout.session.async_payment_failed': sessionAttempt('failed'),
  'checkout.session.expired': sessionAttempt('expired'),
  'payment_intent.succeeded': (object, { account, created: at }) => {
    const { id: paymentIntentId, ...told } = intent.parse(object);
    const received = amount.parse(told.amount_received ?? told.amount);
    return [
      {
        ...{ kind: 'payment', account, paymentIntentId, sessionId: null, at },
        ...{ amount: received, currency: told.currency, reference: referenceOf(told.metadata) },
      },
    ];
  },
  'payment_intent.payment_failed': (object, { account }) => {
    const { id: paymentIntentId, metadata: carried } = intent.parse(object);
    return [
      {
        ...{ kind: 'attempt', account, outcome: 'failed', paymentIntentId, sessionId: null },
        reference: referenceOf(carried),
      },
    ];
  },
  'charge.refunded': (object, { account }) => {
    const told = charge.parse(object);
    const paymentIntentId = told.payment_intent;
    if (!paymentIntentId) return [];
    const named = (told.refunds?.data ?? []).flatMap((one) =>
      refundFact({ payment_intent: paymentIntentId, ...(one as object) }, account),
    );
    return [
      ...named,
      {
        ...{ kind: 'charge_refunded', account, chargeId: told.id, paymentIntentId },
        ...{ amountRefunded: told.amount_refunded, currency: told.currency },
      },
    ];
  },
  'charge.refund.updated': (object, { account }) => refundFact(object, account),
  'refund.created': (object, { account }) => refundFact(object, account),
  'refund.updated': (object, { account }) => refundFact(object, account),
  'refund.failed': (object, { account }) => refundFact(object, account),
  'charge.dispute.created': disputeFact,
  'charge.dispute.updated': disputeFact,
  'charge.dispute.closed': disputeFact,
  'charge.dispute.funds_withdrawn': disputeFact,
  'charge.dispute.funds_reinstated': disputeFact,
  'account.updated': (object, { account: of, created: at }) => {
    const told = account.parse(object);
    return [
      {
        ...{ kind: 'account', account: of, at },
        chargesEnabled: told.charges_enabled,
        payoutsEnabled: told.payouts_enabled,
        detailsSubmitted: told.details_submitted,
      },
    ];
  },
  'account.application.deauthorized': (_object, { account: of }) => [
    { kind: 'deauthorized', account: of },
  ],
};

/** Whether events of this type tell something that the books need. */
export function isHandled(type: string): boolean {
  return Object.hasOwn(HANDLED, type);
}

/** What an event tells, in our own words. Throws when it has not the shape that its type promises. */
export function factsOf({ type, account: of, created, data }: StripeEvent): ProviderFact[] {
  const project = HANDLED[type];
  // The platform's own account takes no payments: what happens there is nobody's.
  const owner = id.safeParse(of);
  if (!project || !owner.success) return [];
  return project(data?.object, { account: owner.data, created: created ?? 0, type });
}

function sessionPaid(object: unknown, { account: of, created: at }: Told): [PaymentFact] {
  const told = session.parse(object);
  return [
    {
      ...{ kind: 'payment', account: of, sessionId: told.id, at },
      paymentIntentId: id.parse(told.payment_intent),
      amount: amount.parse(told.amount_total),
      currency: z.string().parse(told.currency),
      reference: referenceOf(told.metadata),
    },
  ];
}

function sessionAttempt(outcome: 'failed' | 'expired' | 'processing'): Project {
  return (object, { account: of }) => {
    const told = session.parse(object);
    return [
      {
        ...{ kind: 'attempt', account: of, outcome, sessionId: told.id },
        paymentIntentId: told.payment_intent ?? null,
        reference: referenceOf(told.metadata),
      },
    ];
  };
}

function refundFact(object: unknown, of: string): ProviderFact[] {
  const told = refund.parse(object);
  return [
    {
      ...{ kind: 'refund', account: of, refundId: told.id, amount: told.amount },
      ...{ currency: told.currency, status: told.status },
      paymentIntentId: told.payment_intent ?? null,
      ownId: told.metadata?.refundId ?? null,
    },
  ];
}

function disputeFact(object: unknown, { account: of, type }: Told): ProviderFact[] {
  const { id: disputeId, payment_intent: paymentIntentId, ...told } = dispute.parse(object);
  const moved = type.endsWith('funds_withdrawn')
    ? 'withdrawn'
    : type.endsWith('funds_reinstated')
      ? 'reinstated'
      : disputeMove(told.status);
  if (moved === null || !paymentIntentId) return [];
  const base = { kind: 'dispute', account: of, disputeId, paymentIntentId, moved } as const;
  return [{ ...base, amount: told.amount, currency: told.currency }];
}

function referenceOf(carried: Record<string, string> | null | undefined): Reference {
  const { schoolId = null, invoiceId = null, attempt = null } = carried ?? {};
  return { schoolId, invoiceId, attempt };
}
