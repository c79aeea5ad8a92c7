import { DomainError } from '../shared/errors.ts';
import { type Instant, millisecondsBetween, plusMilliseconds } from '../shared/instant.ts';
import type { Context } from '../store/context.ts';
import { dueAt, notDue } from '../store/due.ts';
import { replace } from '../store/write.ts';
import { type NotificationRow, notificationEntity } from './notification.entity.ts';
import type { NotificationStatus } from './notification.ts';
import type { OutgoingMessage } from './outgoing.ts';
import { rememberSent } from './sent-messages.ts';
import { mayBecome } from './status.ts';
import { type AddressKey, type SuppressionReason, suppress } from './suppression.ts';

/**
 * A sender's claim on a notification: only its holder talks to the provider.
 *
 *   sender A claims (until 12:00:15) ── provider takes it ── saves `sent`
 *   sender B finds the claim ── waits ── finds `sent`, done: one mail
 *
 *   sender A claims, dies ── B waits until 12:00:15, claims, sends
 *
 * The claim is longer than any call to a provider, and its holder does not call once too little of
 * it is left.
 */
export const CLAIM_FOR = 15_000;
/** What must be left of a claim when the provider is called: its timeout and a margin. */
const NEEDED_TO_SEND = 7_000;
const LOOK_AGAIN_AFTER = 500;
const LONGEST_WAIT = CLAIM_FOR + 2_000;

export type Claimed = NotificationRow & { claimedUntil: string };

/**
 * Claims the row, waiting for another sender to finish or to be given up. Null when there is nothing
 * to send any more. Throws `busy` when others keep it, and when there is no such row.
 */
export async function claim(
  context: Context,
  message: OutgoingMessage,
  wait: (milliseconds: number) => Promise<unknown>,
): Promise<Claimed | null> {
  const started = context.now();
  for (;;) {
    const outcome = await tryToClaim(context, message);
    if (outcome.kind === 'claimed') return outcome.row;
    if (outcome.kind === 'over') return null;
    const waited = millisecondsBetween(started, context.now());
    if (waited > LONGEST_WAIT)
      throw new DomainError('busy', 'Another sender has this notification.');
    const left = millisecondsBetween(context.now(), outcome.until);
    await wait(Math.max(10, Math.min(left, LOOK_AGAIN_AFTER)));
  }
}

type Outcome =
  | { kind: 'claimed'; row: Claimed }
  | { kind: 'over' }
  | { kind: 'taken'; until: Instant };

function tryToClaim(context: Context, message: OutgoingMessage): Promise<Outcome> {
  const { store } = context;
  return store.transact<Outcome>(context, async () => {
    const row = await store.get(notificationEntity, notificationEntity.get(message));
    if (!row) throw new Error(`no notification ${message.notificationId}`);
    // What waits for further changes is not to be sent yet, whoever asks: the sweep will enqueue it.
    if (row.status !== 'queued' || row.notBefore !== undefined)
      return { writes: [], result: { kind: 'over' } };
    const now = context.now();
    if (row.claimedUntil && row.claimedUntil > now) {
      return { writes: [], result: { kind: 'taken', until: row.claimedUntil as Instant } };
    }
    const next = {
      // Its queue message is in a sender's hands: the sweep need not look for it any more.
      ...notDue(row),
      attempts: row.attempts + 1,
      firstTriedAt: row.firstTriedAt ?? now,
      claimedUntil: plusMilliseconds(now, CLAIM_FOR),
      version: row.version + 1,
    };
    return {
      writes: [replace(notificationEntity, next)],
      result: { kind: 'claimed', row: next },
    };
  });
}

/** True while enough of the claim is left to call the provider. */
export function mayStillSend(row: Claimed, now: Instant): boolean {
  return millisecondsBetween(now, row.claimedUntil as Instant) >= NEEDED_TO_SEND;
}

/** What became of a try. `retry`: the row stays `queued` with its last error, and the claim is let go. */
export type Settlement =
  | { kind: 'retry'; error: string }
  | { kind: 'sent'; providerId: string; addressKey: string }
  /** it was not a try: the row waits for its time, and nobody called a provider */
  | { kind: 'held'; until: Instant; error: string }
  | {
      kind: 'ended';
      status: NotificationStatus;
      error: string;
      /** an address that is written to no more from now on */
      suppress?: { to: AddressKey; reason: SuppressionReason };
    };

/**
 * Saves what became of a try. After a `sent` this is what keeps a second mail from going out, so a
 * status that a callback raised meanwhile is kept, but the provider's id is added. Resolves to the
 * status that the row has from now on; null when it is as before.
 */
export function settle(
  context: Context,
  row: Claimed,
  settlement: Settlement,
): Promise<NotificationStatus | null> {
  const { store } = context;
  const key = { owner: row.owner, notificationId: row.notificationId };
  const readAgain = () => store.get(notificationEntity, notificationEntity.get(key));
  let tries = 0;
  return store.transact<NotificationStatus | null>(context, async () => {
    tries += 1;
    // Nobody else should have touched what we claimed: read again only when somebody did.
    const current = tries === 1 ? row : await readAgain();
    const nothing = { writes: [], result: null };
    if (!current) return nothing;
    const { claimedUntil, ...rest } = notDue(current);
    const ours = claimedUntil === row.claimedUntil;
    const version = current.version + 1;
    switch (settlement.kind) {
      case 'retry': {
        // Given up on and claimed by another: theirs to tell.
        if (!ours) return nothing;
        const next = { ...rest, lastError: settlement.error, version };
        return { writes: [replace(notificationEntity, next)], result: null };
      }
      case 'held': {
        if (!ours || !mayBecome(current.status, 'held')) return nothing;
        const { firstTriedAt, ...untried } = rest;
        const next = {
          ...untried,
          ...(current.attempts > 1 && { firstTriedAt }),
          attempts: current.attempts - 1,
          status: 'held' as const,
          lastError: settlement.error,
          ...dueAt(settlement.until, row.notificationId),
          version,
        };
        return { writes: [replace(notificationEntity, next)], result: 'held' };
      }
      case 'sent': {
        const status = mayBecome(current.status, 'sent') ? ('sent' as const) : current.status;
        const next = {
          ...rest,
          status,
          providerId: settlement.providerId,
          sentAt: current.sentAt ?? context.now(),
          version,
        };
        const lookUp = await rememberSent(context, current, settlement, { isNew: tries === 1 });
        return {
          writes: [replace(notificationEntity, next), ...lookUp],
          result: status === current.status ? null : status,
        };
      }
      case 'ended': {
        if (!mayBecome(current.status, settlement.status)) return nothing;
        const next = { ...rest, status: settlement.status, lastError: settlement.error, version };
        const { suppress: stop, error: code } = settlement;
        const suppressed = stop
          ? await suppress(context, stop.to, { reason: stop.reason, code })
          : [];
        return {
          writes: [replace(notificationEntity, next), ...suppressed],
          result: settlement.status,
        };
      }
    }
  });
}
