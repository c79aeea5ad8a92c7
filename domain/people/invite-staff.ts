import type { PendingEvent } from '../../events/define.ts';
import { staffInvited } from '../../events/people.ts';
import { requireDepartments } from '../schools/change-departments.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import { DomainError } from '../shared/errors.ts';
import type { PersonId, SchoolId } from '../shared/ids.ts';
import { phoneField } from '../shared/phone-field.ts';
import type { Context } from '../store/context.ts';
import type { TransactItem } from '../store/port.ts';
import { create, replace } from '../store/write.ts';
import { planIdentity } from './identity.ts';
import { membershipEntity, staffEntity } from './membership.entity.ts';
import { type Role, type StaffRole, worksHere } from './membership.ts';
import { readMembership } from './read-people.ts';
import { staffView } from './views.ts';

export type StaffInput = {
  name: string;
  email: string;
  phone?: string | undefined;
  roles: StaffRole[];
  departmentIds?: string[] | undefined;
};

/** Invites somebody to work in a school. Throws `already_exists` with `personId`, `not_found` for a foreign department. */
export async function inviteStaff(context: Context, school: SchoolRow, input: StaffInput) {
  const newPersonId = context.newId('per');
  return context.store.transact(context, async () => {
    await requireDepartments(context, school.schoolId, input.departmentIds ?? []);
    const { writes, events, membership } = await planStaffMembership(
      context,
      school,
      newPersonId,
      input,
    );
    return { writes, events, result: staffView(membership) };
  });
}

/**
 * Plans a staff membership. A new one is pending until the mailed link is opened; an active student
 * who comes to work here keeps the one membership and gains the roles.
 */
export async function planStaffMembership(
  context: Context,
  school: Pick<SchoolRow, 'schoolId' | 'country' | 'language'>,
  newPersonId: PersonId,
  input: StaffInput,
) {
  const schoolId = school.schoolId as SchoolId;
  const identity = await planIdentity(context, input.email, newPersonId);
  const { personId } = identity;
  const existing = identity.isNew ? null : await readMembership(context.store, schoolId, personId);
  if (existing && (worksHere(existing) || existing.status !== 'active')) {
    throw new DomainError(
      'already_exists',
      'Somebody with this e-mail address is a member of this school.',
      {
        personId,
      },
    );
  }
  const roles: Role[] = [...new Set<Role>([...(existing?.roles ?? []), ...input.roles])];
  const membership = existing
    ? {
        ...existing,
        roles,
        departmentIds: input.departmentIds ?? [],
        version: existing.version + 1,
      }
    : {
        personId,
        schoolId,
        roles,
        status: 'pending' as const,
        departmentIds: input.departmentIds ?? [],
        name: input.name,
        email: input.email,
        ...(input.phone !== undefined && {
          phone: phoneField('/phone', input.phone, school.country),
        }),
        language: school.language,
        createdAt: context.now(),
        version: 1,
      };
  const writes: TransactItem[] = [
    ...identity.writes,
    existing ? replace(membershipEntity, membership) : create(membershipEntity.create(membership)),
    create(staffEntity.create({ schoolId, personId })),
  ];
  const link = identity.hasPassword ? 'confirm' : 'invitation';
  const events: PendingEvent[] = [
    staffInvited.of(schoolId, { id: personId, version: membership.version }, { personId, link }),
  ];
  return { writes, events, membership };
}
