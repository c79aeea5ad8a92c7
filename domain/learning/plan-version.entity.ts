import { customType, SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';
import type { PlanContent } from './plan.ts';

/** One item is one version of a school's lesson plan, whole. It never changes: students are on it. */
export const planVersionEntity = tableEntity(
  {
    model: { entity: 'lesson-plan-version', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      lessonPlanId: { type: 'string', required: true },
      /** zero-padded to ten digits so that keys sort like numbers */
      sequenceKey: { type: 'string', required: true },
      content: { type: customType<PlanContent>(), required: true },
      createdAt: { type: 'string', required: true },
    },
    indexes: { byVersion: KEYS.lessonPlanVersion },
  },
  TABLE,
);
