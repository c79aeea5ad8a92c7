import type { CallerScope } from '../people/scope.ts';
import { invalidField, notFound } from '../shared/errors.ts';
import { DAY, type Instant, instant } from '../shared/instant.ts';
import type { Context } from '../store/context.ts';
import { decodeCursor, encodeCursor } from '../store/cursor.ts';
import { KEYS } from '../store/keys.ts';
import { BY_SCHOOL_AND_TIME } from '../store/names.ts';
import { timesOf } from './agenda.ts';
import { type BookingRow, bookingEntity } from './booking.entity.ts';
import type { BookingStatus } from './booking.ts';
import { bookingInScope, scopeWithin } from './booking-scope.ts';
import { type BookingView, bookingView } from './booking-view.ts';
import { asOf } from './hold.ts';
import { readAgenda } from './suggest.ts';

export type BookingFilters = {
  from?: Instant | undefined;
  to?: Instant | undefined;
  teacherId?: string | undefined;
  studentId?: string | undefined;
  vehicleId?: string | undefined;
  status?: BookingStatus | undefined;
};

type Request = BookingFilters & { limit: number; cursor?: string | undefined };
type Listed = { items: BookingView[]; nextCursor: string | null };

const BACK_DAYS = 31;
const AHEAD_DAYS = 366;
const MOST_DAYS = 400;
const READ_AT_MOST = 2_000;

/**
 * Bookings that begin from `from` (31 days ago) until before `to` (a year ahead), in order, within
 * the caller's scope. Of one teacher, vehicle or student they come by way of that agenda, in two
 * reads; of the whole school by the calendar index. Who teaches and learns here gets both.
 */
export async function listBookings(
  context: Context,
  schoolId: string,
  scope: CallerScope,
  { limit, cursor, ...asked }: Request,
): Promise<Listed> {
  const { resource, ...filters } = narrowed(scope, asked);
  const { from, to } = spanOf(filters, context.now());
  const list = `bookings ${schoolId} ${JSON.stringify([asked, scope])}`;
  const after = decodeCursor(context.keys, list, cursor);
  const span = { from, to };
  const matching = (row: BookingRow) =>
    bookingInScope(scope, row) && mayAsk(scopeWithin(scope, row), filters) && matches(row, filters);
  const { rows, last } =
    resource === undefined
      ? await readCalendar(context, schoolId, span, after, limit, matching)
      : await readResource(context, schoolId, resource, span, after, limit, matching);
  return {
    items: rows.map((row) => bookingView(row, scope)),
    nextCursor: encodeCursor(context.keys, list, last),
  };
}

/**
 * The span that is asked for. What is left out is 31 days back from now and a year ahead, or as far
 * from the other end where that lies beyond. Throws `invalid` naming `/to`.
 */
function spanOf(asked: Pick<BookingFilters, 'from' | 'to'>, at: Instant): Span {
  const now = Date.parse(at);
  const asks = { from: asked.from && Date.parse(asked.from), to: asked.to && Date.parse(asked.to) };
  const most = MOST_DAYS * DAY;
  const from =
    asks.from ?? Math.max(Math.min(now, asks.to ?? now) - BACK_DAYS * DAY, (asks.to ?? now) - most);
  const to = asks.to ?? Math.min(Math.max(now, from) + AHEAD_DAYS * DAY, from + most);
  if (to < from) throw invalidField('/to', 'not_after_from', '/to: must not be before from.');
  if (to - from > most)
    throw invalidField('/to', 'too_long', `/to: at most ${MOST_DAYS} days after from.`);
  return { from: instant(from), to: instant(to) };
}

/** Filters, and whose agenda to read; without one, the school's calendar. */
type Narrowed = BookingFilters & { resource: string | undefined };

/** Teachers see what they teach, students what they take part in, whatever they ask for. */
function narrowed(scope: CallerScope, asked: BookingFilters): Narrowed {
  const of = (filters: BookingFilters) => ({
    ...filters,
    resource: filters.teacherId ?? filters.studentId ?? filters.vehicleId,
  });
  switch (scope.kind) {
    case 'own': {
      const { personId, self } = scope;
      if (self && asked.teacherId === undefined && mayAsk({ kind: 'self', personId }, asked)) {
        // One agenda holds what a person teaches and what they take.
        return { ...asked, resource: personId };
      }
      return of({ ...asked, teacherId: asked.teacherId ?? personId });
    }
    case 'self':
      if (!mayAsk(scope, asked)) throw notFound('This student');
      return of({ ...asked, studentId: scope.personId });
    case 'school':
    case 'departments':
      return of(asked);
  }
}

/** Students ask for themselves alone: that a lesson is found by another would tell who is in it. */
function mayAsk(scope: CallerScope, { studentId }: BookingFilters): boolean {
  return scope.kind !== 'self' || studentId === undefined || studentId === scope.personId;
}

function matches(
  row: BookingRow,
  { teacherId, studentId, vehicleId, status }: BookingFilters,
): boolean {
  return (
    (teacherId === undefined || row.teacherId === teacherId) &&
    (vehicleId === undefined || row.vehicleId === vehicleId) &&
    (studentId === undefined || row.students.some((part) => part.studentId === studentId)) &&
    (status === undefined || row.state.status === status)
  );
}

type Span = { from: Instant; to: Instant };
type Found = { rows: BookingRow[]; last?: Record<string, unknown> };

async function readCalendar(
  { store, now }: Context,
  schoolId: string,
  { from, to }: Span,
  start: Record<string, unknown> | undefined,
  limit: number,
  matching: (row: BookingRow) => boolean,
): Promise<Found> {
  const query = {
    params: () => ({
      IndexName: BY_SCHOOL_AND_TIME.name,
      KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :from AND :to',
      ExpressionAttributeNames: { '#pk': BY_SCHOOL_AND_TIME.pk, '#sk': BY_SCHOOL_AND_TIME.sk },
      // `<startsAt>#<id>`: a booking at `to` itself sorts behind the bare moment, so it is left out.
      ExpressionAttributeValues: { ':pk': `${schoolId}#calendar`, ':from': from, ':to': to },
    }),
  };
  const rows: BookingRow[] = [];
  let after = start;
  for (let read = 0; read < READ_AT_MOST; read += limit + 1) {
    const page = await store.page(bookingEntity, query, {
      limit: limit + 1,
      ...(after && { after }),
    });
    for (const stored of page.items) {
      const row = asOf(stored, now());
      if (!matching(row)) continue;
      if (rows.length === limit) return { rows, ...(after && { last: after }) };
      rows.push(row);
      after = positionOf(row);
    }
    after = page.lastKey;
    if (!after) return { rows };
  }
  return { rows, ...(after && { last: after }) };
}

async function readResource(
  context: Context,
  schoolId: string,
  resourceId: string,
  { from, to }: Span,
  start: Record<string, unknown> | undefined,
  limit: number,
  matching: (row: BookingRow) => boolean,
): Promise<Found> {
  // A booking is in the row of the day on which it begins, whatever its other days.
  const days = await readAgenda(context, schoolId, resourceId, from.slice(0, 10), to.slice(0, 10));
  const position = (startsAt: string, bookingId: string) => `${startsAt}#${bookingId}`;
  const found = new Map<string, { at: string; st: string }>();
  for (const { day, entries } of days) {
    for (const [bookingId, entry] of Object.entries(entries)) {
      const { st } = entry;
      const at = instant(timesOf(day, entry).from);
      // Who left and came back has an old entry where the booking was then, and a live one where it is.
      const known = found.get(bookingId);
      if (!known || (known.st === 'c' && st !== 'c'))
        found.set(bookingId, { at: position(at, bookingId), st });
    }
  }
  const afterPosition = String(start?.after ?? '');
  const inOrder = [...found.entries()]
    .map(([bookingId, { at }]) => [bookingId, at] as const)
    .filter(([, at]) => at >= from && at < to && at > afterPosition)
    .sort(([, a], [, b]) => (a < b ? -1 : 1));
  const rows: BookingRow[] = [];
  const step = Math.max(limit, 25);
  for (let i = 0; i < inOrder.length; i += step) {
    const slice = inOrder.slice(i, i + step);
    const read = await context.store.getAll(
      ...slice.map(
        ([bookingId]) => [bookingEntity, bookingEntity.get({ schoolId, bookingId })] as const,
      ),
    );
    for (const [j, stored] of read.entries()) {
      const row = stored && asOf(stored, context.now());
      // Who left before it was moved has an entry where it was then.
      if (!row || row.startsAt < from || row.startsAt >= to || !matching(row)) continue;
      rows.push(row);
      if (rows.length === limit) {
        const more = i + j + 1 < inOrder.length;
        return { rows, ...(more && { last: { after: slice[j]?.[1] } }) };
      }
    }
  }
  return { rows };
}

function positionOf(row: BookingRow): Record<string, unknown> {
  const { schoolId, bookingId, startsAt } = row;
  const key = bookingEntity.get({ schoolId, bookingId }).params() as {
    Key: Record<string, unknown>;
  };
  return {
    ...key.Key,
    [KEYS.bookingsByStart.pk.field]: `${schoolId}#calendar`,
    [KEYS.bookingsByStart.sk.field]: `${startsAt}#${bookingId}`,
  };
}
