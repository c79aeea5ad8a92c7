import { readPlan } from '../learning/read-plans.ts';
import type { Context } from '../store/context.ts';
import { replace } from '../store/write.ts';
import { type MembershipRow, membershipEntity } from './membership.entity.ts';
import { readStudent } from './read-student.ts';
import type { CallerScope } from './scope.ts';

/** Which version of which plan a student follows. */
export type Assignment = { studentId: string; lessonPlanId: string; version: number };

/**
 * Puts a student on a lesson plan, in its newest version; the same plan again moves them on to it.
 * What they have been taught stays theirs. Throws `not_found`.
 */
export async function assignLessonPlan(
  context: Context,
  schoolId: string,
  scope: CallerScope,
  studentId: string,
  lessonPlanId: string,
): Promise<Assignment> {
  const { store } = context;
  return store.transact(context, async () => {
    const membership = await readStudent(store, schoolId, studentId, scope);
    const { latest } = await readPlan(store, schoolId, lessonPlanId);
    const result = { studentId, lessonPlanId, version: latest };
    const { student } = membership;
    if (!student) throw new Error('a student has a student part');
    if (student.lessonPlanId === lessonPlanId && student.lessonPlanVersion === latest) {
      return { writes: [], result };
    }
    const next: MembershipRow = {
      ...membership,
      student: { ...student, lessonPlanId, lessonPlanVersion: latest },
      version: membership.version + 1,
    };
    return { writes: [replace(membershipEntity, next)], result };
  });
}
