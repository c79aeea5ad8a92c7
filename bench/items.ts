import { pageLedger, readBalance } from '../domain/finance/read-finance.ts';
import { recordPayment } from '../domain/finance/record-payment.ts';
import { carryOutRegistration } from '../domain/people/carry-out-registration.ts';
import { enrolStudent } from '../domain/people/enrol-student.ts';
import { receiveRegistration } from '../domain/people/receive-registration.ts';
import { findFreeSlots } from '../domain/scheduling/find-free-slots.ts';
import { listBookings } from '../domain/scheduling/list-bookings.ts';
import { createService } from '../domain/schools/change-services.ts';
import { createSchool } from '../domain/schools/create-school.ts';
import { readSchool } from '../domain/schools/read-schools.ts';
import type { PersonId } from '../domain/shared/ids.ts';
import { instant } from '../domain/shared/instant.ts';
import { createDynamoPort } from '../domain/store/dynamo-port.ts';
import { createStore } from '../domain/store/store.ts';
import { startTestDynamoDb } from '../local/parts/dynamodb.ts';
import { plantCast, SCHOOL_WIDE } from '../tests/support/booking-cast.ts';
import { bookingDesk } from '../tests/support/booking-stage.ts';
import { countingPort, meterCapacity } from '../tests/support/counting.ts';
import { createTestTable } from '../tests/support/dynamo.ts';
import { CAR, learningDesk } from '../tests/support/learning-stage.ts';
import { registrationForm } from '../tests/support/sample-school.ts';
import { idempotencyScope, TEST_NOW, testContext } from '../tests/support/store-world.ts';

/**
 * What each operation writes and reads, counted at the port, beside the least that would do. Write
 * units are those of the table by the sizes of the rows (two for each KB begun, and two for a check);
 * read units are what DynamoDB Local says it consumed, whose word on transactions is of no use.
 *
 *     npm run bench:items
 *
 * Ends with 1 when an operation writes more than the least and one, or a calendar week, progress,
 * balance or statement takes more than three requests.
 *
 * `written` are rows put or deleted, `checked` rows only checked. What the edge reads of every request (membership and school) is not in it.
 */
const MOST_READS = 3;
const week = { from: instant('2026-11-30T00:00:00Z'), to: instant('2026-12-07T00:00:00Z') };
const day = { from: instant('2026-12-01T00:00:00Z'), to: instant('2026-12-02T00:00:00Z') };

const { stop } = await startTestDynamoDb();
try {
  await report();
} finally {
  await stop();
}

/** The number that `least` begins with is what must be written; a bound is said where reads have one. */
type Line = [name: string, least: string, run: () => Promise<unknown>, mostReads?: number];

async function report(): Promise<void> {
  const { client, tableName } = await createTestTable('benchitems');
  const capacity = meterCapacity(client);
  const { port, take } = countingPort(createDynamoPort(client, tableName));
  let now = TEST_NOW;
  const context = testContext(createStore({ port }), { now: () => now });
  const cast = await plantCast(context, { students: 45 });
  const desk = bookingDesk(context, cast);
  const keyed = bookingDesk({ ...context, idempotency: idempotencyScope() }, cast);
  const learning = learningDesk(context, cast);
  const { schoolId } = cast.school;
  const [teacherId] = cast.teachers as [PersonId];
  const group = {
    bookingTypeId: cast.types.theory,
    vehicleId: undefined,
    studentIds: cast.students,
  };
  const ids: string[] = [];
  const booked = async (wish: Parameters<typeof desk.book>[0], from = desk) =>
    ids.push((await from.book(wish)).id);
  const attended = (count: number) => ({
    attendance: cast.students
      .slice(0, count)
      .map((studentId) => ({ studentId, status: 'attended' as const })),
  });
  const school = await realSchool(context);

  const lines: Line[] = [
    ['create, 1 student', '5: 3 agenda days, booking, event', () => booked({})],
    [
      'create, 1 student, with Idempotency-Key',
      '6: and the record of its answer',
      () => booked({ startsAt: '2026-12-01T11:00Z' }, keyed),
    ],
    [
      'create, 1 student, over UTC midnight',
      '8: 6 agenda days, booking, event',
      () => booked({ startsAt: '2026-12-01T23:30Z' }),
    ],
    [
      'create, 45 students',
      '48: 46 agenda days, booking, event',
      () => booked({ ...group, startsAt: '2026-12-02T10:00Z' }),
    ],
    [
      'create, 45 students, refused by a conflict',
      '0',
      () => desk.book({ ...group, startsAt: '2026-12-02T10:30Z' }).catch(() => 0),
    ],
    [
      'move, 1 student, same day',
      '5: 3 agenda days, booking, event',
      () => desk.move(ids[0] as string, { startsAt: '2026-12-01T12:00Z' }),
    ],
    [
      'move, 1 student, another day',
      '8: 6 agenda days, booking, event',
      () => desk.move(ids[0] as string, { startsAt: '2026-12-03T12:00Z' }),
    ],
    [
      'move, 45 students, another day',
      '94: 92 agenda days, booking, event',
      () => desk.move(ids[3] as string, { startsAt: '2026-12-04T10:00Z' }),
    ],
    ['cancel, 1 student', '5: 3 agenda days, booking, event', () => desk.cancel(ids[0] as string)],
    [
      'one of 45 leaves',
      '3: 1 agenda day, booking, event',
      () => desk.cancel(ids[3] as string, { studentId: cast.students[7], onBehalfOf: 'student' }),
    ],
    [
      'complete, 1 student',
      '4: booking, event, lesson, pause',
      async () => {
        now = instant('2026-12-01T12:00:00Z');
        await desk.complete(ids[1] as string, attended(1));
      },
    ],
    [
      'complete, 44 students',
      '90: booking, event, and two rows a student',
      async () => {
        now = instant('2026-12-04T13:00:00Z');
        await desk.complete(ids[3] as string, {
          attendance: cast.students
            .filter((_, i) => i !== 7)
            .map((studentId) => ({ studentId, status: 'attended' as const })),
        });
      },
    ],
    [
      'signature of the teacher',
      '5: entry, personal part, chain, lesson, event',
      () => learning.signs.teacher(ids[1] as string, CAR),
    ],
    [
      'signature of the student, which verifies the module',
      '6: and a second event',
      () => learning.signs.student(ids[1] as string, CAR),
    ],
    [
      'progress',
      '0; 3 reads: student, plan, lessons with theory tests',
      () => learning.progress(),
      MOST_READS,
    ],
    ['verification', '0; 4 reads: head, entries, personal parts, head', () => learning.verified()],
    [
      'week of a teacher',
      '0; 2 reads: agenda, bookings',
      () => listBookings(context, schoolId, SCHOOL_WIDE, { ...week, teacherId, limit: 100 }),
      MOST_READS,
    ],
    [
      'day of the school',
      '0; 1 read: calendar',
      () => listBookings(context, schoolId, SCHOOL_WIDE, { ...day, limit: 100 }),
    ],
    [
      'free slots of a week',
      '0; 2 reads: configuration, agenda',
      () =>
        findFreeSlots(context, cast.school, SCHOOL_WIDE, {
          teacherId,
          bookingTypeId: cast.types.road,
          from: '2026-12-01',
          to: '2026-12-07',
        }),
    ],
    [
      'enrolment with sign-up fee',
      '9: person, address, membership, invoice, counter, balance, ledger, 2 events',
      async () => {
        enrolled = (
          await enrolStudent(context, school, registrationForm({ email: 'x@example.dk' }))
        ).id;
      },
    ],
    [
      'registration received',
      '2: registration, event',
      async () => {
        registered = (
          await receiveRegistration(context, school, registrationForm({ email: 'y@example.dk' }))
        ).registrationId;
      },
    ],
    [
      'registration carried out',
      '6: registration, person, address, membership, invoice, event',
      () => carryOutRegistration(context, school, registered as never),
    ],
    [
      'payment in cash of an invoice',
      '6: payment, invoice, no longer among the open ones, balance, ledger, event',
      async () =>
        recordPayment(context, await readSchool(context.store, school), enrolled, {
          ...{ amount: { amount: 50_000, currency: 'DKK' }, method: 'cash' },
          receivedAt: context.now(),
        }),
    ],
    ['balance', '0; 1 read', () => readBalance(context.store, school, enrolled), MOST_READS],
    [
      'statement, a page',
      '0; 1 read',
      () => pageLedger(context.store, school, enrolled, { limit: 25 }),
      MOST_READS,
    ],
  ];
  let registered = '';
  let enrolled = '';
  console.log(
    row('operation', 'written', 'checked', 'WCU', 'requests', 'keys+rows', 'RCU', 'least written'),
  );
  for (const [name, least, run, mostReads = Number.POSITIVE_INFINITY] of lines) {
    take();
    capacity.take();
    await run();
    const tally = take();
    const read = capacity.take();
    const requests = tally.batchGets + tally.queries;
    console.log(
      row(
        name,
        tally.written,
        tally.checked,
        tally.units,
        requests,
        tally.keys + tally.rows,
        read,
        least,
      ),
    );
    if (tally.written <= Number.parseInt(least, 10) + 1 && requests <= mostReads) continue;
    console.log(`${name}: OVER`);
    process.exitCode = 1;
  }
}

async function realSchool(context: ReturnType<typeof testContext>) {
  const { id } = await createSchool(context, {
    ...{ name: 'Sydby', slug: 'sydby', timeZone: 'Europe/Copenhagen', currency: 'DKK' },
    ...{ language: 'da', country: 'DK' },
    address: { street: 'Søndergade 1', postalCode: '9000', city: 'Aalborg' },
    contact: { email: 'post@sydby.example.dk', phone: '20 12 34 50' },
    admin: { name: 'Ada Admin', email: 'ada@sydby.example.dk' },
  });
  await createService(context, await readSchool(context.store, id), {
    ...{ name: 'Indmeldelse', kind: 'sign_up', vatExemption: 'education' },
    price: { amount: 50_000, currency: 'DKK' },
  });
  return id;
}

function row(name: string, ...cells: (string | number)[]): string {
  const numbers = cells.slice(0, -1).map((cell) => String(cell).padStart(10));
  return `${name.padEnd(48)}${numbers.join('')}  ${cells.at(-1)}`;
}
