import type { PersonId } from '../shared/ids.ts';
import type { MembershipRow } from './membership.entity.ts';

/**
 * How much of a school a caller sees in one operation. What lies outside does not exist for them.
 */
export type CallerScope =
  | { kind: 'school' }
  | { kind: 'departments'; departmentIds: readonly string[] }
  /** the students of a teacher, and with `self` the teacher's own record as a student */
  | { kind: 'own'; personId: PersonId; self?: boolean }
  | { kind: 'self'; personId: PersonId };

/**
 * Whether a student lies within a scope. A student without departments belongs to the whole school,
 * so every department sees them. A teacher sees the students assigned to them or ever `booked` with
 * them here.
 */
export function studentInScope(
  scope: CallerScope,
  membership: MembershipRow,
  booked: ReadonlySet<string> = new Set(),
): boolean {
  switch (scope.kind) {
    case 'school':
      return true;
    case 'departments':
      return (
        membership.departmentIds.length === 0 ||
        membership.departmentIds.some((id) => scope.departmentIds.includes(id))
      );
    case 'own':
      return (
        booked.has(membership.personId) ||
        (membership.student?.teacherIds.includes(scope.personId) ?? false) ||
        (scope.self === true && membership.personId === scope.personId)
      );
    case 'self':
      return membership.personId === scope.personId;
  }
}

/**
 * Whether a teacher lies within a scope: for the office their departments decide, as with students;
 * teachers see themselves alone.
 */
export function teacherInScope(scope: CallerScope, membership: MembershipRow): boolean {
  switch (scope.kind) {
    case 'school':
      return true;
    case 'departments':
      return (
        membership.departmentIds.length === 0 ||
        membership.departmentIds.some((id) => scope.departmentIds.includes(id))
      );
    case 'own':
    case 'self':
      return membership.personId === scope.personId;
  }
}
