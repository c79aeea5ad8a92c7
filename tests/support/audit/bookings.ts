import type { Row } from '../../../domain/store/port.ts';
import { agendaInvariants } from './agenda.ts';
import { BLOCKING, blocksAt, bookingOf, resourcesOf, type StoredBooking } from './booking-rows.ts';
import { type Invariant, named, type Table, text } from './invariant.ts';

const STATUSES = ['draft', ...BLOCKING, 'cancelled'];
const LONGEST_GAP = 120 * 60_000;

export const bookingInvariants: Invariant[] = [
  {
    name: 'no two live bookings share a teacher, vehicle or student at any instant',
    *check(table, { now }) {
      for (const [resource, a, b] of neighbours(table, now)) {
        if (Date.parse(b.startsAt) < Date.parse(a.endsAt))
          yield `${resource} is in ${a.bookingId} until ${a.endsAt} and in ${b.bookingId} from ${b.startsAt}`;
      }
    },
  },
  {
    name: 'between two live bookings of one resource lies the larger of their buffers',
    *check(table, { now }) {
      for (const [resource, a, b] of neighbours(table, now)) {
        const gap = (Date.parse(b.startsAt) - Date.parse(a.endsAt)) / 60_000;
        const asked = Math.max(a.bufferMinutes, b.bufferMinutes);
        if (gap < asked)
          yield `${resource} has ${gap} of ${asked} minutes between ${a.bookingId} and ${b.bookingId}`;
      }
    },
  },
  ...agendaInvariants,
  {
    name: 'a booking stands as its state says: times, hold, capacity, students',
    *check({ of }) {
      for (const row of of('booking')) {
        const { state, students, terms, startsAt, endsAt } = bookingOf(row);
        if (!STATUSES.includes(state.status)) yield `${named(row)} is ${state.status}`;
        if (!(startsAt < endsAt)) yield `${named(row)} runs from ${startsAt} to ${endsAt}`;
        if ((state.heldUntil !== undefined) !== (state.status === 'draft'))
          yield `${named(row)} is ${state.status} and held until ${state.heldUntil}`;
        if ((state.taught !== undefined) !== ['completed', 'no_show'].includes(state.status))
          yield `${named(row)} is ${state.status} and taught ${JSON.stringify(state.taught)}`;
        const booked = students.filter(({ status }) => status !== 'cancelled');
        if (booked.length > terms.capacity)
          yield `${named(row)} holds ${booked.length} students of ${terms.capacity}`;
        if (new Set(students.map(({ studentId }) => studentId)).size < students.length)
          yield `${named(row)} names a student twice`;
        const lawful = lawfulParts(state.status);
        const odd = students.find(({ status }) => !lawful.includes(status));
        if (odd) yield `${named(row)} is ${state.status}; ${odd.studentId} is ${odd.status} in it`;
        const came = students.some(({ status }) => status === 'attended');
        if (state.status === 'no_show' ? came || booked.length === 0 : false)
          yield `${named(row)} is a no-show to which somebody came, or that nobody was in`;
        if (state.status === 'completed' && booked.length > 0 && !came)
          yield `${named(row)} is completed and nobody came`;
      }
    },
  },
  {
    name: 'nobody is a student of a lesson that they teach',
    *check({ of }) {
      for (const row of of('booking')) {
        const { state, students, teacherId } = bookingOf(row);
        const teacher = state.taught?.taughtBy ?? teacherId;
        const pupil = students.find(
          ({ studentId, status }) => studentId === teacher && status !== 'cancelled',
        );
        if (pupil) yield `${named(row)} is taught by ${teacher}, a student of it`;
      }
    },
  },
  {
    name: 'a fee is owed only for a late leave on behalf of a student or a no-show, at the agreed price',
    *check({ of }) {
      for (const row of of('booking')) {
        const { fees, students, terms, history, state } = bookingOf(row);
        for (const fee of fees) {
          const part = students.find(({ studentId }) => studentId === fee.studentId);
          const own = fees.filter(
            ({ studentId, reason }) => studentId === fee.studentId && reason === fee.reason,
          );
          const agreed = fee.reason === 'no_show' ? terms.noShowFee : terms.lateFee;
          if (!part) yield `${named(row)} has a fee of ${fee.studentId}, who is not in it`;
          if (
            !agreed ||
            agreed.amount !== fee.amount.amount ||
            agreed.currency !== fee.amount.currency
          )
            yield `${named(row)} has a fee of ${fee.amount.amount} that was not agreed`;
          if (fee.waived && !(fee.waived.reason && fee.waived.by && fee.waived.at))
            yield `${named(row)} has a fee waived without a word`;
          if (fee.reason === 'no_show' && (part?.status !== 'no_show' || own.length > 1))
            yield `${named(row)} has ${own.length} no-show fees of ${fee.studentId}, who is ${part?.status}`;
          if (fee.reason === 'late_cancellation' && history.length < 100) {
            const left = history.filter(({ what, to }) => {
              const { onBehalfOf, studentIds } = (to ?? {}) as Row;
              return (
                ['cancelled', 'student_cancelled'].includes(what) &&
                onBehalfOf === 'student' &&
                (studentIds as string[]).includes(fee.studentId)
              );
            });
            if (left.length < own.length)
              yield `${named(row)} has ${own.length} late fees of ${fee.studentId}, who left ${left.length} times (${state.status})`;
          }
        }
      }
    },
  },
  {
    name: 'a booking costs what was agreed, by the minutes it lasts',
    *check({ of }) {
      for (const row of of('booking')) {
        const { startsAt, endsAt, terms, price, vatRate } = bookingOf(row);
        const minutes = (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;
        const agreed = Math.floor((terms.price.amount * minutes) / terms.minutes + 0.5);
        if (price !== agreed || !(vatRate >= 0))
          yield `${named(row)} costs ${price} at ${vatRate} %; ${minutes} minutes are ${agreed}`;
      }
    },
  },
  {
    name: 'a booking remembers its history, in order, from its creation on',
    *check({ of }) {
      for (const row of of('booking')) {
        const { history, createdAt } = bookingOf(row);
        if (history[0]?.what !== 'created' || history[0].at !== createdAt)
          yield `${named(row)} does not remember its creation`;
        const inOrder = history.every(({ at }, i) => i === 0 || text(history[i - 1]?.at) <= at);
        if (!inOrder || history.some(({ at, by, what }) => !at || !by || !what))
          yield `${named(row)} has a history that is out of order or says not who`;
      }
    },
  },
  {
    name: 'a booking is due when its hold ends or whole hours before it begins, and else never',
    *check({ of }) {
      for (const row of of('booking')) {
        const { state, startsAt } = bookingOf(row);
        const dueAt = row.dueAt === undefined ? undefined : text(row.dueAt);
        if (!isDueRightly(state, startsAt, dueAt))
          yield `${named(row)} is ${state.status}, begins ${startsAt} and is due ${dueAt}`;
      }
    },
  },
];

function lawfulParts(status: string): string[] {
  switch (status) {
    case 'cancelled':
      return ['cancelled'];
    case 'completed':
    case 'no_show':
      return ['attended', 'no_show', 'cancelled'];
    default:
      return ['booked', 'cancelled'];
  }
}

function isDueRightly(
  state: StoredBooking['state'],
  startsAt: string,
  dueAt: string | undefined,
): boolean {
  if (state.status === 'draft') return dueAt === state.heldUntil;
  if (dueAt === undefined) return true;
  const before = Date.parse(startsAt) - Date.parse(dueAt);
  return state.status === 'confirmed' && before > 0 && before % 3_600_000 === 0;
}

/** Pairs of live bookings of one resource that begin closer together than any buffer reaches. */
function* neighbours(
  { of }: Table,
  now: string | undefined,
): Generator<[string, StoredBooking, StoredBooking]> {
  const live = of('booking')
    .map(bookingOf)
    .filter(({ state }) => blocksAt(state, now))
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  const byResource = new Map<string, StoredBooking[]>();
  for (const booking of live) {
    for (const id of resourcesOf(booking)) {
      const key = `${booking.schoolId} ${id}`;
      byResource.set(key, [...(byResource.get(key) ?? []), booking]);
    }
  }
  for (const [key, bookings] of byResource) {
    for (const [i, a] of bookings.entries()) {
      for (const b of bookings.slice(i + 1)) {
        if (Date.parse(b.startsAt) >= Date.parse(a.endsAt) + LONGEST_GAP) break;
        yield [key.split(' ')[1] as string, a, b];
      }
    }
  }
}
