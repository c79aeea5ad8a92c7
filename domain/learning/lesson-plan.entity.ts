import type { EntityItem } from 'electrodb';
import { SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';

/** One item is one lesson plan of a school: its name, and the version that new students start on. */
export const lessonPlanEntity = tableEntity(
  {
    model: { entity: 'lesson-plan', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      lessonPlanId: { type: 'string', required: true },
      name: { type: 'string', required: true },
      /** the template that its first version was made from; absent: made from nothing */
      templateId: { type: 'string' },
      templateVersion: { type: 'number' },
      /** new students get this plan */
      isDefault: { type: 'boolean', required: true },
      /** the newest version there is */
      latest: { type: 'number', required: true },
      createdAt: { type: 'string', required: true },
      version: { type: 'number', required: true },
    },
    indexes: { bySchool: KEYS.lessonPlan },
  },
  TABLE,
);

export type LessonPlanRow = EntityItem<typeof lessonPlanEntity>;
