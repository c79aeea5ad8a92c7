import { moduleOf, type PlanVersion } from '../learning/plan.ts';
import { plansOf, requireKnownModules } from '../learning/plans-of.ts';
import { verifiedLessons } from '../learning/progress.ts';
import { readLessons } from '../learning/read-lessons.ts';
import { type MembershipRow, membershipEntity } from '../people/membership.entity.ts';
import { invalidField } from '../shared/errors.ts';
import type { Store } from '../store/store.ts';
import type { BrokenRule } from './rules.ts';

/** Throws `invalid` when a module is named twice. */
export function requireModulesOnce(moduleIds: readonly string[]): void {
  if (new Set(moduleIds).size !== moduleIds.length) {
    throw invalidField('/moduleIds', 'duplicate', '/moduleIds: names a module twice.');
  }
}

/**
 * The rule `prerequisite`, for the modules that a booking newly covers and the students it is new to:
 * what their plans put before such a module must be verified, or be covered by the same booking.
 * Throws `not_found` for a module that the school does not teach.
 */
export async function judgePrerequisites(
  store: Store,
  schoolId: string,
  students: readonly MembershipRow[],
  moduleIds: readonly string[],
  covered: readonly string[] = moduleIds,
): Promise<BrokenRule[]> {
  if (moduleIds.length === 0) return [];
  const plans = await plansOf(store, schoolId, students);
  await requireKnownModules(store, schoolId, moduleIds, plans.values());
  const broken = await Promise.all(
    [...plans].map(async ([studentId, plan]) => {
      const asked = prerequisitesOf(plan, moduleIds, covered);
      if (asked.length === 0) return [];
      const lessons = await readLessons(store, schoolId, studentId);
      return asked
        .filter(({ id, required }) => verifiedLessons(plan, id, lessons) < required)
        .map(({ title }) => ({
          rule: 'prerequisite' as const,
          message: `The student ${studentId} has not completed "${title}" yet.`,
        }));
    }),
  );
  return broken.flat();
}

/** The same for those who are in a booking already. */
export async function judgePrerequisitesOf(
  store: Store,
  schoolId: string,
  studentIds: readonly string[],
  moduleIds: readonly string[],
  covered: readonly string[],
): Promise<BrokenRule[]> {
  if (moduleIds.length === 0) return [];
  const rows = await store.getAll(
    ...studentIds.map(
      (personId) => [membershipEntity, membershipEntity.get({ schoolId, personId })] as const,
    ),
  );
  const students = rows.filter((row): row is MembershipRow => row !== null);
  return judgePrerequisites(store, schoolId, students, moduleIds, covered);
}

function prerequisitesOf(
  plan: PlanVersion,
  moduleIds: readonly string[],
  covered: readonly string[],
) {
  const ids = moduleIds.flatMap((id) => moduleOf(plan, id)?.prerequisites ?? []);
  return [...new Set(ids)]
    .filter((id) => !covered.includes(id))
    .flatMap((id) => moduleOf(plan, id) ?? []);
}
