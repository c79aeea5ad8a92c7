import type { LessonPlanRow } from './lesson-plan.entity.ts';
import type { PlanVersion } from './plan.ts';
import type { PlanTemplate } from './plans/template.ts';

/** A school's lesson plan in a list: `version` is its newest. */
export function planSummary(row: LessonPlanRow) {
  return {
    id: row.lessonPlanId,
    schoolId: row.schoolId,
    name: row.name,
    templateId: row.templateId ?? null,
    templateVersion: row.templateVersion ?? null,
    isDefault: row.isDefault,
    createdAt: row.createdAt,
    version: row.latest,
  };
}

/** One version of a school's lesson plan, whole. */
export function planView(row: LessonPlanRow, plan: PlanVersion) {
  const { lessonPlanId: _, ...content } = plan;
  return { ...planSummary(row), ...content };
}

export type PlanView = ReturnType<typeof planView>;

/** A template as callers see it. */
export function templateView({ content, ...template }: PlanTemplate) {
  return { ...template, ...content };
}
