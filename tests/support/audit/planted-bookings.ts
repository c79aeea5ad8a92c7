import type { Row } from '../../../domain/store/port.ts';
import { type Planted, type Sample, set, unset } from './sample.ts';

const inState =
  (...statuses: string[]) =>
  (row: Row) =>
    statuses.includes((row.state as Row).status as string);
const entries = (row: Row) => row.e as Record<string, Row>;

/** Lets one booking begin when another does, in every row that says so. */
function onTopOf({ of, one }: Sample, minutes: number): void {
  const target = one('booking', inState('confirmed'));
  const other = of('booking').find((row) => inState('confirmed')(row) && row !== target) as Row;
  other.startsAt = new Date(Date.parse(String(target.endsAt)) + minutes * 60_000).toISOString();
  other.endsAt = new Date(Date.parse(String(other.startsAt)) + 2_700_000).toISOString();
}

/** The agenda day that holds an entry of a booking in one of these states. */
function dayOf({ of }: Sample, ...statuses: string[]): { entry: Row; row: Row; id: string } {
  for (const booking of of('booking').filter(inState(...statuses))) {
    const id = String(booking.bookingId);
    const row = of('agenda').find((day) => entries(day)[id]);
    if (row) return { entry: entries(row)[id] as Row, row, id };
  }
  throw new Error(`no entry of a booking that is ${statuses}`);
}

/** Planted violations of what holds of bookings and agendas. */
export const plantedBookings: Planted = {
  'no two live bookings share a teacher, vehicle or student at any instant': [
    (sample) => onTopOf(sample, -1),
    (sample) => {
      const draft = sample.one('booking', inState('draft'));
      const { startsAt, endsAt } = sample.one('booking', inState('completed'));
      set(draft, { startsAt, endsAt });
    },
    (sample) => {
      // the same student alone
      const { startsAt, endsAt } = sample.one('booking', inState('completed'));
      set(sample.one('booking', inState('confirmed')), {
        ...{ startsAt, endsAt, teacherId: 'per_other', vehicleId: 'veh_other' },
      });
    },
  ],
  'between two live bookings of one resource lies the larger of their buffers': [
    (sample) => onTopOf(sample, 14),
    (sample) => set(sample.one('booking', inState('completed')), { bufferMinutes: 16 }),
  ],
  'every live booking is in the agenda of everybody in it, on each of its days, as it is': [
    (sample) => {
      const { row, id } = dayOf(sample, 'confirmed');
      delete entries(row)[id];
    },
    (sample) => set(dayOf(sample, 'completed').entry, { s: 1 }),
    (sample) => set(dayOf(sample, 'confirmed').entry, { b: 0 }),
    (sample) => set(dayOf(sample, 'confirmed').entry, { st: 'c' }),
    (sample) => set(dayOf(sample, 'draft').entry, { u: '2030-01-01T00:00:00.000Z' }),
    (sample) => sample.drop(dayOf(sample, 'no_show').row),
  ],
  'an agenda holds no entry without its booking, and none that blocks but those of live ones': [
    (sample) => {
      const { row, entry } = dayOf(sample, 'confirmed');
      entries(row).bkg_gone = { ...entry };
    },
    (sample) => set(dayOf(sample, 'cancelled').entry, { st: 'l' }),
    (sample) => {
      const { row, id, entry } = dayOf(sample, 'confirmed');
      sample.rows.push({
        ...{ ...row, sk: '2026-12-24', day: '2026-12-24' },
        e: { [id]: { ...entry } },
      });
    },
    (sample) => set(sample.one('booking', inState('confirmed')), { teacherId: 'per_other' }),
  ],
  'who left a booking, and everybody in a cancelled one, keeps an entry that blocks nothing': [
    (sample) => {
      const { row, id } = dayOf(sample, 'cancelled');
      delete entries(row)[id];
    },
    ({ one }) => {
      const booking = one('booking', inState('confirmed'));
      (booking.students as Row[]).push({ studentId: 'per_who_left', status: 'cancelled' });
    },
  ],
  'a day of an agenda has a version, and entries that touch that day': [
    ({ one }) => unset(one('agenda'), 'v'),
    ({ one }) => set(one('agenda'), { v: 0 }),
    (sample) => set(dayOf(sample, 'confirmed').entry, { s: 1455, e: 1500 }),
    (sample) => set(dayOf(sample, 'confirmed').entry, { s: -60, e: -15 }),
    (sample) => set(dayOf(sample, 'cancelled').entry, { st: 'x' }),
    (sample) => unset(dayOf(sample, 'draft').entry, 'u'),
  ],
  'nobody is a student of a lesson that they teach': [
    ({ one }) => {
      const { students, ...booking } = one('booking', inState('confirmed')) as { students: Row[] };
      set(students[0] as Row, { studentId: (booking as Row).teacherId });
    },
    ({ one }) => {
      const { state, students } = one('booking', inState('completed')) as Record<string, Row>;
      set(state?.taught as Row, { taughtBy: (students as unknown as Row[])[0]?.studentId });
    },
  ],
  'a booking stands as its state says: times, hold, capacity, students': [
    ({ one }) => set(one('booking').state as Row, { status: 'lost' }),
    ({ one }) => set(one('booking'), { endsAt: one('booking').startsAt }),
    ({ one }) => unset(one('booking', inState('draft')).state as Row, 'heldUntil'),
    ({ one }) => unset(one('booking', inState('completed')).state as Row, 'taught'),
    ({ one }) => set(one('booking', inState('completed')).terms as Row, { capacity: 1 }),
    ({ one }) => {
      const { students } = one('booking', inState('confirmed')) as { students: Row[] };
      students.push({ ...students[0] });
    },
    ({ one }) => {
      const { students } = one('booking', inState('cancelled')) as { students: Row[] };
      set(students[0] as Row, { status: 'booked' });
    },
    ({ one }) => {
      const { students } = one('booking', inState('no_show')) as { students: Row[] };
      set(students[0] as Row, { status: 'attended' });
    },
    ({ one }) => {
      const { students } = one('booking', inState('completed')) as { students: Row[] };
      for (const student of students) set(student, { status: 'no_show' });
    },
  ],
  'a fee is owed only for a late leave on behalf of a student or a no-show, at the agreed price': [
    ({ of }) => {
      const fees = of('booking').flatMap((row) => row.fees as Row[]);
      set(fees[0] as Row, { amount: { amount: 1, currency: 'DKK' } });
    },
    ({ of }) => {
      const fees = of('booking').flatMap((row) => row.fees as Row[]);
      set(fees[0] as Row, { studentId: 'per_other' });
    },
    ({ of }) => {
      const row = of('booking').find(({ fees }) => (fees as Row[]).length > 0) as Row;
      (row.fees as Row[]).push({ ...(row.fees as Row[])[0] });
    },
    ({ of, one }) => {
      const fee = of('booking').flatMap((row) => row.fees as Row[])[0] as Row;
      const { fees, students } = one('booking', inState('cancelled')) as Record<string, Row[]>;
      const { studentId } = (students as Row[])[0] as Row;
      (fees as Row[]).push({
        ...fee,
        studentId,
        reason: 'late_cancellation',
        amount: { amount: 30_000, currency: 'DKK' },
      });
    },
    ({ of }) => {
      const fees = of('booking').flatMap((row) => row.fees as Row[]);
      set(fees[0] as Row, { waived: { reason: '', by: 'x', at: 'y' } });
    },
  ],
  'a booking costs what was agreed, by the minutes it lasts': [
    ({ one }) => set(one('booking'), { price: Number(one('booking').price) + 1 }),
    ({ one }) => unset(one('booking'), 'vatRate'),
  ],
  'a booking remembers its history, in order, from its creation on': [
    ({ one }) => set(one('booking'), { history: [] }),
    ({ one }) => (one('booking').history as Row[]).reverse(),
    ({ one }) => set(one('booking'), { createdAt: '2026-11-23T07:00:00.000Z' }),
    ({ one }) => unset((one('booking').history as Row[])[0] as Row, 'by'),
  ],
  'a booking is due when its hold ends or whole hours before it begins, and else never': [
    ({ one }) => set(one('booking', inState('cancelled')), { dueAt: '2026-11-24T08:00:00.000Z' }),
    ({ one }) => unset(one('booking', inState('draft')), 'dueAt'),
    ({ one }) =>
      set(
        one('booking', (row) => inState('confirmed')(row) && row.dueAt !== undefined),
        { dueAt: '2026-11-24T08:00:01.000Z' },
      ),
    ({ one }) => {
      const row = one('booking', inState('confirmed'));
      row.dueAt = row.startsAt;
    },
  ],
};
