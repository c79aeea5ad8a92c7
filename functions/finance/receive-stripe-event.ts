import type { ProviderFact } from '../../domain/finance/online/facts.ts';
import { STRIPE_API_VERSION } from '../../domain/finance/online/stripe-version.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import { ok } from '../shared/answer.ts';
import { log } from '../shared/log.ts';
import { reportMoney } from '../shared/money-metrics.ts';
import { rawHandler } from '../shared/raw-handler.ts';
import { factsOf, isHandled, type StripeEvent, stripeEvent } from '../shared/stripe-events.ts';
import { enqueueStripe } from '../shared/stripe-queue.ts';
import { isSignedByStripe } from '../shared/stripe-webhook-secrets.ts';

export const handler = rawHandler(async ({ headers, body }) => {
  if (!(await isSignedByStripe(body, headers['stripe-signature']))) {
    throw new DomainError('invalid_signature', 'This delivery is not signed by Stripe, now.');
  }
  const event = stripeEvent.safeParse(parse(body));
  if (!event.success) throw new DomainError('malformed_json', 'This is no event.');
  const { id: eventId, type, account = null, livemode = null, api_version: version } = event.data;
  log.info('stripe event', { eventId, type, account });
  if (version && version !== STRIPE_API_VERSION) {
    // Told, not refused: what still reads is booked, and what does not ends as a dead letter.
    log.error('stripe event of another API version', { eventId, version });
    reportMoney('attention', 'other_api_version');
  }
  if (!isHandled(type)) {
    reportMoney('ignored', 'unknown_type');
    return ok({ received: true });
  }
  const facts = readFacts(event.data);
  await enqueueStripe({ kind: 'notice', notice: { eventId, type, account, livemode, facts } });
  return ok({ received: true });
});

/** Refused, so that it shows at Stripe and is tried again; the reconciliation knows the money anyway. */
function readFacts(event: StripeEvent): ProviderFact[] {
  try {
    return factsOf(event);
  } catch (error) {
    reportMoney('attention', 'unreadable_event');
    throw new DomainError('malformed_json', 'This event has not its type’s shape.', {}, error);
  }
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    throw new DomainError('malformed_json', 'The body is not valid JSON.', {}, error);
  }
}
