import * as z from 'zod';
import { defineOperation } from '../shared/operation.ts';

export const receiveStripeEventRoute = defineOperation({
  name: 'receive-stripe-event',
  method: 'POST',
  path: '/webhooks/stripe',
  summary: "Takes Stripe's events: verified, queued, answered. The body is signed as it is.",
  who: 'public',
  response: { status: 200, body: () => z.object({ received: z.literal(true) }) },
  errors: ['invalid_signature', 'malformed_json'],
  needs: { stripeWebhook: true, queues: ['stripe'] },
});
