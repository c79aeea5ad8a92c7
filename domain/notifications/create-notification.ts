import type { EventEnvelope } from '../../events/define.ts';
import { issueLink } from '../people/issue-link.ts';
import { findPersonByEmailKey } from '../people/read-people.ts';
import type { PersonId } from '../shared/ids.ts';
import { HOUR, MINUTE, plusMilliseconds } from '../shared/instant.ts';
import { derivedId } from '../shared/new-id.ts';
import type { Context } from '../store/context.ts';
import { dueAt } from '../store/due.ts';
import { create } from '../store/write.ts';
import { linkExpiry, linkOf } from './links.ts';
import { type NotificationRow, notificationEntity } from './notification.entity.ts';
import type { OutgoingQueues } from './outgoing.ts';
import { type PlannedMessage, plan } from './plan.ts';

/** A row that no sender has taken this long after it was made has lost its queue message. */
export const UNTOUCHED_AFTER = 5 * MINUTE;
const RESETS_AN_HOUR = 5;

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
  const rows: NotificationRow[] = [];
  for (const message of plan(event)) {
    const row = await createNotification(context, event, message);
    if (!row) continue;
    rows.push(row);
    if (row.status === 'queued') {
      await queues.enqueue(row.channel, { owner: row.owner, notificationId: row.notificationId });
    }
  }
  return rows;
}

/** The row of a message, made if it is not there yet; null when nobody is to be told. */
async function createNotification(
  context: Context,
  event: EventEnvelope,
  message: PlannedMessage,
): Promise<NotificationRow | null> {
  const { store, keys } = context;
  const { kind, channel, about, schoolId } = message;
  const personId = await recipientOf(context, message);
  if (!personId) return null;
  const owner = schoolId ?? personId;
  const notificationId = derivedId('ntf', event.id, personId, channel);
  const createdAt = context.now();

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
    const row = {
      owner,
      notificationId,
      ...(schoolId && { schoolId }),
      personId,
      eventId: event.id,
      kind,
      channel,
      about,
      status: 'queued' as const,
      attempts: 0,
      correlationId: event.correlationId,
      ...dueAt(plusMilliseconds(createdAt, UNTOUCHED_AFTER), notificationId),
      createdAt,
      version: 1,
    };
    const link = linkOf(kind);
    const token = link && {
      token: keys.linkToken(notificationId),
      purpose: link.purpose,
      personId,
      schoolId,
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
