import type { BookingKind } from '../scheduling/booking-type.ts';
import type { Instant } from '../shared/instant.ts';
import { type IsoDate, localDate } from '../shared/time.ts';
import { isAwaiting, type LessonFacts, minutesOf, type Signing } from './lesson.ts';
import { isTeaching, resumeBy } from './pause.ts';
import type { Minimums, Module, PlanVersion } from './plan.ts';

/** A lesson as progress needs it. */
export type Lesson = LessonFacts & { bookingId: string; kind: BookingKind };

export type ModuleState =
  | 'not_started'
  | 'in_progress'
  | 'awaiting_student'
  | 'verified'
  | 'disputed';

export type Missing = { code: string; message: string };

/** What a student has been taught, held against the version of the plan that they follow. */
export function progressOf(plan: PlanVersion | null, lessons: readonly Lesson[], timeZone: string) {
  const inOrder = [...lessons].sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
  const counts = countsOf(plan, inOrder, timeZone);
  const modules = (plan?.modules ?? []).map((module) => moduleProgress(plan, module, inOrder));
  const missing = missingOf(plan, counts, modules);
  const last = lastTaughtOn(inOrder, timeZone);
  return {
    lessonPlanId: plan?.lessonPlanId ?? null,
    version: plan?.version ?? null,
    modules,
    counts,
    lastTaughtOn: last,
    resumeBy: last && plan ? resumeBy(last, plan.pause.months) : null,
    ready: missing.length === 0,
    missing,
  };
}

export type Progress = ReturnType<typeof progressOf>;

/** The day of the last lesson that a student attended; tests and the like are none. */
export function lastTaughtOn(lessons: readonly Lesson[], timeZone: string): IsoDate | null {
  const taught = lessons.filter(({ kind, status }) => status === 'attended' && isTeaching(kind));
  const last = taught
    .map(({ startedAt }) => startedAt)
    .sort()
    .at(-1);
  return last ? localDate(last, timeZone) : null;
}

/** Both have signed, and no objection or correction stands against it. */
function isDoublySigned(signing: Signing | undefined): boolean {
  return (
    signing?.teacherSignedAt !== undefined &&
    signing.studentSignedAt !== undefined &&
    signing.openDispute === undefined &&
    signing.counts !== false
  );
}

/** Whole lessons in what was taught: of 45 minutes, 1; of 44, none; of 90, 2. */
function lessonsIn(lesson: Lesson, { lessonMinutes }: { lessonMinutes: number }): number {
  return lesson.status === 'attended' ? Math.floor(minutesOf(lesson) / lessonMinutes) : 0;
}

/** How many lessons verify a module so far: attended, a whole lesson at least, and doubly signed. */
export function verifiedLessons(
  plan: { lessonMinutes: number },
  moduleId: Module['id'],
  lessons: readonly Lesson[],
): number {
  return lessons.filter(
    (lesson) => lessonsIn(lesson, plan) > 0 && isDoublySigned(lesson.signings[moduleId]),
  ).length;
}

function countsOf(
  plan: PlanVersion | null,
  lessons: readonly Lesson[],
  timeZone: string,
): Minimums {
  const counts = { theory: 0, road: 0, manoeuvring: 0, skid: 0, dark: 0, teachingDays: 0 };
  if (!plan) return counts;
  const dark = new Set(plan.modules.filter((module) => module.dark).map(({ id }) => id));
  const days = new Set<IsoDate>();
  for (const lesson of lessons) {
    const signed = (Object.entries(lesson.signings) as [Module['id'], Signing][])
      .filter(([, signing]) => isDoublySigned(signing))
      .map(([moduleId]) => moduleId);
    const count = lessonsIn(lesson, plan);
    if (count === 0 || signed.length === 0) continue;
    const { kind } = lesson;
    if (kind === 'test' || kind === 'other') continue;
    counts[kind] += count;
    if (signed.some((moduleId) => dark.has(moduleId))) counts.dark += count;
    days.add(localDate(lesson.startedAt, timeZone));
  }
  return { ...counts, teachingDays: days.size };
}

function moduleProgress(
  plan: PlanVersion | null,
  { id, title, kind, order, required }: Module,
  lessons: readonly Lesson[],
) {
  const its = lessons.filter(
    ({ status, moduleIds, signings }) =>
      signings[id] !== undefined || (status === 'attended' && moduleIds.includes(id)),
  );
  const verified = plan ? verifiedLessons(plan, id, its) : 0;
  const signings = its.flatMap((lesson) => lesson.signings[id] ?? []);
  return {
    moduleId: id,
    ...{ title, kind, order, required, verified },
    state: stateOf(its.length, signings, verified >= required),
    lessons: its.map((lesson) => ({
      bookingId: lesson.bookingId,
      taughtAt: lesson.startedAt,
      teacherSignedAt: lesson.signings[id]?.teacherSignedAt ?? (null as Instant | null),
      studentSignedAt: lesson.signings[id]?.studentSignedAt ?? (null as Instant | null),
    })),
  };
}

function stateOf(taught: number, signings: readonly Signing[], isVerified: boolean): ModuleState {
  if (signings.some(({ openDispute }) => openDispute !== undefined)) return 'disputed';
  if (isVerified) return 'verified';
  if (signings.some(isAwaiting)) return 'awaiting_student';
  return taught > 0 ? 'in_progress' : 'not_started';
}

const WORDS: readonly [keyof Minimums, code: string, one: string, many: string][] = [
  ['theory', 'theory_lessons', 'theory lesson', 'theory lessons'],
  ['manoeuvring', 'manoeuvring_lessons', 'manoeuvring lesson', 'manoeuvring lessons'],
  ['road', 'road_lessons', 'road lesson', 'road lessons'],
  ['dark', 'dark_lessons', 'road lesson in the dark', 'road lessons in the dark'],
  ['skid', 'skid_lessons', 'skid lesson', 'skid lessons'],
  ['teachingDays', 'teaching_days', 'teaching day', 'teaching days'],
];

/** Why the student is not ready: `1 more teaching day`. */
function missingOf(
  plan: PlanVersion | null,
  counts: Minimums,
  modules: readonly { title: string; state: ModuleState; required: number; verified: number }[],
): Missing[] {
  if (!plan) return [{ code: 'no_lesson_plan', message: 'No lesson plan is assigned' }];
  const short = WORDS.flatMap(([what, code, one, many]) => {
    const lacking = plan.minimums[what] - counts[what];
    if (lacking <= 0) return [];
    return [{ code, message: `${lacking} more ${lacking === 1 ? one : many}` }];
  });
  const unverified = modules.flatMap(({ title, state, required, verified }) => {
    if (state === 'disputed') {
      return [{ code: 'module_disputed', message: `A lesson of "${title}" is disputed` }];
    }
    const lacking = required - verified;
    if (lacking <= 0) return [];
    const lessons = lacking === 1 ? 'lesson' : 'lessons';
    return [{ code: 'module', message: `${lacking} more signed ${lessons} of "${title}"` }];
  });
  return [...short, ...unverified];
}
