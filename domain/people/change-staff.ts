import { requireDepartments } from '../schools/change-departments.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import { DomainError, notFound } from '../shared/errors.ts';
import type { PersonId, SchoolId } from '../shared/ids.ts';
import { phoneField } from '../shared/phone-field.ts';
import { requireVersion } from '../shared/versions.ts';
import type { Context } from '../store/context.ts';
import { replace } from '../store/write.ts';
import { statusEvents } from './activate-membership.ts';
import { type MembershipRow, membershipEntity } from './membership.entity.ts';
import { type MembershipStatus, type Role, type StaffRole, worksHere } from './membership.ts';
import { readMembership } from './read-people.ts';
import { staffView } from './views.ts';

export type StaffPatch = {
  name?: string | undefined;
  phone?: string | null | undefined;
  roles?: StaffRole[] | undefined;
  departmentIds?: string[] | undefined;
  status?: 'active' | 'disabled' | undefined;
};

/**
 * Changes somebody who works here. Throws `not_found`, `stale_version`, `invalid`, and `conflict` when
 * administrators would lock themselves out, or an invitation that was not accepted would be skipped.
 */
export async function changeStaff(
  context: Context,
  school: SchoolRow,
  personId: PersonId,
  patch: StaffPatch,
  ifMatch?: number,
) {
  const schoolId = school.schoolId as SchoolId;
  return context.store.transact(context, async () => {
    const membership = await readMembership(context.store, schoolId, personId);
    if (!membership || !worksHere(membership)) throw notFound('This member of staff');
    requireVersion(membership.version, ifMatch);
    await requireDepartments(context, schoolId, patch.departmentIds ?? []);
    refuseLockout(context, personId, patch);
    if (patch.status === 'active' && membership.status === 'pending') {
      throw new DomainError('conflict', 'This invitation has not been accepted yet.');
    }
    const { phone: oldPhone, ...rest } = membership;
    const phone = patch.phone === undefined ? oldPhone : (patch.phone ?? undefined);
    const student: Role[] = membership.roles.includes('student') ? ['student'] : [];
    const next: MembershipRow = {
      ...rest,
      ...(phone !== undefined && { phone: phoneField('/phone', phone, school.country) }),
      name: patch.name ?? membership.name,
      roles: patch.roles ? [...new Set<Role>([...patch.roles, ...student])] : membership.roles,
      departmentIds: patch.departmentIds
        ? [...new Set(patch.departmentIds)]
        : membership.departmentIds,
      status: patch.status ?? membership.status,
      version: membership.version + 1,
    };
    return {
      writes: [replace(membershipEntity, next)],
      events: statusEvents(membership, next),
      result: staffView(next),
    };
  });
}

/** Who administers a school leaves it to another administrator to end that. Throws `conflict`. */
export function refuseLockout(
  context: Context,
  personId: string,
  { roles, status }: { roles?: StaffRole[] | undefined; status?: MembershipStatus | undefined },
): void {
  const own = context.actor.kind === 'person' && context.actor.personId === personId;
  const losesRole = roles !== undefined && !roles.includes('school_admin');
  if (own && (losesRole || status === 'disabled')) {
    throw new DomainError(
      'conflict',
      'Your own administrator role can only be taken by another administrator.',
    );
  }
}
