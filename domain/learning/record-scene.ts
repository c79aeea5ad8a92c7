import { type MembershipRow, membershipEntity } from '../people/membership.entity.ts';
import { type BookingRow, bookingEntity } from '../scheduling/booking.entity.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import { settingsEntity } from '../schools/school-rows.entity.ts';
import { type Settings, settingsWith } from '../schools/settings.ts';
import { DomainError, notFound } from '../shared/errors.ts';
import type { Context } from '../store/context.ts';
import { type ChainRow, chainEntity } from './chain.entity.ts';
import { type LessonRow, lessonEntity } from './lesson.entity.ts';
import { type Module, moduleOf, type PlanVersion } from './plan.ts';
import { pinnedPlan } from './plans-of.ts';
import { readPlanVersion } from './read-plans.ts';

/** What every entry of a record is about. */
export type Target = { studentId: string; moduleId: string; bookingId: string };

/** Everything that an entry is judged by, read consistently. */
export type RecordScene = {
  school: SchoolRow;
  settings: Settings;
  booking: BookingRow;
  lesson: LessonRow | null;
  chain: ChainRow | null;
  plan: PlanVersion;
  module: Module;
};

/**
 * Reads what an entry is about. Throws `not_found` for a student, booking or module that is not
 * there, or a booking that the student has no part in.
 */
export async function readRecordScene(
  context: Context,
  school: SchoolRow,
  { studentId, moduleId, bookingId }: Target,
): Promise<RecordScene> {
  const { store } = context;
  const { schoolId } = school;
  const [settings, student, booking, lesson, chain] = await store.getAll(
    [settingsEntity, settingsEntity.get({ schoolId })],
    [membershipEntity, membershipEntity.get({ schoolId, personId: studentId })],
    [bookingEntity, bookingEntity.get({ schoolId, bookingId })],
    [lessonEntity, lessonEntity.get({ schoolId, studentId, bookingId })],
    [chainEntity, chainEntity.get({ schoolId, studentId })],
  );
  if (!student?.student) throw notFound('This student');
  if (!booking?.students.some((part) => part.studentId === studentId)) {
    throw notFound('This booking');
  }
  const { plan, module } = await planModule(context, student, moduleId);
  return {
    ...{ school, settings: settingsWith(settings?.changes) },
    ...{ booking, lesson, chain, plan, module },
  };
}

async function planModule(context: Context, student: MembershipRow, moduleId: string) {
  const pin = pinnedPlan(student);
  const plan = pin && (await readPlanVersion(context.store, student.schoolId, pin));
  const module = plan && moduleOf(plan, moduleId);
  if (!module) throw notFound('This module');
  return { plan, module };
}

/** Who signs as the teacher: whoever taught, or while nobody has, who is to. */
export function teacherOf({ booking }: RecordScene): string {
  const { state, teacherId } = booking;
  const taught = state.status === 'completed' || state.status === 'no_show';
  return taught ? state.taught.taughtBy : teacherId;
}

/** Throws `forbidden` for anybody else than the teacher who signs. */
export function requireTeacher(scene: RecordScene, personId: string): void {
  if (teacherOf(scene) === personId) return;
  throw new DomainError('forbidden', 'Only the teacher who taught this lesson may do this.');
}

/**
 * The lesson as the student's record has it. Throws `lesson_not_taught` for one that is still to come,
 * was cancelled or is not completed, and for a module that it did not cover.
 */
export function requireCompleted({ booking, lesson, module }: RecordScene): LessonRow {
  if (!lesson) {
    const { status } = booking.state;
    throw notTaught(
      status === 'cancelled' ? 'This lesson was cancelled.' : 'This lesson is not completed yet.',
    );
  }
  if (lesson.moduleIds.length > 0 && !lesson.moduleIds.includes(module.id)) {
    throw notTaught('This lesson did not cover this module.');
  }
  return lesson;
}

/** The same for what the student must have attended. Throws `lesson_not_taught` also when they did not. */
export function requireAttended(scene: RecordScene): LessonRow {
  const lesson = requireCompleted(scene);
  if (lesson.status === 'attended') return lesson;
  throw notTaught('The student did not come to this lesson.');
}

function notTaught(message: string): DomainError {
  return new DomainError('lesson_not_taught', message);
}
