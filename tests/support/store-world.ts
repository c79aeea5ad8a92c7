import type { PersonId } from '../../domain/shared/ids.ts';
import { type Instant, instant, plusMilliseconds } from '../../domain/shared/instant.ts';
import { newId } from '../../domain/shared/new-id.ts';
import { deriveKeys } from '../../domain/shared/secrets.ts';
import type { Context, IdempotencyScope } from '../../domain/store/context.ts';
import type { Row, TablePort } from '../../domain/store/port.ts';
import { createStore, type Store } from '../../domain/store/store.ts';
import { createFaults, type FaultKind, type Faults, withFaults } from './faults.ts';
import { type Random, seededRandom } from './random.ts';
import { createScheduler, type Scheduler } from './scheduler.ts';
import { createTwin, type Twin } from './twin.ts';

/** When every test begins, unless it says otherwise: a Monday morning in Copenhagen. */
export const TEST_NOW = instant('2026-11-23T08:00:00.000Z');
export const TEST_KEYS = deriveKeys('test-root-key-'.repeat(5));

/** What a use case is given in a test: a stopped clock, real ids, the system as actor. */
export function testContext(store: Store, overrides: Partial<Context> = {}): Context {
  return {
    store,
    now: () => TEST_NOW,
    newId,
    actor: { kind: 'system', name: 'test' },
    correlationId: 'test-correlation',
    keys: TEST_KEYS,
    ...overrides,
  };
}

export function idempotencyScope(overrides: Partial<IdempotencyScope> = {}): IdempotencyScope {
  return {
    personId: 'per_01kat5n8x0e4vv6h7w7b1q2r3s' as PersonId,
    keyHash: 'hash-of-the-key',
    fingerprint: 'hash-of-the-request',
    ...overrides,
  };
}

/** A store on the twin, its time and its chance, all of one seed. */
export type World = {
  twin: Twin;
  store: Store;
  scheduler: Scheduler;
  random: Random;
  faults: Faults;
  /** moves with the scheduler; `plus` looks ahead or back */
  now(plus?: number): Instant;
  context(overrides?: Partial<Context>): Context;
  /** rows of one kind, by the entity's name */
  rowsOf(entity: string): Row[];
};

export type WorldOptions = {
  seed?: number;
  rates?: Partial<Record<FaultKind, number>>;
  faults?: Faults;
  /** wraps the port closest to the store, to see or disturb what passes */
  around?: (port: TablePort) => TablePort;
};

/**
 * A call of the table takes 1 to 9 milliseconds of the scheduler's time, in steps at which others
 * may go first: enough for two clients to meet on one row in every way there is.
 */
export function createWorld(options: WorldOptions = {}): World {
  const { seed = 1, rates = {}, around = (port: TablePort) => port } = options;
  const random = seededRandom(seed);
  const scheduler = createScheduler();
  const twin = createTwin({
    now: scheduler.now,
    pause: (point) =>
      point === 'hold' && !random.chance(0.3) ? undefined : scheduler.sleep(1 + random.int(3)),
  });
  const faults = options.faults ?? createFaults(seed, rates);
  const port = around(withFaults(twin, faults));
  // Each client has a store of its own, as each container has: clients never share a read.
  const newStore = () =>
    createStore({
      port,
      sleep: scheduler.sleep,
      random,
      monotonic: scheduler.now,
      newToken: () => `token-${seed}-${random.int(2 ** 31)}-${random.int(2 ** 31)}`,
    });
  const now = (plus = 0) => plusMilliseconds(TEST_NOW, Math.floor(scheduler.now()) + plus);
  return {
    twin,
    store: newStore(),
    scheduler,
    random,
    faults,
    now,
    context: (overrides) => testContext(newStore(), { now: () => now(), ...overrides }),
    rowsOf: (entity) => twin.rows().filter((row) => row.__edb_e__ === entity),
  };
}
