import { planPayment } from '../domain/finance/plan-payment.ts';
import { pageInvoices, pageLedger, readBalance } from '../domain/finance/read-finance.ts';
import { listNotifications } from '../domain/notifications/list-notifications.ts';
import { notificationEntity } from '../domain/notifications/notification.entity.ts';
import { listStudents } from '../domain/people/list-students.ts';
import { membershipEntity } from '../domain/people/membership.entity.ts';
import { readStudent } from '../domain/people/read-student.ts';
import { type BookingRow, bookingEntity } from '../domain/scheduling/booking.entity.ts';
import { dueBookings } from '../domain/scheduling/due-bookings.ts';
import { findFreeSlots } from '../domain/scheduling/find-free-slots.ts';
import { listBookings } from '../domain/scheduling/list-bookings.ts';
import type { PersonId } from '../domain/shared/ids.ts';
import { instant, MINUTE, plusMilliseconds } from '../domain/shared/instant.ts';
import { newId } from '../domain/shared/new-id.ts';
import { dueAt } from '../domain/store/due.ts';
import type { TransactItem } from '../domain/store/port.ts';
import { createStore } from '../domain/store/store.ts';
import { sweepDue } from '../domain/store/sweep-due.ts';
import { create } from '../domain/store/write.ts';
import {
  type BookingCast,
  plantCast,
  SCHOOL_WIDE,
  studentRow,
} from '../tests/support/booking-cast.ts';
import { bookingDesk } from '../tests/support/booking-stage.ts';
import { countingPort, meteredPort } from '../tests/support/counting.ts';
import { CAR, learningDesk } from '../tests/support/learning-stage.ts';
import { type Random, seededRandom } from '../tests/support/random.ts';
import { TEST_NOW, testContext } from '../tests/support/store-world.ts';
import { createTwin } from '../tests/support/twin.ts';

/**
 * What each question costs in a school with 1,000, 10,000 and 100,000 bookings ahead, a student for
 * every twenty of them and a message for every tenth: requests, rows read, and read units by the sizes
 * of those rows (4 KB each, half of it from an index). One teacher's week holds twenty lessons whatever
 * the size of the school; the student asked about has taught lessons, and a longer ledger each time.
 *
 *     npm run bench:growth -- [<largest, default 100,000>] [<seed, default 1>]
 *
 * On the in-memory twin, which pages and indexes as the table does. Ends with 1 when requests or rows
 * of any question grow.
 */
const [largest = 100_000, seed = 1] = process.argv.slice(2).map(Number);
const HALF_A_YEAR_MINUTES = 180 * 24 * 60;
const WEEK = { from: instant('2026-11-30T00:00:00Z'), to: instant('2026-12-07T00:00:00Z') };

type Cost = { requests: number; rows: number; units: number };

const costs = new Map<string, Cost[]>();
const sizes = [largest / 100, largest / 10, largest];
for (const count of sizes) {
  for (const [question, cost] of await costsAmong(count)) {
    costs.set(question, [...(costs.get(question) ?? []), cost]);
  }
}
const head = sizes.map((count) => count.toLocaleString('en').padStart(20)).join('');
console.log(`${'requests / rows / read units among bookings'.padEnd(46)}${head}`);
let grown = false;
for (const [question, measured] of costs) {
  const flat = new Set(measured.map(({ requests, rows }) => `${requests} ${rows}`)).size === 1;
  grown ||= !flat;
  const cells = measured.map(({ requests, rows, units }) =>
    `${requests} / ${rows} / ${units}`.padStart(20),
  );
  console.log(question.padEnd(46) + cells.join('') + (flat ? '' : '  GROWS'));
}
console.log(grown ? 'NOT FLAT' : 'flat');
process.exitCode = grown ? 1 : 0;

async function costsAmong(count: number): Promise<[string, Cost][]> {
  const random = seededRandom(seed);
  const twin = createTwin();
  const { port: metered, take: takeUnits } = meteredPort(twin);
  const { port, take } = countingPort(metered);
  let now = TEST_NOW;
  const context = testContext(createStore({ port }), { now: () => now });
  const cast = await plantCast(context, {
    students: 30,
    settings: { booking: { maxActive: 500 } },
  });
  const { school, students, teachers, types } = cast;
  const { schoolId } = school;
  const [studentId, teacherId] = [students[0] as PersonId, teachers[0] as PersonId];

  // the student's own past: three lessons taught and signed
  const learning = learningDesk(context, cast);
  for (const [nth, startsAt] of ['2026-11-24', '2026-11-25', '2026-11-26'].entries()) {
    const { id } = await learning.plan({ startsAt: `${startsAt}T0${6 + nth}:00:00Z` });
    now = instant(`${startsAt}T12:00:00Z`);
    await learning.complete(id, { attendance: [{ studentId, status: 'attended' }] });
    if (nth === 0) await learning.bothSign(id, CAR);
  }
  const desk = bookingDesk(context, cast);
  let sample: { id: string } | undefined;
  for (let i = 0; i < 20; i++) {
    const startsAt = `2026-12-0${1 + (i % 5)}T${10 + Math.floor(i / 5)}:00:00Z`;
    sample = await desk.book({ startsAt, studentIds: [students[1 + i] as string] });
  }
  for (let paid = 0; paid < 30 + count / 100; paid++) {
    const payment = {
      ...{ paymentId: newId('pay'), studentId, amount: 100, method: 'cash' as const },
      ...{ receivedAt: now, recordedBy: 'bench', allocations: 'oldest_first' as const },
    };
    await context.store.transact(context, async () => ({
      ...(await planPayment(context, school, payment)),
      result: null,
    }));
  }
  const key = { schoolId, bookingId: sample?.id ?? '' };
  const booking = (await context.store.get(bookingEntity, bookingEntity.get(key))) as BookingRow;
  await plant(count, (nth) => plantedBooking(booking, cast, random, nth));
  await plant(count / 20, (nth) => plantedStudent(context, schoolId, nth));
  await plant(count / 10, (nth) => plantedMessage(schoolId, studentId, nth));

  const sweeper = { ...context, actor: { kind: 'system' as const, name: 'sweep' } };
  await sweepDue(sweeper, [dueBookings]);
  const page = { limit: 25 };
  const student = await readStudent(context.store, schoolId, studentId, SCHOOL_WIDE);
  const questions: [string, () => Promise<unknown>][] = [
    [
      'a teacher’s week',
      () => listBookings(context, schoolId, SCHOOL_WIDE, { ...WEEK, teacherId, limit: 100 }),
    ],
    [
      'a student’s week',
      () =>
        listBookings(context, schoolId, SCHOOL_WIDE, {
          ...{ ...WEEK, studentId: students[1] as PersonId, limit: 100 },
        }),
    ],
    ['bookings of the school, a page', () => listBookings(context, schoolId, SCHOOL_WIDE, page)],
    [
      'free slots of a teacher’s week',
      () =>
        findFreeSlots(context, school, SCHOOL_WIDE, {
          ...{ teacherId, bookingTypeId: types.road, from: '2026-12-01', to: '2026-12-07' },
        }),
    ],
    ['students, a page', () => listStudents(context, schoolId, SCHOOL_WIDE, page)],
    ['a student', () => readStudent(context.store, schoolId, studentId, SCHOOL_WIDE)],
    ['progress', () => learning.progress(student.personId)],
    ['balance', () => readBalance(context.store, schoolId, studentId)],
    ['statement, a page', () => pageLedger(context.store, schoolId, studentId, page)],
    ['invoices of a student, a page', () => pageInvoices(context.store, schoolId, studentId, page)],
    ['messages, a page', () => listNotifications(context, schoolId, SCHOOL_WIDE, page)],
    ['a sweep', () => sweepDue(sweeper, [dueBookings])],
  ];
  const measured: [string, Cost][] = [];
  for (const [question, ask] of questions) {
    take();
    takeUnits();
    await ask();
    const { batchGets, queries, keys, rows } = take();
    measured.push([
      question,
      { requests: batchGets + queries, rows: keys + rows, units: takeUnits() },
    ]);
  }
  return measured;

  async function plant(many: number, row: (nth: number) => TransactItem): Promise<void> {
    for (let first = 0; first < many; first += 100) {
      const items = Array.from({ length: Math.min(100, many - first) }, (_, i) => row(first + i));
      await twin.transactWrite(items, newId('evt'));
    }
  }
}

/** Somebody else's lesson, at any time of the half year after the asked week. */
function plantedBooking(sample: BookingRow, cast: BookingCast, random: Random, nth: number) {
  const bookingId = newId('bkg');
  const startsAt = plusMilliseconds(WEEK.to, random.int(HALF_A_YEAR_MINUTES) * MINUTE);
  const reminder = dueAt(plusMilliseconds(startsAt, -24 * 60 * MINUTE), bookingId);
  const row = {
    ...{ ...sample, bookingId, startsAt, endsAt: plusMilliseconds(startsAt, 45 * MINUTE) },
    ...{ teacherId: cast.teachers[1] as string, ...reminder, version: 1, notes: `lesson ${nth}` },
  };
  return create(bookingEntity.create(row));
}

function plantedStudent(context: Parameters<typeof studentRow>[0], schoolId: string, nth: number) {
  return create(membershipEntity.create(studentRow(context, schoolId, `Student ${nth}`)));
}

function plantedMessage(schoolId: string, personId: string, nth: number) {
  const createdAt = plusMilliseconds(TEST_NOW, nth * MINUTE);
  return create(
    notificationEntity.create({
      ...{ owner: schoolId, notificationId: newId('ntf'), schoolId, personId },
      ...{ eventId: newId('evt'), kind: 'booking_confirmed', channel: 'email', about: {} },
      ...{ status: 'sent', attempts: 1, correlationId: 'bench', createdAt, version: 1 },
    }),
  );
}
