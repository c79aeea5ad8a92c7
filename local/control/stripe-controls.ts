import { StripeRefusal } from '../parts/stripe/errors.ts';
import type { StripePart } from '../parts/stripe/stripe.ts';
import { ControlError, type Controls } from './control.ts';

/** What a person, or a test, does at Stripe: the payer, the bank, the school, and Stripe's post. */
export function stripeControls({ payer, refunds, deliveries, ...stripe }: StripePart): Controls {
  return translated({
    // `card`: one of Stripe's test cards. `delayed`: the bank takes its time; act again to end it.
    'POST /_local/stripe/checkout/*/pay': ({ params: [id = ''], body }) => {
      const { session, intent } = payer.pay(id, {
        ...(typeof body.card === 'string' && { card: body.card }),
        delayed: body.delayed === true,
      });
      return { session, paymentIntent: intent };
    },
    'POST /_local/stripe/checkout/*/fail': ({ params: [id = ''] }) => {
      const { session, intent } = payer.fail(id);
      return { session, paymentIntent: intent };
    },
    'POST /_local/stripe/disputes': ({ body }) =>
      payer.dispute(
        String(body.paymentIntent),
        typeof body.amount === 'number' ? body.amount : undefined,
      ),
    'POST /_local/stripe/disputes/*/close': ({ params: [id = ''], body }) =>
      payer.closeDispute(id, body.status === 'won' ? 'won' : 'lost'),
    'POST /_local/stripe/refunds/*/fail': ({ params: [id = ''] }) => refunds.settle(id, 'failed'),
    'POST /_local/stripe/accounts/*/deauthorize': ({ params: [id = ''] }) => stripe.deauthorize(id),
    'POST /_local/stripe/events': ({ body }) => stripe.deliver(body),
    // `{ drop: true }`: from now on events are lost; false: no more.
    'POST /_local/stripe/deliveries': ({ body }) => {
      if (typeof body.drop !== 'boolean') throw new TypeError('drop: true or false');
      deliveries.drop(body.drop);
      return { pending: deliveries.pending, dropped: deliveries.dropped };
    },
  });
}

/** What Stripe refuses is the caller's mistake here, too. */
function translated(controls: Controls): Controls {
  return Object.fromEntries(
    Object.entries(controls).map(([name, control]) => [
      name,
      async (input: Parameters<typeof control>[0]) => {
        try {
          return await control(input);
        } catch (error) {
          if (error instanceof StripeRefusal) throw new ControlError(error.status, error.message);
          throw error;
        }
      },
    ]),
  );
}
