import { type MembershipRow, membershipEntity } from '../../domain/people/membership.entity.ts';
import { readMembership } from '../../domain/people/read-people.ts';
import type { CallerScope } from '../../domain/people/scope.ts';
import { addStudents, removeStudent } from '../../domain/scheduling/booking-students.ts';
import {
  type BookingTypeRow,
  bookingTypeEntity,
} from '../../domain/scheduling/booking-type.entity.ts';
import { type Cancellation, cancelBooking } from '../../domain/scheduling/cancel-booking.ts';
import { type BookingPatch, changeBooking } from '../../domain/scheduling/change-booking.ts';
import { type Completion, completeBooking } from '../../domain/scheduling/complete-booking.ts';
import { confirmBooking } from '../../domain/scheduling/confirm-booking.ts';
import { createBooking, type NewBooking } from '../../domain/scheduling/create-booking.ts';
import { dueBookings } from '../../domain/scheduling/due-bookings.ts';
import { type VehicleRow, vehicleEntity } from '../../domain/scheduling/vehicle.entity.ts';
import { departmentEntity } from '../../domain/schools/department.entity.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import { type Instant, instant } from '../../domain/shared/instant.ts';
import type { Context } from '../../domain/store/context.ts';
import { sweepDue } from '../../domain/store/sweep-due.ts';
import { create, replace } from '../../domain/store/write.ts';
import type { Actor, EventEnvelope } from '../../events/define.ts';
import { bookingInvariants } from './audit/bookings.ts';
import { eventInvariants } from './audit/events.ts';
import { keyInvariants } from './audit/keys.ts';
import { audit } from './auditor.ts';
import {
  type BookingCast,
  type CastOptions,
  plantCast,
  SCHOOL_WIDE,
  typeRow,
  writeAll,
} from './booking-cast.ts';
import {
  createWorld,
  idempotencyScope,
  TEST_NOW,
  type World,
  type WorldOptions,
} from './store-world.ts';

/** Invariants that tables with nothing but planted schools and their bookings must keep. */
const INVARIANTS = [...keyInvariants, ...bookingInvariants, ...eventInvariants];

/** A booking as a test asks for it: one student, first teacher and vehicle, unless it says otherwise. */
export type Wish = Partial<NewBooking>;

/** The operations of one school's bookings, with defaults for what a test does not talk about. */
export function bookingDesk(context: Context, cast: BookingCast) {
  const { school, teachers, students, vehicles, types } = cast;
  const wish = (overrides: Wish = {}): NewBooking => ({
    ...{ bookingTypeId: types.road, teacherId: teachers[0] as string },
    ...{ vehicleId: vehicles[0], studentIds: students.slice(0, 1) },
    startsAt: '2026-12-01T10:00:00Z',
    ...overrides,
  });
  return {
    ...{ context, cast, wish },
    book: (overrides?: Wish, scope: CallerScope = SCHOOL_WIDE) =>
      createBooking(context, school, scope, wish(overrides)),
    move: (id: string, patch: BookingPatch, scope: CallerScope = SCHOOL_WIDE, ifMatch?: number) =>
      changeBooking(context, school, scope, id, patch, ifMatch),
    confirm: (id: string, scope: CallerScope = SCHOOL_WIDE) =>
      confirmBooking(context, school, scope, id),
    cancel: (id: string, input: Partial<Cancellation> = {}, scope: CallerScope = SCHOOL_WIDE) =>
      cancelBooking(context, school, scope, id, {
        ...{ reason: 'ill', onBehalfOf: 'school' },
        ...input,
      }),
    add: (id: string, studentIds: readonly string[], scope: CallerScope = SCHOOL_WIDE) =>
      addStudents(context, school, scope, id, { studentIds }),
    remove: (id: string, studentId: string, scope: CallerScope = SCHOOL_WIDE) =>
      removeStudent(context, school, scope, id, studentId),
    complete: (id: string, input: Completion, scope: CallerScope = SCHOOL_WIDE) =>
      completeBooking(context, school, scope, id, input),
  };
}

export type StageOptions = CastOptions & WorldOptions & { now?: string };

/** A desk on the twin, with a clock that stands still until a test moves it. */
export async function bookingStage(options: StageOptions = {}) {
  const world = createWorld(options);
  let clock = options.now ? instant(options.now) : TEST_NOW;
  const context = world.context({ now: () => clock });
  const cast = await plantCast(context, options);
  const sweeper = world.context({ now: () => clock, actor: { kind: 'system', name: 'sweep' } });
  return {
    ...cast,
    ...bookingDesk(context, cast),
    world,
    now: () => clock,
    /** moves the clock to a moment */
    at: (moment: string) => {
      clock = instant(moment);
    },
    /** runs the sweep of what is due, as of the clock */
    sweep: () => sweepDue(sweeper, [dueBookings]),
    /** plants another type; answers its id */
    type: async (overrides: Partial<BookingTypeRow>) => {
      const type = typeRow(context, cast.school.schoolId, overrides);
      await context.store.transact(context, () => ({
        writes: [create(bookingTypeEntity.create(type))],
        result: null,
      }));
      return type.bookingTypeId;
    },
    /** puts a member into a new department; answers its id */
    department: (personId: PersonId) => intoDepartment(context, cast.school.schoolId, personId),
    /** plants a member or a vehicle; answers its id */
    plant: async (make: (context: Context, schoolId: string) => MembershipRow | VehicleRow) => {
      const row = make(context, cast.school.schoolId);
      const isVehicle = 'vehicleId' in row;
      await writeAll(context, [
        create(isVehicle ? vehicleEntity.create(row) : membershipEntity.create(row)),
      ]);
      return isVehicle ? row.vehicleId : row.personId;
    },
    /** the desk of somebody */
    deskAs: (actor: Actor) => bookingDesk({ ...context, actor }, cast),
    /** the desk for a request with an `Idempotency-Key` */
    keyed: () => bookingDesk({ ...context, idempotency: idempotencyScope() }, cast),
    events: (...names: string[]) => eventsOf(world, names),
    /** throws with whatever is not sound in the raw rows */
    audited: () => expectSoundBookings(world, clock),
  };
}

export type BookingStage = Awaited<ReturnType<typeof bookingStage>>;

async function intoDepartment(context: Context, schoolId: string, personId: PersonId) {
  const departmentId = context.newId('dep');
  const member = await readMembership(context.store, schoolId, personId);
  const facts = { schoolId, departmentId, name: 'Syd', createdAt: context.now(), version: 1 };
  const moved = { ...(member as MembershipRow), departmentIds: [departmentId] };
  await writeAll(context, [
    create(departmentEntity.create(facts)),
    replace(membershipEntity, { ...moved, version: moved.version + 1 }),
  ]);
  return departmentId;
}

/** Events in the outbox, of these names, in the order of their ids. */
function eventsOf(world: World, names: readonly string[]): EventEnvelope[] {
  return world
    .rowsOf('outbox')
    .map(({ event }) => event as EventEnvelope)
    .filter(({ name }) => names.length === 0 || names.includes(name))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function expectSoundBookings(world: World, now: Instant): void {
  const carried = eventsOf(world, []);
  const violations = audit(world.twin.rows(), { carried, now }, INVARIANTS)
    // School and people are planted, so nobody was told of them.
    .filter(({ sentence }) => !/^(school|membership) .* was told by no/.test(sentence));
  if (violations.length === 0) return;
  const lines = violations.map(({ invariant, sentence }) => `- ${invariant}: ${sentence}`);
  throw new Error(`the bookings are not sound:\n${lines.join('\n')}`);
}

/** The refusal of something that must be refused. */
export async function refusal(promise: Promise<unknown>): Promise<DomainError> {
  const outcome = await promise.then(
    (answer) => ({ answer }),
    (error: unknown) => ({ error }),
  );
  if ('error' in outcome && outcome.error instanceof DomainError) return outcome.error;
  throw new Error(`not refused: ${JSON.stringify(outcome)}`, {
    cause: 'error' in outcome ? outcome.error : undefined,
  });
}
