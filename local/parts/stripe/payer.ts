import type { Books } from './books.ts';
import { badParameter, missing, StripeRefusal } from './errors.ts';
import { CARDS, type Charge, type Dispute, type Intent, type Session } from './model.ts';

/** Tells the world what happened to an object. */
export type Tell = (type: string, object: Session | Intent | Charge | Dispute) => void;

export type PayOptions = {
  /** one of Stripe's test cards; default 4242 4242 4242 4242 */
  card?: string | undefined;
  /** the bank takes its time: the session completes unpaid, and a second `pay` or `fail` ends it */
  delayed?: boolean | undefined;
};

/**
 * What a payer does at the payment page. Paying makes the intent and its charge, completes the
 * session and tells of all three, as Stripe does for a `payment` session.
 */
export function createPayer(books: Books, tell: Tell) {
  /** Sessions end by the clock alone. */
  function expire(): void {
    for (const session of books.all('checkout.session')) {
      if (session.status !== 'open' || session.expires_at > books.now()) continue;
      close(session);
    }
  }

  function close(session: Session): Session {
    const expired = books.save({ ...session, status: 'expired' as const, url: null });
    tell('checkout.session.expired', expired);
    return expired;
  }

  function payable(sessionId: string): Session {
    expire();
    const session = books.anywhere('checkout.session', sessionId);
    if (!session) throw missing('checkout.session', sessionId);
    const processing = session.status === 'complete' && session.payment_status === 'unpaid';
    if (session.status !== 'open' && !processing) {
      throw badParameter('session', `This Checkout Session is ${session.status}.`);
    }
    return session;
  }

  /** The session's intent; Checkout makes it when the payer first tries. */
  function intentOf(session: Session): Intent {
    const known =
      session.payment_intent && books.find('payment_intent', session.owner, session.payment_intent);
    if (known) return known;
    const intent = books.create('payment_intent', session.owner, {
      amount: session.amount_total,
      amount_received: 0,
      currency: session.currency,
      status: 'requires_payment_method',
      latest_charge: null,
      metadata: session.intent_metadata,
      last_payment_error: null,
    });
    tell('payment_intent.created', intent);
    return intent;
  }

  function charge(intent: Intent, status: Charge['status'], card: string): Charge {
    return books.create('charge', intent.owner, {
      amount: intent.amount,
      amount_refunded: 0,
      currency: intent.currency,
      status,
      paid: status === 'succeeded',
      refunded: false,
      disputed: false,
      payment_intent: intent.id,
      metadata: intent.metadata,
      card,
    });
  }

  function decline(session: Session, card: string): { session: Session; intent: Intent } {
    const intent = intentOf(session);
    const refused = charge(intent, 'failed', card);
    const failed = books.save({
      ...intent,
      status: 'requires_payment_method' as const,
      latest_charge: refused.id,
      last_payment_error: {
        code: 'card_declined',
        decline_code: 'generic_decline',
        message: 'Your card was declined.',
      },
    });
    const next = books.save({ ...session, payment_intent: intent.id });
    tell('charge.failed', refused);
    tell('payment_intent.payment_failed', failed);
    if (session.status === 'complete') tell('checkout.session.async_payment_failed', next);
    return { session: next, intent: failed };
  }

  function pay(sessionId: string, { card = CARDS.plain, delayed = false }: PayOptions = {}) {
    const session = payable(sessionId);
    if (card === CARDS.declined) return decline(session, card);
    const intent = intentOf(session);
    if (delayed && session.status === 'open') {
      const processing = books.save({ ...intent, status: 'processing' as const });
      const complete = completed(session, intent.id, 'unpaid');
      tell('payment_intent.processing', processing);
      tell('checkout.session.completed', complete);
      return { session: complete, intent: processing };
    }
    const taken = charge(intent, 'succeeded', card);
    const paid = books.save({
      ...intent,
      status: 'succeeded' as const,
      amount_received: intent.amount,
      latest_charge: taken.id,
      last_payment_error: null,
    });
    const wasProcessing = session.status === 'complete';
    const complete = completed(session, intent.id, 'paid');
    tell('charge.succeeded', taken);
    tell('payment_intent.succeeded', paid);
    const word = wasProcessing ? 'async_payment_succeeded' : 'completed';
    tell(`checkout.session.${word}`, complete);
    if (card === CARDS.disputed) dispute(intent.id);
    return { session: complete, intent: paid };
  }

  function completed(session: Session, intentId: string, paid: 'paid' | 'unpaid'): Session {
    return books.save({
      ...session,
      status: 'complete' as const,
      payment_status: paid,
      payment_intent: intentId,
      url: null,
    });
  }

  /** The payer's bank takes money back. `amount` in minor units, the whole charge by default. */
  function dispute(intentId: string, amount?: number): Dispute {
    const intent = books.anywhere('payment_intent', intentId);
    const taken = intent?.latest_charge && books.anywhere('charge', intent.latest_charge);
    if (!intent || !taken || intent.status !== 'succeeded') {
      throw new StripeRefusal(404, `no paid payment intent ${intentId}`);
    }
    const disputed = books.save({ ...taken, disputed: true });
    const opened = books.create('dispute', intent.owner, {
      amount: amount ?? taken.amount,
      currency: taken.currency,
      status: 'needs_response',
      reason: 'fraudulent',
      charge: disputed.id,
      payment_intent: intent.id,
      metadata: {},
    });
    tell('charge.dispute.created', opened);
    tell('charge.dispute.funds_withdrawn', opened);
    return opened;
  }

  function closeDispute(disputeId: string, status: 'won' | 'lost'): Dispute {
    const open = books.anywhere('dispute', disputeId);
    if (open?.status !== 'needs_response') throw missing('dispute', disputeId);
    const closed = books.save({ ...open, status });
    if (status === 'won') tell('charge.dispute.funds_reinstated', closed);
    tell('charge.dispute.closed', closed);
    return closed;
  }

  return {
    expire,
    close,
    pay,
    fail: (sessionId: string) => decline(payable(sessionId), CARDS.declined),
    dispute,
    closeDispute,
  };
}

export type Payer = ReturnType<typeof createPayer>;
