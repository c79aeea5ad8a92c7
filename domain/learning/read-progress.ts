import type { MembershipRow } from '../people/membership.entity.ts';
import type { Store } from '../store/store.ts';
import { pinnedPlan } from './plans-of.ts';
import { type Progress, progressOf } from './progress.ts';
import { readLessons } from './read-lessons.ts';
import { readPlanVersion } from './read-plans.ts';

/** How far a student has come: two reads beside the student's own row. */
export async function readProgress(
  store: Store,
  student: MembershipRow,
  timeZone: string,
): Promise<Progress> {
  const { schoolId, personId } = student;
  const pin = pinnedPlan(student);
  const [plan, lessons] = await Promise.all([
    pin && readPlanVersion(store, schoolId, pin),
    readLessons(store, schoolId, personId),
  ]);
  return progressOf(plan, lessons, timeZone);
}
