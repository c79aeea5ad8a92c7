import { notFound } from '../shared/errors.ts';
import type { Store } from '../store/store.ts';
import { wereBooked } from './link-students.ts';
import type { MembershipRow } from './membership.entity.ts';
import { readMembership } from './read-people.ts';
import { type CallerScope, studentInScope } from './scope.ts';

/** A student within the caller's scope. Throws `not_found` for what is outside it, or no student. */
export async function readStudent(
  store: Store,
  schoolId: string,
  studentId: string,
  scope: CallerScope,
): Promise<MembershipRow> {
  const membership = await readMembership(store, schoolId, studentId);
  if (!membership?.student) throw notFound('This student');
  if (studentInScope(scope, membership)) return membership;
  // Only for a teacher does it matter whether they ever met.
  if (scope.kind === 'own' && (await wereBooked(store, schoolId, scope.personId, studentId))) {
    return membership;
  }
  throw notFound('This student');
}
