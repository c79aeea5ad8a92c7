import { staffMessageWritten } from '../../events/notifications.ts';
import { readPeople } from '../people/read-people.ts';
import { readSettings } from '../schools/read-schools.ts';
import type { SchoolId } from '../shared/ids.ts';
import { type Instant, plusMilliseconds } from '../shared/instant.ts';
import { derivedId } from '../shared/new-id.ts';
import type { Context } from '../store/context.ts';
import { dueAt, notDue } from '../store/due.ts';
import type { DueKind } from '../store/sweep-due.ts';
import { create, replace } from '../store/write.ts';
import { UNTOUCHED_AFTER } from './create-notification.ts';
import { type NotificationRow, notificationEntity } from './notification.entity.ts';
import type { Channel } from './notification.ts';
import type { OutgoingQueues } from './outgoing.ts';
import {
  type StaffMessageRow,
  staffMessageEntity,
  staffMessagePartEntity,
} from './staff-message.entity.ts';
import { partKeyOf, positionInPart, UNTOLD_AFTER } from './write-message.ts';

/** Recipients a transaction tells: two notifications each, and the message's own row. */
const CHUNK = 25;
/**
 * So many recipients of one message may wait for a sender that has not looked at them yet. What is
 * more stays with the message: a queue has no lanes, and whoever comes next stands behind all of it.
 *
 *   school A, 5,000 ── 100 in the queue ── the rest in its row
 *   school B, 1     ── behind at most 100 of A's
 */
const WINDOW = 100;

type Told = { schoolId: string; messageId: string; eventId: string };

/**
 * Tells the next recipients of a staff message: as many as the window takes. `again` when there are
 * more: come back soon. The chunk's notifications and how far it came commit together, so another
 * worker, a copy of the event or a second start tells nobody twice.
 */
export async function fanOut(
  context: Context,
  told: Told,
  queues: OutgoingQueues,
): Promise<'done' | 'again'> {
  for (;;) {
    const message = await readMessage(context, told);
    if (!message || message.told >= message.recipients) return 'done';
    if ((await untouched(context, message)).length > WINDOW - CHUNK) return 'again';
    for (const { channel, owner, notificationId } of await tellChunk(context, told)) {
      await queues.enqueue(channel, { owner, notificationId });
    }
  }
}

function readMessage({ store }: Context, { schoolId, messageId }: Omit<Told, 'eventId'>) {
  return store.get(staffMessageEntity, staffMessageEntity.get({ schoolId, messageId }));
}

/** Notifications of the window that no sender has taken yet. */
async function untouched(context: Context, message: StaffMessageRow): Promise<NotificationRow[]> {
  const first = Math.max(0, message.told - WINDOW);
  const personIds = await recipients(context, message, first, message.told - first);
  const rows = await rowsOf(context, message, personIds);
  return rows.filter(({ status, attempts }) => status === 'queued' && attempts === 0);
}

async function tellChunk(context: Context, told: Told): Promise<NotificationRow[]> {
  const { store, now } = context;
  return store.transact<NotificationRow[]>(context, async () => {
    const message = await readMessage(context, told);
    if (!message || message.told >= message.recipients) return { writes: [], result: [] };
    const eventId = message.eventId ?? told.eventId;
    const personIds = await recipients(context, message, message.told, CHUNK);
    const wanted = await channelsOf(context, message, personIds);
    const at = now();
    const rows = wanted.map(([personId, channel]) =>
      notificationOf({ ...message, eventId }, personId, channel, at),
    );
    const done = message.told + personIds.length >= message.recipients;
    const next: StaffMessageRow = {
      ...notDue(message),
      eventId,
      told: message.told + personIds.length,
      ...(!done && dueAt(plusMilliseconds(at, UNTOLD_AFTER), message.messageId)),
      version: message.version + 1,
    };
    return {
      writes: [
        replace(staffMessageEntity, next),
        ...rows.map((row) => create(notificationEntity.create(row))),
      ],
      result: rows,
    };
  });
}

/** By which channels each is told: what cannot be an SMS is a mail, and nobody gets two of those. */
async function channelsOf(
  { store }: Context,
  { schoolId, channels }: StaffMessageRow,
  personIds: readonly string[],
): Promise<[string, Channel][]> {
  const { settings } = await readSettings(store, schoolId);
  const people = await readPeople(store, schoolId, personIds);
  return personIds.flatMap((personId): [string, Channel][] => {
    const found = people.get(personId);
    if (!found) return [];
    const bySms = settings.messages.sms && found.person.sms && found.membership.phone !== undefined;
    const chosen = channels.map((channel) => (channel === 'sms' && !bySms ? 'email' : channel));
    return [...new Set(chosen)].map((channel) => [personId, channel]);
  });
}

function notificationOf(
  { schoolId, messageId, eventId = '', correlationId }: StaffMessageRow,
  personId: string,
  channel: Channel,
  createdAt: Instant,
): NotificationRow {
  const notificationId = derivedId('ntf', eventId, personId, channel);
  return {
    ...{ owner: schoolId, notificationId, schoolId, personId, eventId, channel, correlationId },
    kind: 'staff_message',
    about: { messageId },
    ...{ status: 'queued', attempts: 0 },
    ...dueAt(plusMilliseconds(createdAt, UNTOUCHED_AFTER), notificationId),
    ...{ createdAt, version: 1 },
  };
}

async function recipients(
  { store }: Context,
  { schoolId, messageId, recipients: all }: StaffMessageRow,
  from: number,
  count: number,
): Promise<string[]> {
  const end = Math.min(all, from + count);
  const partKeys = new Set<string>();
  for (let at = from; at < end; at++) partKeys.add(partKeyOf(at));
  const parts = await store.getAll(
    ...[...partKeys].map(
      (partKey) =>
        [
          staffMessagePartEntity,
          staffMessagePartEntity.get({ schoolId, messageId, partKey }),
        ] as const,
    ),
  );
  const ids = parts.flatMap((part) => part?.personIds ?? []);
  const first = positionInPart(from);
  return ids.slice(first, first + (end - from));
}

async function rowsOf(
  { store }: Context,
  { schoolId: owner, eventId, channels }: StaffMessageRow,
  personIds: readonly string[],
): Promise<NotificationRow[]> {
  if (eventId === undefined) return [];
  // Who cannot have an SMS has a mail.
  const asked = [...new Set<Channel>([...channels, 'email'])];
  const keys = personIds.flatMap((personId) =>
    asked.map((channel) => ({
      owner,
      notificationId: derivedId('ntf', eventId, personId, channel),
    })),
  );
  const rows = await store.getAll(
    ...keys.map((key) => [notificationEntity, notificationEntity.get(key)] as const),
  );
  return rows.filter((row) => row !== null);
}

const KEY = /^(?<schoolId>sch_[0-9a-z]{26})#msg#(?<messageId>msg_[0-9a-z]{26})$/;

/** Messages that nobody has told for a while: the worker died, or its queue lost the message. */
export const untoldMessages: DueKind = {
  name: 'untold-message',
  owns: ({ pk, sk }) => sk === 'message' && KEY.test(pk),
  async carryOut(context, { pk }) {
    const { schoolId = '', messageId = '' } = KEY.exec(pk)?.groups ?? {};
    const { store } = context;
    await store.transact(context, async () => {
      const message = await readMessage(context, { schoolId, messageId });
      const now = context.now();
      if (!message?.dueAt || message.dueAt > now) return { writes: [], result: null };
      const version = message.version + 1;
      const next = {
        ...message,
        ...dueAt(plusMilliseconds(now, UNTOLD_AFTER), messageId),
        version,
      };
      const event = staffMessageWritten.of(
        schoolId as SchoolId,
        { id: messageId, version },
        { messageId: messageId as never },
      );
      return { writes: [replace(staffMessageEntity, next)], events: [event], result: null };
    });
  },
};
