import { STRIPE_API_VERSION } from '../../domain/finance/online/stripe-version.ts';
import type { Random } from './random.ts';

/** A payment as it will have gone, whatever its events do on their way. */
export type Story = {
  /** unique among all stories */
  n: number;
  account: string;
  sessionId: string;
  amount: number;
  reference: Record<string, string>;
  /** the bank took its time */
  delayed: boolean;
  refunds: number[];
  dispute: { amount: number; won: boolean } | null;
};

/** What the ledger must say of a story in the end, signed as in the ledger. */
export function expectedOf({ amount, refunds, dispute }: Story): number {
  const refunded = refunds.reduce((sum, one) => sum + one, 0);
  return -amount + refunded + (dispute && !dispute.won ? dispute.amount : 0);
}

export function tellStory(
  random: Random,
  story: Omit<Story, 'delayed' | 'refunds' | 'dispute'>,
): Story {
  const { amount } = story;
  const parts = random.chance(0.3) ? 1 + random.int(3) : 0;
  const refunds: number[] = [];
  let left = amount;
  for (let i = 0; i < parts && left > 1; i++) {
    const refund = 1 + random.int(left - 1);
    refunds.push(refund);
    left -= refund;
  }
  const disputed = refunds.length === 0 && random.chance(0.2);
  return {
    ...story,
    delayed: random.chance(0.3),
    refunds,
    dispute: disputed ? { amount: 1 + random.int(amount), won: random.chance(0.5) } : null,
  };
}

/** Every event that Stripe sends of a story, in its own shape; also those that tell nothing new. */
export function eventsOf(story: Story): object[] {
  const { n, account, sessionId, amount, reference: metadata } = story;
  const [intentId, chargeId] = [`pi_${n}`, `ch_${n}`];
  let count = 0;
  const event = (type: string, object: object) => ({
    ...{ id: `evt_${n}_${++count}`, object: 'event', api_version: STRIPE_API_VERSION },
    ...{ type, account, livemode: false, created: 1_795_420_800, data: { object } },
  });
  const currency = 'dkk';
  const session = {
    ...{ id: sessionId, object: 'checkout.session', payment_intent: intentId },
    ...{ amount_total: amount, currency, metadata, payment_status: 'paid' },
  };
  const intent = {
    ...{ id: intentId, object: 'payment_intent', amount, amount_received: amount },
    ...{ currency, metadata, status: 'succeeded' },
  };
  const refunds = story.refunds.map((refunded, i) => ({
    ...{ id: `re_${n}_${i}`, object: 'refund', payment_intent: intentId, charge: chargeId },
    ...{ amount: refunded, currency, status: 'succeeded', metadata: {} },
  }));
  const charge = (upTo: number) => ({
    ...{ id: chargeId, object: 'charge', payment_intent: intentId, amount, currency },
    amount_refunded: story.refunds.slice(0, upTo).reduce((sum, one) => sum + one, 0),
    refunds: { data: refunds.slice(0, upTo) },
  });
  const dispute = {
    ...{ id: `dp_${n}`, object: 'dispute', payment_intent: intentId, charge: chargeId },
    ...{ amount: story.dispute?.amount, currency, status: 'needs_response' },
  };
  const won = { ...dispute, status: 'won' };
  return [
    event('payment_intent.created', { ...intent, status: 'requires_payment_method' }),
    event('charge.succeeded', charge(0)),
    event('charge.updated', charge(0)),
    ...(story.delayed
      ? [
          event('checkout.session.completed', { ...session, payment_status: 'unpaid' }),
          event('checkout.session.async_payment_succeeded', session),
        ]
      : [event('checkout.session.completed', session)]),
    event('payment_intent.succeeded', intent),
    ...refunds.flatMap((refund, i) => [
      event('refund.created', { ...refund, status: i === 1 ? 'pending' : 'succeeded' }),
      event('charge.refunded', charge(i + 1)),
      ...(i === 1 ? [event('refund.updated', refund)] : []),
    ]),
    ...(story.dispute
      ? [event('charge.dispute.created', dispute), event('charge.dispute.funds_withdrawn', dispute)]
      : []),
    ...(story.dispute?.won
      ? [event('charge.dispute.funds_reinstated', won), event('charge.dispute.closed', won)]
      : []),
  ];
}
