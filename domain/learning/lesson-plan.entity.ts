import { Entity } from 'electrodb';
import { SERVICE, TABLE } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';

/** One item is one lesson plan of a school: which template it follows, and the version new students start on. */
export const lessonPlanEntity = new Entity(
  {
    model: { entity: 'lesson-plan', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      lessonPlanId: { type: 'string', required: true },
      templateId: { type: 'string', required: true },
      templateVersion: { type: 'number', required: true },
      /** new students get this plan unless another is chosen */
      isDefault: { type: 'boolean', required: true },
      version: { type: 'number', required: true },
    },
    indexes: { bySchool: KEYS.lessonPlan },
  },
  TABLE,
);
