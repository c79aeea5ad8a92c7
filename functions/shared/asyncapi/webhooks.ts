import { DELIVERY_HEADER, SIGNATURE_HEADER } from '../../../domain/integrations/signature.ts';
import { nextAttempt, QUICK_TRIES } from '../../../domain/integrations/webhook-schedule.ts';
import {
  type Instant,
  instant,
  MINUTE,
  millisecondsBetween,
} from '../../../domain/shared/instant.ts';

const text = { type: 'string' };

/** The body of a webhook: the event under names of its own, without who did it. */
export const webhookEnvelope = {
  type: 'object',
  required: ['id', 'type', 'schemaVersion', 'schoolId', 'at', 'subject', 'data'],
  properties: {
    id: { ...text, description: 'evt_…, the same in every try and every replay' },
    type: { ...text, description: "the event's name" },
    schemaVersion: { type: 'integer' },
    schoolId: text,
    at: { ...text, format: 'date-time' },
    subject: {
      type: 'object',
      required: ['id', 'version'],
      properties: {
        id: text,
        version: { type: 'integer', description: 'rises with every change of the subject' },
      },
    },
    data: {},
  },
};

export const webhookHeaders = {
  type: 'object',
  required: ['content-type', 'user-agent', DELIVERY_HEADER, SIGNATURE_HEADER],
  properties: {
    'content-type': { const: 'application/json; charset=utf-8' },
    'user-agent': { const: 'JustDriving-Webhooks/1' },
    [DELIVERY_HEADER]: { ...text, description: "the event's id" },
    [SIGNATURE_HEADER]: {
      ...text,
      pattern: '^t=\\d{1,12}(,v1=[0-9a-f]{64}){1,2}$',
      description:
        't=<unix seconds>,v1=<hex HMAC-SHA256(secret, t + "." + raw body)>; two v1 for a day after a rotation',
    },
  },
};

/** What the receiver compares before it reads anything. */
export const webhookSecurity = {
  type: 'httpApiKey',
  name: 'X-Signature',
  in: 'header',
  description:
    "HMAC-SHA256 with the endpoint's secret, which the answer to its creation shows once. Refuse what is more than five minutes off, and compare in constant time.",
};

const minutes = minutesOfRetries();

/** The channel to a school's own system, and the operation that posts there. */
export function describeWebhooks(events: readonly string[]) {
  return {
    channel: {
      address: '{url}',
      title: "A school's own system",
      description:
        'One of the addresses that an administrator of the school has added (`POST /schools/{schoolId}/webhook-endpoints`) with the events it wants. HTTPS on the public internet; redirects are not followed.',
      parameters: { url: { description: 'the address as it was saved' } },
      messages: Object.fromEntries(
        events.map((name) => [name, { $ref: `#/components/messages/Webhook${name}` }]),
      ),
    },
    operation: {
      action: 'send',
      channel: { $ref: '#/channels/webhook' },
      summary: 'Posts a chosen event to an endpoint of the school, at least once and in no order.',
      description: `Answer 2xx within five seconds; any other answer, a redirect included, is a failure. ${QUICK_TRIES} tries come seconds apart, then one each ${minutes.join(', ')} minutes after the first, if nothing is in the way; \`Retry-After\` is heeded. The last failure makes the delivery \`failed\`; a day in which nothing arrives switches the endpoint off, and \`410 Gone\` does so at once. What was missed can be replayed for 30 days.`,
      security: [{ $ref: '#/components/securitySchemes/signature' }],
      bindings: { http: { method: 'POST', bindingVersion: '0.3.0' } },
      messages: events.map((name) => ({ $ref: `#/channels/webhook/messages/${name}` })),
      'x-retry-minutes': minutes,
    },
  };
}

/** When a receiver that always fails is called after the quick tries, by the schedule itself. */
function minutesOfRetries(): number[] {
  const first = instant(new Date('2026-01-01T00:00:00.000Z'));
  const result: number[] = [];
  let now: Instant | null = first;
  for (let attempts = QUICK_TRIES; now !== null; attempts += 1) {
    const failed = { attempts, firstTriedAt: first };
    now = nextAttempt(failed, { retryAfterSeconds: null }, now);
    if (now !== null) result.push(millisecondsBetween(first, now) / MINUTE);
  }
  return result;
}
