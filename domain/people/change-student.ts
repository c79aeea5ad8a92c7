import { type AddressPatch, changedAddress } from '../schools/change-address.ts';
import { requireDepartments } from '../schools/change-departments.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import type { Language } from '../schools/school.ts';
import { DomainError, invalidField, notFound } from '../shared/errors.ts';
import type { SchoolId } from '../shared/ids.ts';
import { phoneField } from '../shared/phone-field.ts';
import { localDate } from '../shared/time.ts';
import { requireVersion } from '../shared/versions.ts';
import type { Context } from '../store/context.ts';
import { replace } from '../store/write.ts';
import { planActivation, statusEvents } from './activate-membership.ts';
import { isMinor } from './age.ts';
import { refuseLockout } from './change-staff.ts';
import { type MembershipRow, membershipEntity } from './membership.entity.ts';
import { type MembershipStatus, worksHere } from './membership.ts';
import { readMembership } from './read-people.ts';
import { readStudent } from './read-student.ts';
import type { CallerScope } from './scope.ts';
import { type StudentView, studentView } from './views.ts';

export type StudentPatch = {
  name?: string | undefined;
  phone?: string | null | undefined;
  address?: AddressPatch | null | undefined;
  language?: Language | undefined;
  birthDate?: string | null | undefined;
  teacherIds?: string[] | undefined;
  departmentIds?: string[] | undefined;
  status?: MembershipStatus | undefined;
};

/**
 * Changes the school's own copy of a student. Activating a pending one issues its first invoice.
 * Throws `not_found` (student, teacher, department), `forbidden`, `stale_version`, `invalid`,
 * `conflict`.
 */
export async function changeStudent(
  context: Context,
  school: SchoolRow,
  studentId: string,
  { scope, administrator }: { scope: CallerScope; administrator: boolean },
  patch: StudentPatch,
  ifMatch?: number,
): Promise<StudentView> {
  const schoolId = school.schoolId as SchoolId;
  return context.store.transact(context, async () => {
    const membership = await readStudent(context.store, schoolId, studentId, scope);
    requireStaffRights(context, membership, patch, administrator);
    requireVersion(membership.version, ifMatch);
    await requireTeachers(context, schoolId, patch.teacherIds ?? []);
    await requireDepartments(context, schoolId, patch.departmentIds ?? []);
    const changed = patched(context, school, membership, patch);
    // From disabled, too: a draft may be waiting from before the student was disabled.
    if (patch.status === 'active' && membership.status !== 'active') {
      const activation = await planActivation(context, membership, changed);
      const { writes, events } = activation;
      return { writes, events, result: studentView(activation.membership) };
    }
    const next = {
      ...changed,
      status: nextStatus(membership, patch.status),
      version: membership.version + 1,
    };
    return {
      writes: [replace(membershipEntity, next)],
      events: statusEvents(membership, next),
      result: studentView(next),
    };
  });
}

/**
 * Who works here and learns here has one membership: what opens the school to its staff in it is an
 * administrator's to change, as under `staff`. Throws `forbidden`, `conflict`.
 */
function requireStaffRights(
  context: Context,
  membership: MembershipRow,
  { status = membership.status, departmentIds = membership.departmentIds }: StudentPatch,
  administrator: boolean,
): void {
  if (!worksHere(membership)) return;
  const before = new Set(membership.departmentIds);
  const after = new Set(departmentIds);
  const kept = before.size === after.size && [...after].every((id) => before.has(id));
  if (kept && status === membership.status) return;
  if (!administrator) {
    throw new DomainError(
      'forbidden',
      'They work here, too: only an administrator changes their status and departments.',
    );
  }
  refuseLockout(context, membership.personId, { status });
}

function patched(
  context: Context,
  school: SchoolRow,
  membership: MembershipRow,
  patch: StudentPatch,
): MembershipRow {
  const { student, address: oldAddress, phone: oldPhone, ...rest } = membership;
  if (!student) throw notFound('This student');
  const kept = patch.address === null ? undefined : oldAddress;
  const keptPhone = patch.phone === null ? undefined : oldPhone;
  const phone = patch.phone ? phoneField('/phone', patch.phone, school.country) : keptPhone;
  const address = patch.address ? changedAddress(oldAddress, patch.address) : kept;
  return {
    ...rest,
    ...(address !== undefined && { address }),
    ...(patch.name !== undefined && { name: patch.name }),
    ...(phone !== undefined && { phone }),
    ...(patch.language !== undefined && { language: patch.language }),
    ...(patch.departmentIds !== undefined && { departmentIds: [...new Set(patch.departmentIds)] }),
    student: {
      ...student,
      birthDate: birthDate(context, school, membership, patch.birthDate),
      teacherIds:
        patch.teacherIds === undefined ? student.teacherIds : [...new Set(patch.teacherIds)],
    },
  };
}

function birthDate(
  context: Context,
  school: SchoolRow,
  { student }: MembershipRow,
  next: string | null | undefined,
): string | null {
  if (next === undefined) return student?.birthDate ?? null;
  if (next === null) return null;
  if (next > localDate(context.now(), school.timeZone)) {
    throw invalidField('/birthDate', 'invalid_birth_date', '/birthDate: lies in the future');
  }
  if (student?.guardians.length === 0 && isMinor(next, context.now(), school.timeZone)) {
    throw invalidField(
      '/birthDate',
      'guardian_required',
      '/birthDate: a student under 18 needs a guardian',
    );
  }
  return next;
}

function nextStatus(
  membership: MembershipRow,
  status: MembershipStatus | undefined,
): MembershipStatus {
  if (status === 'pending' && membership.status !== 'pending') {
    throw new DomainError(
      'conflict',
      `A membership that is ${membership.status} cannot become pending again.`,
    );
  }
  return status ?? membership.status;
}

/** Throws `not_found` unless all of these teach in the school. */
async function requireTeachers(
  context: Context,
  schoolId: string,
  ids: readonly string[],
): Promise<void> {
  for (const id of ids) {
    const membership = await readMembership(context.store, schoolId, id);
    if (!membership?.roles.includes('teacher') || membership.status === 'disabled')
      throw notFound('This teacher');
  }
}
