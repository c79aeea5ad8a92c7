import type { MembershipRow } from '../people/membership.entity.ts';
import { notFound } from '../shared/errors.ts';
import type { Store } from '../store/store.ts';
import { moduleOf, type PlanVersion } from './plan.ts';
import { type PinnedPlan, readPlans, readPlanVersions } from './read-plans.ts';

/** The version of a plan that a student is on; null for who has none. */
export function pinnedPlan({ student }: Pick<MembershipRow, 'student'>): PinnedPlan | null {
  if (!student?.lessonPlanId || !student.lessonPlanVersion) return null;
  return { lessonPlanId: student.lessonPlanId, version: student.lessonPlanVersion };
}

/** The plans of students by their ids, in one request; who has none is not in it. */
export async function plansOf(
  store: Store,
  schoolId: string,
  students: readonly MembershipRow[],
): Promise<Map<string, PlanVersion>> {
  const pinned = students.flatMap((student) => {
    const pin = pinnedPlan(student);
    return pin ? [{ ...pin, studentId: student.personId }] : [];
  });
  if (pinned.length === 0) return new Map();
  const versions = await readPlanVersions(store, schoolId, pinned);
  return new Map(versions.map((version, i) => [pinned[i]?.studentId ?? '', version]));
}

/**
 * Holds modules to what the school teaches: those of the students' own plans, or of the newest version
 * of any plan of the school. Throws `not_found` for any other.
 */
export async function requireKnownModules(
  store: Store,
  schoolId: string,
  moduleIds: readonly string[],
  plans: Iterable<PlanVersion>,
): Promise<void> {
  const followed = [...plans];
  const strange = moduleIds.filter((id) => !followed.some((plan) => moduleOf(plan, id)));
  if (strange.length === 0) return;
  const rows = await readPlans(store, schoolId);
  const newest = await readPlanVersions(
    store,
    schoolId,
    rows.map(({ lessonPlanId, latest }) => ({ lessonPlanId, version: latest })),
  );
  if (strange.some((id) => !newest.some((plan) => moduleOf(plan, id)))) {
    throw notFound('This module');
  }
}
