import { DK_CATEGORY_B } from './dk-category-b.ts';
import type { PlanTemplate } from './template.ts';

/** Every template there is. A new law is a new version beside the old one. */
export const TEMPLATES: readonly PlanTemplate[] = [DK_CATEGORY_B];

/** What a new school's first plan is made from. */
export const DEFAULT_TEMPLATE = DK_CATEGORY_B;
