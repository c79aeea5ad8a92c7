import type { Instant } from '../shared/instant.ts';
import { plusMilliseconds } from '../shared/instant.ts';
import type { Context } from '../store/context.ts';
import { dueAt, notDue } from '../store/due.ts';
import type { TransactItem } from '../store/port.ts';
import { create, replace } from '../store/write.ts';
import { type Change, momentOf, type Told } from './coalesce.ts';
import { type NotificationRow, notificationEntity } from './notification.entity.ts';
import type { Times, ToldOfBooking } from './notification.ts';
import { type ToldRow, toldEntity } from './told.entity.ts';

/** A notification of a change that is to be made, and the change. */
export type NewChange = {
  row: NotificationRow & { schoolId: string; booking: ToldOfBooking };
  change: Change;
  coalesceSeconds: number;
};

/**
 * Makes the notification of a change of a booking, in one transaction with what its reader has been
 * told: at once, or waiting in place of an older one, or superseded from the start when something
 * newer was told. The row of the reader's told state is what two planners with two events meet on.
 * A copy of the event finds the notification, as it is by now.
 */
export function createChange(
  { store, now, ...context }: Context,
  { row, change, coalesceSeconds }: NewChange,
): Promise<NotificationRow> {
  const { schoolId, personId, channel, booking } = row;
  const toldKey = { schoolId, bookingId: booking.bookingId, personId, channel };
  const whole = { store, now, ...context };
  return store.transact<NotificationRow>(whole, async () => {
    const [found, told] = await store.getAll(
      [notificationEntity, notificationEntity.get(row)],
      [toldEntity, toldEntity.get(toldKey)],
    );
    if (found) return { writes: [], result: found };
    const moment = momentOf(told, change, coalesceSeconds);
    if (moment === 'outdated') {
      const late = superseded(row);
      return { writes: [create(notificationEntity.create(late))], result: late };
    }
    const notBefore = told?.pending?.notBefore ?? plusMilliseconds(now(), coalesceSeconds * 1_000);
    const next: NotificationRow = {
      ...row,
      booking: withMemory(row, told),
      ...(moment === 'waits' && {
        notBefore,
        ...dueAt(notBefore as Instant, row.notificationId),
      }),
    };
    const times = { startsAt: booking.startsAt, endsAt: booking.endsAt };
    const pending = {
      version: change.version,
      standing: change.standing,
      notificationId: row.notificationId,
      notBefore,
      ...times,
    };
    const nextTold: ToldRow = {
      ...toldKey,
      ...(told && moment === 'waits'
        ? { ...toldOf(told), pending }
        : { covered: change.version, standing: change.standing, ...times }),
      ...(told?.said && { said: told.said }),
      version: (told?.version ?? 0) + 1,
    };
    return {
      writes: [
        create(notificationEntity.create(next)),
        told ? replace(toldEntity, nextTold) : create(toldEntity.create(nextTold)),
        ...(await supersede(whole, told)),
      ],
      result: next,
    };
  });
}

/** What waited says less than what is known now. */
async function supersede({ store }: Context, told: ToldRow | null): Promise<TransactItem[]> {
  if (!told?.pending) return [];
  const { schoolId: owner, pending } = told;
  const waiting = await store.get(
    notificationEntity,
    notificationEntity.get({ owner, notificationId: pending.notificationId }),
  );
  return waiting?.status === 'queued'
    ? [
        replace(notificationEntity, {
          ...superseded(waiting),
          version: waiting.version + 1,
        }),
      ]
    : [];
}

function superseded(row: NotificationRow): NotificationRow {
  const { notBefore: _, ...rest } = notDue(row);
  return { ...rest, status: 'superseded', lastError: 'newer_change' };
}

function toldOf({ covered, standing, startsAt, endsAt }: ToldRow): Told {
  return { covered, standing, startsAt, endsAt };
}

/** The time that the reader was really told, where it is another than this message's. */
function withMemory({ kind, booking }: NewChange['row'], told: ToldRow | null): ToldOfBooking {
  const remembers = kind === 'booking_moved' || kind === 'booking_cancelled';
  if (!remembers || !told?.standing) return booking;
  const { previously: _, ...rest } = booking;
  return sameTimes(told, booking)
    ? rest
    : { ...rest, previously: { startsAt: told.startsAt, endsAt: told.endsAt } };
}

function sameTimes(a: Times, b: Times): boolean {
  return a.startsAt === b.startsAt && a.endsAt === b.endsAt;
}

/**
 * The writes that let a waiting notification go: from now on it is what its reader has been told.
 * It waits no more, so whatever changes next is a change of it.
 */
export async function release(
  { store }: Context,
  row: NotificationRow,
): Promise<{ writes: TransactItem[]; released: Omit<NotificationRow, 'notBefore'> }> {
  const { notBefore: _, ...released } = notDue(row) as NotificationRow;
  const { schoolId, booking, personId, channel, notificationId } = row;
  if (!schoolId || !booking) return { writes: [], released };
  const told = await store.get(
    toldEntity,
    toldEntity.get({ schoolId, bookingId: booking.bookingId, personId, channel }),
  );
  if (told?.pending?.notificationId !== notificationId) return { writes: [], released };
  const { version, standing, startsAt, endsAt } = told.pending;
  const { pending: _pending, ...rest } = told;
  const next = {
    ...rest,
    covered: version,
    standing,
    startsAt,
    endsAt,
    version: told.version + 1,
  };
  return { writes: [replace(toldEntity, next)], released };
}
