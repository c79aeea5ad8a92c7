import { notFound } from '../shared/errors.ts';
import type { Id } from '../shared/ids.ts';
import type { Store } from '../store/store.ts';
import { type LessonPlanRow, lessonPlanEntity } from './lesson-plan.entity.ts';
import type { PlanVersion } from './plan.ts';
import { planVersionEntity } from './plan-version.entity.ts';
import { sequenceKey } from './sequence.ts';

/** Which version of which plan a student follows; null for who has none. */
export type PinnedPlan = { lessonPlanId: string; version: number };

/** The school's lesson plans, oldest first. */
export function readPlans(store: Store, schoolId: string): Promise<LessonPlanRow[]> {
  const query = lessonPlanEntity.query.bySchool({ schoolId }).begins({ lessonPlanId: 'pln_' });
  return store.all(lessonPlanEntity, query);
}

/** One lesson plan of the school. Throws `not_found`. */
export async function readPlan(
  store: Store,
  schoolId: string,
  lessonPlanId: string,
): Promise<LessonPlanRow> {
  const plan = await store.get(lessonPlanEntity, lessonPlanEntity.get({ schoolId, lessonPlanId }));
  if (!plan) throw notFound('This lesson plan');
  return plan;
}

/** Versions of plans, in one request; in the order asked. Throws `not_found`. */
export async function readPlanVersions(
  store: Store,
  schoolId: string,
  pinned: readonly PinnedPlan[],
): Promise<PlanVersion[]> {
  const rows = await store.getAll(
    ...pinned.map(({ lessonPlanId, version }) => {
      const key = { schoolId, lessonPlanId, sequenceKey: sequenceKey(version) };
      return [planVersionEntity, planVersionEntity.get(key)] as const;
    }),
  );
  return rows.map((row, i) => {
    const pin = pinned[i];
    if (!row || !pin) throw notFound('This version of the lesson plan');
    const lessonPlanId = pin.lessonPlanId as Id<'pln'>;
    return { ...row.content, lessonPlanId, version: pin.version };
  });
}

/** One version of a plan. Throws `not_found`. */
export async function readPlanVersion(
  store: Store,
  schoolId: string,
  pinned: PinnedPlan,
): Promise<PlanVersion> {
  const [version] = await readPlanVersions(store, schoolId, [pinned]);
  if (!version) throw notFound('This version of the lesson plan');
  return version;
}
