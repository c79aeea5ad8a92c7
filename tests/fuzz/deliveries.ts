import { createHmac, randomUUID } from 'node:crypto';
import { sign } from '../../domain/integrations/signature.ts';
import type { Options } from '../flows/support/api.ts';
import { now } from '../flows/support/clock.ts';
import { eventOf, signatureOf } from '../flows/support/online.ts';
import { stack } from '../flows/support/stack.ts';
import type { Request } from './targets.ts';
import type { World } from './world.ts';

/** What other systems send: signed by them more often than not, over the very bytes that are sent. */
export function signedDelivery(
  name: string,
  { body, raw: given, headers: named, forged }: Request,
  { account }: World,
): Pick<Options, 'raw' | 'headers'> {
  const at = Math.floor(now() / 1_000);
  const { secrets, api } = stack();
  switch (name) {
    case 'receive-lead':
    case 'receive-theory-result': {
      if (forged) return {};
      const raw = given ?? JSON.stringify(body) ?? '';
      const secret = (name === 'receive-lead' ? secrets.findkoreskole : secrets.eTeori) ?? '';
      const headers = { 'x-delivery-id': randomUUID(), 'x-signature': sign([secret], raw, at) };
      return { raw, headers: { ...named, ...headers } };
    }
    case 'receive-stripe-event': {
      const event = eventOf(account, 'payment_intent.succeeded', { name: 'x' });
      const raw = given ?? JSON.stringify({ ...event, type: 'unheard.of' });
      const signature = signatureOf(raw, forged ? at - 400 : at);
      return { raw, headers: { 'stripe-signature': signature } };
    }
    case 'receive-twilio-status': {
      const form = { MessageSid: `SM${'0'.repeat(32)}`, MessageStatus: 'delivered' };
      const url = `${api}/webhooks/twilio/status`;
      const text = `${url}MessageSid${form.MessageSid}MessageStatus${form.MessageStatus}`;
      const signature = createHmac('sha1', secrets.twilioAuthToken ?? '').update(text);
      return {
        raw: new URLSearchParams(form).toString(),
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-twilio-signature': forged ? 'none' : signature.digest('base64'),
        },
      };
    }
    default:
      return {};
  }
}
