import type { PlanContent } from '../plan.ts';

/** A plan that every school may start from. */
export type PlanTemplate = {
  id: string;
  version: number;
  name: string;
  /** ISO 3166: whose law it follows */
  country: string;
  category: string;
  content: PlanContent;
};
