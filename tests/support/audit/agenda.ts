import type { Row } from '../../../domain/store/port.ts';
import {
  BLOCKING,
  blocksAt,
  bookingOf,
  partsOf,
  resourcesOf,
  type StoredBooking,
  type StoredEntry,
} from './booking-rows.ts';
import { type Invariant, named, type Table, text } from './invariant.ts';

/** What one entry of an agenda says, with where it stands. */
type Found = { row: Row; bookingId: string; entry: StoredEntry; booking: Row | undefined };

function* entriesOf({ of, at }: Table): Generator<Found> {
  for (const row of of('agenda')) {
    for (const [bookingId, entry] of Object.entries((row.e ?? {}) as Record<string, StoredEntry>)) {
      yield { row, bookingId, entry, booking: at(`${row.schoolId}#bkg#${bookingId}`, 'booking') };
    }
  }
}

export const agendaInvariants: Invariant[] = [
  {
    name: 'every live booking is in the agenda of everybody in it, on each of its days, as it is',
    *check(table, { now }) {
      for (const row of table.of('booking')) {
        const booking = bookingOf(row);
        // A hold that has run out may have been dropped by whoever rewrote the day.
        if (!blocksAt(booking.state, now)) continue;
        for (const id of resourcesOf(booking)) {
          for (const [day, part] of partsOf(booking)) {
            const agenda = table.at(`${booking.schoolId}#agenda#${id}`, day);
            const entry = ((agenda?.e ?? {}) as Record<string, StoredEntry>)[booking.bookingId];
            if (!entry) yield `${named(row)} is not in the agenda of ${id} on ${day}`;
            else if (!agrees(entry, part, booking))
              yield `${named(row)} is in the agenda of ${id} on ${day} as ${JSON.stringify(entry)}`;
          }
        }
      }
    },
  },
  {
    name: 'an agenda holds no entry without its booking, and none that blocks but those of live ones',
    *check(table) {
      for (const { row, bookingId, entry, booking } of entriesOf(table)) {
        if (!booking) {
          yield `${named(row)} holds ${bookingId}, which is not there`;
          continue;
        }
        const stored = bookingOf(booking);
        const { state } = stored;
        const takesPart = resourcesOf(stored).includes(text(row.resourceId));
        const part = partsOf(stored).get(text(row.day));
        if (entry.st === 'c') continue;
        const expected =
          state.status === 'draft' ? 'h' : BLOCKING.includes(state.status) ? 'l' : 'c';
        if (!takesPart || !part || entry.st !== expected || !agrees(entry, part, stored))
          yield `${named(row)} holds ${bookingId} as ${JSON.stringify(entry)}; it is ${state.status}`;
      }
    },
  },
  {
    name: 'who left a booking, and everybody in a cancelled one, keeps an entry that blocks nothing',
    *check(table) {
      const kept = new Set<string>();
      for (const { row, bookingId, entry } of entriesOf(table))
        if (entry.st === 'c') kept.add(`${row.schoolId} ${row.resourceId} ${bookingId}`);
      for (const row of table.of('booking')) {
        const booking = bookingOf(row);
        const { state, students, schoolId, bookingId, teacherId, vehicleId } = booking;
        const left = students
          .filter(({ status }) => status === 'cancelled')
          .map(({ studentId }) => studentId);
        const gone =
          state.status === 'cancelled'
            ? [teacherId, ...(vehicleId ? [vehicleId] : []), ...left]
            : left;
        for (const id of gone) {
          if (!kept.has(`${schoolId} ${id} ${bookingId}`))
            yield `${named(row)} is nowhere in the agenda of ${id}, who was in it`;
        }
      }
    },
  },
  {
    name: 'a day of an agenda has a version, and entries that touch that day',
    *check(table) {
      for (const row of table.of('agenda')) {
        if (!Number.isInteger(row.v) || Number(row.v) < 1)
          yield `${named(row)} has version ${row.v}`;
      }
      for (const { row, bookingId, entry } of entriesOf(table)) {
        const { s, e, b, st, u } = entry;
        const lies = s < e && b >= 0 && s - b < 1440 && e + b > 0;
        if (!lies || !['l', 'h', 'c'].includes(st) || (st === 'h') !== (u !== undefined))
          yield `${named(row)} holds ${bookingId} as ${JSON.stringify(entry)}`;
      }
    },
  },
];

function agrees(
  entry: StoredEntry,
  part: { s: number; e: number },
  { state, bufferMinutes }: StoredBooking,
): boolean {
  const st = state.status === 'draft' ? 'h' : 'l';
  return (
    entry.s === part.s &&
    entry.e === part.e &&
    entry.b === bufferMinutes &&
    entry.st === st &&
    entry.u === state.heldUntil
  );
}
