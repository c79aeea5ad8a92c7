import { dueBookings } from '../domain/scheduling/due-bookings.ts';
import { instant, MINUTE, plusMilliseconds } from '../domain/shared/instant.ts';
import { newId } from '../domain/shared/new-id.ts';
import { dueAt } from '../domain/store/due.ts';
import { createStore } from '../domain/store/store.ts';
import { sweepDue } from '../domain/store/sweep-due.ts';
import { countingPort } from '../tests/support/counting.ts';
import { seededRandom } from '../tests/support/random.ts';
import { TEST_NOW, testContext } from '../tests/support/store-world.ts';
import { createTwin } from '../tests/support/twin.ts';

/**
 * What one sweep asks and reads among 1,000, 10,000 and 100,000 future bookings spread over half a
 * year, none of them due yet; and when one is. It must not grow with what lies ahead.
 *
 *     npm run bench:sweep -- [<seed, default 1>]
 *
 * On the in-memory twin, which pages and indexes as the table does. Ends with 1 when it is not flat.
 */
const [seed = 1] = process.argv.slice(2).map(Number);
const SCHOOL = 'sch_01kat5n8x0e4vv6h7w7b1q2r3s';
const HALF_A_YEAR_MINUTES = 180 * 24 * 60;

const seen = new Set<string>();
console.log('bookings ahead   requests   rows read   transactions   (idle sweep | with one due)');
for (const count of [1_000, 10_000, 100_000]) {
  const random = seededRandom(seed);
  const twin = createTwin();
  for (let first = 0; first < count; first += 100) {
    const items = Array.from({ length: 100 }, () =>
      plantedRow(5 + random.int(HALF_A_YEAR_MINUTES)),
    );
    await twin.transactWrite(items, `plant-${first}`);
  }
  const { port, take } = countingPort(twin);
  const context = testContext(createStore({ port }));
  await sweepDue(context, [dueBookings]);
  take();
  await sweepDue(context, [dueBookings]);
  const idle = take();
  await twin.transactWrite([plantedRow(-1)], 'one-due');
  await sweepDue(context, [dueBookings]);
  const busy = take();
  const cells = [idle, busy].map(
    ({ batchGets, queries, keys, rows, transactions }) =>
      `${String(batchGets + queries).padStart(8)}${String(keys + rows).padStart(12)}${String(transactions).padStart(15)}`,
  );
  seen.add(cells.join());
  console.log(`${String(count).padStart(14)} ${cells.join('   |')}`);
}
console.log(seen.size === 1 ? 'flat' : 'NOT FLAT');
process.exitCode = seen.size === 1 ? 0 : 1;

/** As much of a booking as the sweep sees: its key, and when it is due. Nobody reads the rest. */
function plantedRow(inMinutes: number) {
  const bookingId = newId('bkg');
  const due = dueAt(plusMilliseconds(instant(TEST_NOW), inMinutes * MINUTE), bookingId);
  const row = {
    ...{ pk: `${SCHOOL}#bkg#${bookingId}`, sk: 'booking', ...due },
    ...{ duePk: `${due.dueDay}#${due.dueShard}`, dueSk: due.dueAt },
    ...{ __edb_e__: 'booking', __edb_v__: '1', schoolId: SCHOOL, bookingId, version: 1 },
    ...{ startsAt: '2027-06-01T10:00:00.000Z', endsAt: '2027-06-01T10:45:00.000Z' },
    ...{ state: { status: 'confirmed' }, students: [], history: [], teacherId: newId('per') },
    ...{ bookingTypeId: newId('bty'), kind: 'road', departmentIds: [], bufferMinutes: 0 },
    ...{ moduleIds: [], fees: [], terms: {}, sequence: 0, createdAt: TEST_NOW },
  };
  return { kind: 'put' as const, row };
}
