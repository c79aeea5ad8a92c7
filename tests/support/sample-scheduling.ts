import { membershipEntity } from '../../domain/people/membership.entity.ts';
import type { CallerScope } from '../../domain/people/scope.ts';
import { readSchool } from '../../domain/schools/read-schools.ts';
import type { DomainError } from '../../domain/shared/errors.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import { create } from '../../domain/store/write.ts';
import { givenSchool } from './sample-school.ts';
import { createWorld, type World, type WorldOptions } from './store-world.ts';

/** What administrators see. */
export const SCHOOL_WIDE: CallerScope = { kind: 'school' };
export const DKK = (amount: number) => ({ amount, currency: 'DKK' });

/** A driving lesson, as an administrator describes it. */
export const ROAD = {
  name: 'Kørelektion',
  kind: 'road',
  minutes: 45,
  capacity: 1,
  price: DKK(55_000),
  vatRate: 25,
  bufferMinutes: 0,
  needsVehicle: true,
  cancellation: { hoursBefore: 24 },
  lateFee: DKK(30_000),
  noShowFee: null,
  selfBooking: false,
} as const;

/** A school in a world of its own. */
export async function givenNordby(options: WorldOptions = {}) {
  const world = createWorld(options);
  const school = await readSchool(world.store, await givenSchool(world, 'nordby'));
  return { world, school };
}

/** Somebody who works in a school, a teacher unless said otherwise. */
export async function givenMember(
  world: World,
  schoolId: string,
  { departmentIds = [] as string[], roles = ['teacher' as const] as ('teacher' | 'office')[] } = {},
): Promise<PersonId> {
  const personId = world.context().newId('per');
  const member = {
    ...{ personId, schoolId, roles, departmentIds },
    ...{ name: 'Tea Lund', email: 'tea@example.dk', language: 'da' as const },
    ...{ status: 'active' as const, createdAt: world.now(), version: 1 },
  };
  await world.store.transact(world.context(), () => ({
    writes: [create(membershipEntity.create(member))],
    result: null,
  }));
  return personId;
}

/** The refusal that a promise ends in; anything else fails the test. */
export async function refusal(
  promise: Promise<unknown>,
): Promise<Pick<DomainError, 'code' | 'details'>> {
  return promise.then(
    () => {
      throw new Error('it was not refused');
    },
    (error: DomainError) => error,
  );
}
