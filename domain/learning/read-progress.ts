import { theoryResultEntity } from '../integrations/theory-result.entity.ts';
import { type TheoryTest, theoryTests } from '../integrations/theory-result.ts';
import type { MembershipRow } from '../people/membership.entity.ts';
import { learntOf } from '../store/keys.ts';
import type { Store } from '../store/store.ts';
import { lessonEntity } from './lesson.entity.ts';
import { pinnedPlan } from './plans-of.ts';
import { type Progress, progressOf } from './progress.ts';
import { readPlanVersion } from './read-plans.ts';

/**
 * How far a student has come: two reads beside the student's own row. Theory tests taken with
 * e-teori.dk are shown and decide nothing: no plan asks for one.
 */
export async function readProgress(
  store: Store,
  student: MembershipRow,
  timeZone: string,
): Promise<Progress & { theoryTests: TheoryTest[] }> {
  const { schoolId, personId } = student;
  const pin = pinnedPlan(student);
  const [plan, [lessons, results]] = await Promise.all([
    pin && readPlanVersion(store, schoolId, pin),
    store.partition(learntOf(schoolId, personId), lessonEntity, theoryResultEntity),
  ]);
  return { ...progressOf(plan, lessons, timeZone), theoryTests: theoryTests(results) };
}
