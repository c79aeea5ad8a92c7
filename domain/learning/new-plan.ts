import type { Instant } from '../shared/instant.ts';
import type { TransactItem } from '../store/port.ts';
import { create } from '../store/write.ts';
import { type LessonPlanRow, lessonPlanEntity } from './lesson-plan.entity.ts';
import type { PlanContent } from './plan.ts';
import { planVersionEntity } from './plan-version.entity.ts';
import type { PlanTemplate } from './plans/template.ts';
import { sequenceKey } from './sequence.ts';

type NewPlan = {
  schoolId: string;
  lessonPlanId: string;
  name: string;
  isDefault: boolean;
  template: Pick<PlanTemplate, 'id' | 'version'> | null;
  content: PlanContent;
};

/** A new plan with its first version, for the caller's transaction. */
export function planNewPlan(
  { schoolId, lessonPlanId, name, isDefault, template, content }: NewPlan,
  createdAt: Instant,
): { row: LessonPlanRow; writes: TransactItem[] } {
  const row: LessonPlanRow = {
    ...{ schoolId, lessonPlanId, name, isDefault },
    ...(template && { templateId: template.id, templateVersion: template.version }),
    ...{ latest: 1, createdAt, version: 1 },
  };
  return {
    row,
    writes: [
      create(lessonPlanEntity.create(row)),
      createVersion({ schoolId, lessonPlanId, version: 1, content }, createdAt),
    ],
  };
}

/** One more version of a plan; fails its transaction when there is one of that number. */
export function createVersion(
  version: { schoolId: string; lessonPlanId: string; version: number; content: PlanContent },
  createdAt: Instant,
): TransactItem {
  const { schoolId, lessonPlanId, content } = version;
  const key = { schoolId, lessonPlanId, sequenceKey: sequenceKey(version.version) };
  return create(planVersionEntity.create({ ...key, content, createdAt }));
}
