import { membershipEntity } from '../people/membership.entity.ts';
import type { CallerScope } from '../people/scope.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import { requireVersion } from '../shared/versions.ts';
import type { Context } from '../store/context.ts';
import { create, replace } from '../store/write.ts';
import { availabilityEntity } from './availability.entity.ts';
import { type Availability, checkAvailability } from './availability.ts';
import { requireTeacher } from './read-configuration.ts';
import { availabilityView } from './views.ts';

/**
 * Puts a teacher's whole availability in place of the old one; bookings already made stay.
 * Throws `not_found` for who is no teacher here or out of scope, `stale_version`, `invalid`.
 */
export async function setAvailability(
  context: Context,
  school: SchoolRow,
  teacherId: string,
  scope: CallerScope,
  availability: Availability,
  ifMatch?: number,
) {
  const { schoolId } = school;
  return context.store.transact(context, async () => {
    const [teacher, current] = await context.store.getAll(
      [membershipEntity, membershipEntity.get({ schoolId, personId: teacherId })],
      [availabilityEntity, availabilityEntity.get({ schoolId, teacherId })],
    );
    requireTeacher(teacher, scope);
    requireVersion(current?.version ?? 0, ifMatch);
    checkAvailability(availability);
    const { weekly, exceptions } = availability;
    const next = {
      ...{ schoolId, teacherId, weekly, exceptions },
      version: (current?.version ?? 0) + 1,
    };
    return {
      writes: [
        current ? replace(availabilityEntity, next) : create(availabilityEntity.create(next)),
      ],
      result: availabilityView(teacherId, next),
    };
  });
}
