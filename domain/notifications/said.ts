import { createHash } from 'node:crypto';
import type { BookingRow } from '../scheduling/booking.entity.ts';
import type { Context } from '../store/context.ts';
import { replace } from '../store/write.ts';
import { type NotificationRow, notificationEntity } from './notification.entity.ts';
import { CHANGE_MESSAGES, type NotificationStatus, type ToldOfBooking } from './notification.ts';
import { toldEntity } from './told.entity.ts';

/** What a message about a booking says, as far as its reader could find it new. */
export type Said = {
  notificationId: string;
  /** that they take part, or that they do not */
  standing: boolean;
  /** a hash of time, place and who else is named to them */
  digest: string;
};

/** Only a message that went out at its first try is known to have said what its sender last read. */
const HEARD: readonly NotificationStatus[] = ['sent', 'delivered'];

type NotSent = { status: NotificationStatus; error: string };

/**
 * Whether a change of a booking is still news to its reader, just before it is sent. A student who was
 * taken out and put in again while the message waited knows that already; a teacher whose class is
 * what it was does, too. What is about to be said is noted first, so that the next message can tell:
 *
 *   v1 confirmed, 10:00, sent     v2 moved to 12:00 and v3 back to 10:00, wait ── v3: `nothing_new`
 *   v1 confirmed, 10:00, not sent v2 moved to 12:00 and v3 back to 10:00, wait ── v3 is sent
 *
 * Where it is not certain what was heard (a provider that failed, a second try) the message goes: one
 * too many is better than a wrong belief.
 */
export async function noNews(
  { store, ...context }: Context,
  row: NotificationRow,
  booking: BookingRow,
): Promise<NotSent | null> {
  const { schoolId, personId, channel, notificationId, owner, kind } = row;
  const told = row.booking;
  if (!schoolId || !told || !CHANGE_MESSAGES.includes(kind)) return null;
  const says = { notificationId, ...saying(told.role, kind !== 'booking_cancelled', booking) };
  const key = { schoolId, bookingId: told.bookingId, personId, channel };
  return store.transact<NotSent | null>({ store, ...context }, async () => {
    const current = await store.get(toldEntity, toldEntity.get(key));
    if (!current) return { writes: [], result: null };
    // A newer message has gone, or is in the queue beside this one.
    if (current.covered > told.bookingVersion)
      return { writes: [], result: superseded('newer_change') };
    const { said } = current;
    const heard =
      said && said.notificationId !== notificationId
        ? await store.get(
            notificationEntity,
            notificationEntity.get({ owner, notificationId: said.notificationId }),
          )
        : null;
    const isKnown = heard && heard.attempts === 1 && HEARD.includes(heard.status);
    if (isKnown && said?.standing === says.standing && said.digest === says.digest)
      return { writes: [], result: superseded('nothing_new') };
    const next = { ...current, said: says, version: current.version + 1 };
    return { writes: [replace(toldEntity, next)], result: null };
  });
}

function saying(
  role: ToldOfBooking['role'],
  standing: boolean,
  { startsAt, endsAt, location, teacherId, students }: BookingRow,
): Pick<Said, 'standing' | 'digest'> {
  const who = role === 'teacher' ? takingPart({ students }).sort() : teacherId;
  // Who is out is told that and no more.
  const facts = standing ? [startsAt, endsAt, location ?? null, who] : [];
  const digest = createHash('sha256').update(JSON.stringify(facts)).digest('base64url');
  return { standing, digest: digest.slice(0, 22) };
}

/** The ids of the students who take part. */
export function takingPart({ students }: Pick<BookingRow, 'students'>): string[] {
  return students.filter(({ status }) => status !== 'cancelled').map(({ studentId }) => studentId);
}

function superseded(error: string): NotSent {
  return { status: 'superseded', error };
}
