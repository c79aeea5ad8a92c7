import type { Books } from './books.ts';
import { badParameter, StripeRefusal } from './errors.ts';
import { CARDS, type Charge, type Metadata, type Refund } from './model.ts';

export type TellRefund = (type: string, object: Refund | Charge) => void;

/**
 * Refunds. The test card of the charge decides their fate: most succeed at once, one kind begins
 * pending and succeeds later, one begins as succeeded and fails later (the payer's account is gone).
 */
export function createRefunds(books: Books, tell: TellRefund) {
  /** What the bank says later, told when the world next comes to rest. */
  const later: (() => void)[] = [];

  /** Throws what Stripe answers for more than is left. */
  function create(
    owner: string,
    input: { intent: string; amount?: number; reason: string | null; metadata: Metadata },
  ): Refund {
    const intent = books.get('payment_intent', owner, input.intent);
    const charge = books.find('charge', owner, intent.latest_charge ?? '');
    if (!charge?.paid) {
      throw badParameter('payment_intent', 'This PaymentIntent does not have a successful charge.');
    }
    const left = charge.amount - charge.amount_refunded;
    if (left === 0) {
      throw new StripeRefusal(400, `Charge ${charge.id} has already been refunded.`, {
        code: 'charge_already_refunded',
      });
    }
    const amount = input.amount ?? left;
    if (amount > left) {
      const message = `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`;
      throw badParameter('amount', message, 'amount_too_large');
    }
    const pending = charge.card === CARDS.refundSucceedsLater;
    const refund = books.create('refund', owner, {
      amount,
      currency: charge.currency,
      status: pending ? 'pending' : 'succeeded',
      charge: charge.id,
      payment_intent: intent.id,
      reason: input.reason,
      metadata: input.metadata,
    });
    tell('refund.created', refund);
    tell('charge.refunded', refundedBy(charge, amount));
    if (pending) later.push(() => settle(refund.id, 'succeeded'));
    if (charge.card === CARDS.refundFailsLater) later.push(() => settle(refund.id, 'failed'));
    return refund;
  }

  function refundedBy(charge: Charge, amount: number): Charge {
    const amount_refunded = charge.amount_refunded + amount;
    return books.save({ ...charge, amount_refunded, refunded: amount_refunded === charge.amount });
  }

  /** A failed refund gives the charge its amount back. */
  function settle(refundId: string, status: 'succeeded' | 'failed'): Refund {
    const refund = books.anywhere('refund', refundId);
    const charge = refund && books.anywhere('charge', refund.charge);
    if (!refund || !charge) throw new StripeRefusal(404, `no refund ${refundId}`);
    if (refund.status === status) return refund;
    const failure = status === 'failed' && { failure_reason: 'lost_or_stolen_card' };
    const settled = books.save({ ...refund, status, ...failure });
    if (status === 'failed') refundedBy(charge, -refund.amount);
    tell('refund.updated', settled);
    if (status === 'failed') tell('refund.failed', settled);
    return settled;
  }

  return {
    create,
    settle,
    get waiting() {
      return later.length;
    },
    /** The bank speaks. */
    carryOutLater(): void {
      for (const act of later.splice(0)) act();
    },
  };
}

export type Refunds = ReturnType<typeof createRefunds>;
