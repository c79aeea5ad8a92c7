import { setTimeout as delay } from 'node:timers/promises';
import { DomainError } from '../shared/errors.ts';
import {
  epochSeconds,
  type Instant,
  millisecondsBetween,
  plusMilliseconds,
} from '../shared/instant.ts';
import type { Context } from '../store/context.ts';
import { dueAt, notDue } from '../store/due.ts';
import { replace } from '../store/write.ts';
import { noteFailure, noteSuccess } from './endpoint-health.ts';
import type { DeliveryMessage } from './integration-queues.ts';
import { RemoteError } from './remote-error.ts';
import { DELIVERY_HEADER, SIGNATURE_HEADER, sign } from './signature.ts';
import { type WebhookDeliveryRow, webhookDeliveryEntity } from './webhook-delivery.entity.ts';
import { type WebhookEndpointRow, webhookEndpointEntity } from './webhook-endpoint.entity.ts';
import { nextAttempt, QUICK_TRIES } from './webhook-schedule.ts';
import { signingSecrets } from './webhook-secret.ts';

const CLAIM_FOR = 15_000;
const NEEDED_TO_CALL = 7_000;
const LOOK_AGAIN_AFTER = 500;
const LONGEST_WAIT = CLAIM_FOR + 2_000;

export type OutgoingCall = { url: string; headers: Record<string, string>; body: string };

/** Posts to an address a school named. Resolves with the status of any 2xx; throws `RemoteError` otherwise. */
export type WebhookCaller = { post(call: OutgoingCall): Promise<{ status: number }> };

export type DeliveryOptions = { wait?: (milliseconds: number) => Promise<unknown> };

type Claimed = { delivery: WebhookDeliveryRow; endpoint: WebhookEndpointRow };

/**
 * Delivers one event to one endpoint: at least once, for a day. Returns when there is nothing left to
 * do for this message; throws when the queue is to try again in some seconds. After three tries the
 * row waits for the sweep, with growing steps; `410 Gone` switches the endpoint off at once.
 */
export async function deliverWebhook(
  context: Context,
  message: DeliveryMessage,
  caller: WebhookCaller,
  options: DeliveryOptions = {},
): Promise<void> {
  const claimed = await claim(context, message, options);
  if (!claimed) return;
  const { delivery, endpoint } = claimed;
  let status: number;
  try {
    if (millisecondsBetween(context.now(), delivery.claimedUntil as Instant) < NEEDED_TO_CALL)
      throw new RemoteError('retry', 'claim_ran_out');
    ({ status } = await caller.post(callOf(context, endpoint, delivery)));
  } catch (error) {
    if (await settleFailure(context, delivery, error)) return;
    throw error;
  }
  await saved(context, delivery, ({ claimedUntil: _c, lastError: _e, ...rest }) => ({
    ...(notDue(rest) as WebhookDeliveryRow),
    status: 'delivered',
    lastStatus: status,
    deliveredAt: context.now(),
  }));
  await noteSuccess(context, endpoint);
}

function callOf(
  context: Context,
  endpoint: WebhookEndpointRow,
  { payload, eventId }: WebhookDeliveryRow,
): OutgoingCall {
  const body = JSON.stringify(payload);
  const now = context.now();
  const signature = sign(signingSecrets(context.keys, endpoint, now), body, epochSeconds(now));
  return {
    url: endpoint.url,
    body,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'JustDriving-Webhooks/1',
      [DELIVERY_HEADER]: eventId,
      [SIGNATURE_HEADER]: signature,
    },
  };
}

/** Delivery and endpoint, claimed for this worker; null when there is nothing to do now. */
async function claim(
  context: Context,
  message: DeliveryMessage,
  { wait = delay }: DeliveryOptions,
): Promise<Claimed | null> {
  const { store } = context;
  const { schoolId, endpointId } = message;
  const started = context.now();
  for (;;) {
    const outcome = await store.transact<Claimed | { takenUntil: Instant } | null>(
      context,
      async () => {
        const [row, endpoint] = await store.getAll(
          [webhookDeliveryEntity, webhookDeliveryEntity.get(message)],
          [webhookEndpointEntity, webhookEndpointEntity.get({ schoolId, endpointId })],
        );
        const now = context.now();
        if (row?.status !== 'pending') return { writes: [], result: null };
        if (row.claimedUntil !== undefined && row.claimedUntil > now)
          return { writes: [], result: { takenUntil: row.claimedUntil as Instant } };
        if (row.parkedUntil !== undefined && row.parkedUntil > now)
          return { writes: [], result: null };
        const { parkedUntil: _p, claimedUntil: _c, ...rest } = row;
        const version = row.version + 1;
        // Its message is in a worker's hands, later in the queue or among the dead letters.
        const free = notDue(rest) as WebhookDeliveryRow;
        if (endpoint?.status !== 'enabled') {
          const skipped = { ...free, status: 'skipped' as const, version };
          return { writes: [replace(webhookDeliveryEntity, skipped)], result: null };
        }
        const next: WebhookDeliveryRow = {
          ...free,
          attempts: row.attempts + 1,
          firstTriedAt: row.firstTriedAt ?? now,
          claimedUntil: plusMilliseconds(now, CLAIM_FOR),
          version,
        };
        return {
          writes: [replace(webhookDeliveryEntity, next)],
          result: { delivery: next, endpoint },
        };
      },
    );
    if (outcome === null || !('takenUntil' in outcome)) return outcome;
    if (millisecondsBetween(started, context.now()) > LONGEST_WAIT)
      throw new DomainError('busy', 'Another worker has this delivery.');
    const left = millisecondsBetween(context.now(), outcome.takenUntil);
    await wait(Math.max(10, Math.min(left, LOOK_AGAIN_AFTER)));
  }
}

/** True when the failure is dealt with: parked, given up, or the endpoint is gone. */
async function settleFailure(
  context: Context,
  row: WebhookDeliveryRow,
  error: unknown,
): Promise<boolean> {
  const remote = error instanceof RemoteError ? error : null;
  const failed = {
    lastError: remote?.code ?? 'internal_error',
    ...(remote?.status && { lastStatus: remote.status }),
  };
  const gone = remote?.status === 410;
  const quick = row.attempts < QUICK_TRIES && (remote?.retryAfterSeconds ?? 0) <= 900;
  const next = remote && !gone && !quick ? nextAttempt(row, remote, context.now()) : null;
  const over = gone || (remote !== null && !quick && next === null);
  await saved(context, row, ({ claimedUntil, ...rest }) => ({
    ...rest,
    ...failed,
    // Given up on and claimed by another: that one lets it go.
    ...(claimedUntil !== undefined && claimedUntil !== row.claimedUntil && { claimedUntil }),
    ...(over && { status: 'failed' as const }),
    ...(next && { ...dueAt(next, row.eventId), parkedUntil: next }),
  }));
  if (!remote) return false;
  await noteFailure(context, row, { gone, over });
  return over || next !== null;
}

/** Rewrites the row as it is now. */
function saved(
  context: Context,
  { schoolId, endpointId, eventId }: WebhookDeliveryRow,
  change: (current: WebhookDeliveryRow) => WebhookDeliveryRow,
): Promise<null> {
  const { store } = context;
  const key = { schoolId, endpointId, eventId };
  return store.transact<null>(context, async () => {
    const current = await store.get(webhookDeliveryEntity, webhookDeliveryEntity.get(key));
    if (!current) return { writes: [], result: null };
    const next = { ...change(current), version: current.version + 1 };
    return { writes: [replace(webhookDeliveryEntity, next)], result: null };
  });
}
