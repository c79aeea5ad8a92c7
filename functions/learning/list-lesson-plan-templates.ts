import { templateView } from '../../domain/learning/plan-view.ts';
import { TEMPLATES } from '../../domain/learning/plans/templates.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { listLessonPlanTemplatesRoute } from './list-lesson-plan-templates.contract.ts';

export const handler = apiHandler(listLessonPlanTemplatesRoute, async () =>
  ok({ items: TEMPLATES.map(templateView) }),
);
