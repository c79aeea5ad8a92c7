import { notFound } from '../shared/errors.ts';
import type { Store } from '../store/store.ts';
import { acquaintanceEntity } from './acquaintance.entity.ts';
import { type MembershipRow, membershipEntity } from './membership.entity.ts';
import { type CallerScope, studentInScope } from './scope.ts';

/**
 * A student within the caller's scope, in one read. Throws `not_found` for what is outside it, or no
 * student.
 */
export async function readStudent(
  store: Store,
  schoolId: string,
  studentId: string,
  scope: CallerScope,
): Promise<MembershipRow> {
  // Only for a teacher does it matter whether they ever met.
  const teacherId = scope.kind === 'own' ? scope.personId : 'none';
  const [membership, acquaintance] = await store.getAll(
    [membershipEntity, membershipEntity.get({ schoolId, personId: studentId })],
    [acquaintanceEntity, acquaintanceEntity.get({ schoolId, teacherId, studentId })],
  );
  if (!membership?.student) throw notFound('This student');
  const booked = acquaintance ? new Set([studentId]) : undefined;
  if (studentInScope(scope, membership, booked)) return membership;
  throw notFound('This student');
}
