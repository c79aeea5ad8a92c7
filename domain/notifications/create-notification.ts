import type { EventEnvelope } from '../../events/define.ts';
import { notificationResent } from '../../events/notifications.ts';
import { issueLink } from '../people/issue-link.ts';
import { findPersonByEmailKey } from '../people/read-people.ts';
import type { PersonId } from '../shared/ids.ts';
import { HOUR, MINUTE, plusMilliseconds } from '../shared/instant.ts';
import { derivedId } from '../shared/new-id.ts';
import type { Context } from '../store/context.ts';
import { dueAt } from '../store/due.ts';
import { create } from '../store/write.ts';
import { createChange } from './create-change.ts';
import { deliverable } from './deliverable.ts';
import { linkExpiry, linkOf } from './links.ts';
import { type NotificationRow, notificationEntity } from './notification.entity.ts';
import type { OutgoingQueues } from './outgoing.ts';
import { type PlannedMessage, plan } from './plan.ts';

/** A row that no sender has taken this long after it was made has lost its queue message. */
export const UNTOUCHED_AFTER = 5 * MINUTE;
const RESETS_AN_HOUR = 5;
/** A group of 45 is 92 messages: one after another they would outlast the planner. */
const AT_ONCE = 8;

/**
 * Tells everybody concerned by an event, once each. The row comes first and the queue message after,
 * so a crash between the two leaves a `queued` row: the event's next delivery, or the sweep, enqueues
 * it. A copy of the event finds the rows; while they are `queued` it enqueues them again, which is
 * harmless, because the sender claims the row.
 */
export async function tellAbout(
  context: Context,
  event: EventEnvelope,
  queues: OutgoingQueues,
): Promise<NotificationRow[]> {
  if (event.name === notificationResent.name) return enqueueResent(context, event, queues);
  const { messages, settings } = await deliverable(context, plan(event));
  const rows: (NotificationRow | null)[] = messages.map(() => null);
  const failures: unknown[] = [];
  const tell = async (message: PlannedMessage, i: number) => {
    const row = await createNotification(context, event, message, settings?.coalesceSeconds ?? 0);
    rows[i] = row;
    // What waits for further changes is enqueued by the sweep, in a transaction that says so.
    if (row?.status === 'queued' && row.notBefore === undefined) {
      await queues.enqueue(row.channel, { owner: row.owner, notificationId: row.notificationId });
    }
  };
  const waiting = messages.entries();
  const worker = async () => {
    // One that fails keeps nobody else from being told; the event comes again for it.
    for (const [i, message] of waiting) {
      await tell(message, i).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, messages.length) }, worker));
  if (failures.length > 0) throw failures[0];
  return rows.filter((row) => row !== null);
}

/** What staff sent again is a row already, made with its event. */
async function enqueueResent(
  { store }: Context,
  event: EventEnvelope,
  queues: OutgoingQueues,
): Promise<NotificationRow[]> {
  const { notificationId } = notificationResent.schema.parse(event.data);
  const key = { owner: event.schoolId ?? '', notificationId };
  const row = await store.get(notificationEntity, notificationEntity.get(key));
  if (row?.status === 'queued') await queues.enqueue(row.channel, key);
  return row ? [row] : [];
}

/** The row of a message, made if it is not there yet; null when nobody is to be told. */
async function createNotification(
  context: Context,
  event: EventEnvelope,
  message: PlannedMessage,
  coalesceSeconds: number,
): Promise<NotificationRow | null> {
  const { store, keys } = context;
  const { kind, channel, about, schoolId, booking, change } = message;
  const personId = await recipientOf(context, message);
  if (!personId) return null;
  const owner = schoolId ?? personId;
  const notificationId = derivedId('ntf', event.id, personId, channel);
  const createdAt = context.now();
  const row: NotificationRow = {
    owner,
    notificationId,
    ...(schoolId && { schoolId }),
    personId,
    eventId: event.id,
    kind,
    channel,
    about,
    ...(booking && { booking }),
    status: 'queued',
    attempts: 0,
    correlationId: event.correlationId,
    ...dueAt(plusMilliseconds(createdAt, UNTOUCHED_AFTER), notificationId),
    createdAt,
    version: 1,
  };
  if (schoolId && booking && change) {
    return createChange(context, { row: { ...row, schoolId, booking }, change, coalesceSeconds });
  }

  return store.transact<NotificationRow | null>(context, async () => {
    const found = await store.get(
      notificationEntity,
      notificationEntity.get({ owner, notificationId }),
    );
    if (found) return { writes: [], result: found };
    if (
      kind === 'password_reset' &&
      (await resetsOfLastHour(context, personId)) >= RESETS_AN_HOUR
    ) {
      return { writes: [], result: null };
    }
    const link = linkOf(kind);
    const token = link && {
      token: keys.linkToken(notificationId),
      purpose: link.purpose,
      personId,
      schoolId,
      bookingId: link.purpose === 'signing' ? about.bookingId : undefined,
      notificationId,
      expiresAt: linkExpiry(link, createdAt),
    };
    return {
      writes: [create(notificationEntity.create(row)), ...(token ? [issueLink(token)] : [])],
      result: row,
    };
  });
}

/** Nobody has the address: nobody is told, and the requester never learns which it was. */
async function recipientOf(
  { store }: Context,
  { recipient }: PlannedMessage,
): Promise<PersonId | null> {
  if ('personId' in recipient) return recipient.personId;
  const person = await findPersonByEmailKey(store, recipient.emailKey);
  return person && (person.personId as PersonId);
}

/** Reset mails of the last hour. The index may lag a moment: the limit is against floods, not to the letter. */
async function resetsOfLastHour({ store, now }: Context, personId: PersonId): Promise<number> {
  const since = plusMilliseconds(now(), -HOUR);
  const recent = await store.all(
    notificationEntity,
    notificationEntity.query.byTime({ owner: personId }).gte({ createdAt: since }),
  );
  return recent.filter(({ kind }) => kind === 'password_reset').length;
}
