import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { AskedTurn } from '../../domain/finance/online/ask-refund.ts';
import type { Notice, ProviderFact } from '../../domain/finance/online/facts.ts';
import type { ReconcileStep } from '../../domain/finance/online/reconcile.ts';
import type { WaitingTurn } from '../../domain/finance/online/waiting.ts';
import { ENV, requireEnvironment } from './environment.ts';

/** What the queue `stripe` holds: what an event told, or the turn of something that waits. */
export type StripeMessage = { kind: 'notice'; notice: Notice } | WaitingTurn | AskedTurn;

let client: SQSClient | undefined;

async function send(QueueUrl: string, message: unknown): Promise<void> {
  client ??= new SQSClient({
    maxAttempts: 3,
    requestHandler: {
      connectionTimeout: 1_000,
      requestTimeout: 3_000,
      throwOnRequestTimeout: true,
    },
  });
  await client.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(message) }));
}

export function enqueueStripe(message: StripeMessage): Promise<void> {
  return send(requireEnvironment(ENV.stripeQueueUrl), message);
}

export function enqueueReconciliation(step: ReconcileStep): Promise<void> {
  return send(requireEnvironment(ENV.reconciliationQueueUrl), step);
}

const schoolId = z.string().regex(/^sch_[0-9a-z]{26}$/);
const account = z.string().regex(/^[A-Za-z0-9_]{3,255}$/);

const message = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('notice'),
    notice: z.strictObject({
      eventId: z.string(),
      type: z.string(),
      account: z.string().nullable(),
      livemode: z.boolean().nullable(),
      // Made by `factsOf` from a verified event, and put here by the same release or an older one.
      facts: z.array(z.looseObject({ kind: z.string() })) as unknown as z.ZodType<ProviderFact[]>,
    }),
  }),
  z.strictObject({ kind: z.literal('waiting'), schoolId, paymentIntentId: account }),
  z.strictObject({
    kind: z.literal('asked'),
    schoolId,
    paymentId: z.string().regex(/^pay_[0-9a-z]{26}$/),
    refundId: z.string().regex(/^ref_[0-9a-z]{26}$/),
  }),
]);

const step = z.strictObject({
  schoolId,
  account,
  list: z.enum(['payments', 'refunds', 'disputes']),
  after: account.optional(),
  checked: z.int(),
  healed: z.int(),
});

/** The body of a message in the queue `stripe`. Throws on anything else. */
export function readStripeMessage(body: unknown): StripeMessage {
  return message.parse(body);
}

/** The body of a message in the queue `reconciliation`. Throws on anything else. */
export function readReconcileStep(body: unknown): ReconcileStep {
  return step.parse(body);
}
