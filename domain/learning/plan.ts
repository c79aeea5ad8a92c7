import type { BookingKind } from '../scheduling/booking-type.ts';
import type { Id } from '../shared/ids.ts';

/** One thing to learn. Its id stays with it through every version of the plan. */
export type Module = {
  id: Id<'mod'>;
  title: string;
  /** the section of the plan that it belongs to */
  section: number;
  /** the kind of booking in which it is taught */
  kind: BookingKind;
  /** how long one lesson of it is meant to be */
  minutes: number;
  /** its place in the plan: 1, 2, 3, ... */
  order: number;
  /** how many doubly signed bookings verify it */
  required: number;
  /** what must be verified before it is booked (the rule `prerequisite`) */
  prerequisites: Id<'mod'>[];
  /** driven in the dark: its lessons count as `dark`, too */
  dark: boolean;
};

/** Lessons of 45 minutes per kind, road lessons in the dark, and distinct days. */
export type Minimums = {
  theory: number;
  road: number;
  manoeuvring: number;
  skid: number;
  dark: number;
  teachingDays: number;
};

/** What one version of a lesson plan says. */
export type PlanContent = {
  /** length of one lesson in minutes */
  lessonMinutes: number;
  sections: { order: number; title: string }[];
  modules: Module[];
  minimums: Minimums;
  pause: {
    /** teaching resumes before the same date so many months on */
    months: number;
    /** days without teaching after which the student is warned; null: as the school's settings say */
    warnDays: number[] | null;
  };
};

/** A version of a school's plan, as a student follows it. */
export type PlanVersion = PlanContent & { lessonPlanId: Id<'pln'>; version: number };

export function moduleOf({ modules }: PlanContent, moduleId: string): Module | undefined {
  return modules.find(({ id }) => id === moduleId);
}
