import * as z from 'zod';
import { ENTRY_KINDS } from '../../domain/learning/entry.ts';
import { BOOKING_KINDS } from '../../domain/scheduling/booking-type.ts';
import { instant, named } from './resource-parts.ts';

/** What answers about plans, progress and the signed record look like. Functions, as in `resources.ts`. */
const kind = () => z.enum(BOOKING_KINDS);

const minimums = () =>
  z.object({
    theory: z.int(),
    road: z.int(),
    manoeuvring: z.int(),
    skid: z.int(),
    dark: z.int(),
    teachingDays: z.int(),
  });

const planContent = () => ({
  lessonMinutes: z.int(),
  sections: z.array(z.object({ order: z.int(), title: z.string() })),
  modules: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      section: z.int(),
      kind: kind(),
      minutes: z.int(),
      order: z.int(),
      required: z.int(),
      prerequisites: z.array(z.string()),
      dark: z.boolean(),
    }),
  ),
  minimums: minimums(),
  pause: z.object({ months: z.int(), warnDays: z.array(z.int()).nullable() }),
});

const planFacts = () => ({
  id: z.string(),
  schoolId: z.string(),
  name: z.string(),
  templateId: z.string().nullable(),
  templateVersion: z.int().nullable(),
  isDefault: z.boolean(),
  createdAt: instant(),
  version: z.int(),
});

export const lessonPlanSummary = () => named('LessonPlanSummary', () => z.object(planFacts()));
export const lessonPlanResource = () =>
  named('LessonPlan', () => z.object({ ...planFacts(), ...planContent() }));

export const lessonPlanTemplate = () =>
  named('LessonPlanTemplate', () =>
    z.object({
      id: z.string(),
      version: z.int(),
      name: z.string(),
      country: z.string(),
      category: z.string(),
      ...planContent(),
    }),
  );

export const assignmentResource = () =>
  named('LessonPlanAssignment', () =>
    z.object({ studentId: z.string(), lessonPlanId: z.string(), version: z.int() }),
  );

export const progressResource = () =>
  named('Progress', () =>
    z.object({
      lessonPlanId: z.string().nullable(),
      version: z.int().nullable(),
      modules: z.array(
        z.object({
          moduleId: z.string(),
          title: z.string(),
          kind: kind(),
          order: z.int(),
          required: z.int(),
          verified: z.int(),
          state: z.enum(['not_started', 'in_progress', 'awaiting_student', 'verified', 'disputed']),
          lessons: z.array(
            z.object({
              bookingId: z.string(),
              taughtAt: instant(),
              teacherSignedAt: instant().nullable(),
              studentSignedAt: instant().nullable(),
            }),
          ),
        }),
      ),
      counts: minimums(),
      lastTaughtOn: z.string().nullable(),
      resumeBy: z.string().nullable(),
      ready: z.boolean(),
      missing: z.array(z.object({ code: z.string(), message: z.string() })),
      /** taken with e-teori.dk, oldest first; shown, and no condition of `ready` */
      theoryTests: z.array(
        z.object({
          test: z.string(),
          passed: z.boolean(),
          score: z.number(),
          takenAt: instant(),
        }),
      ),
    }),
  );

const change = () =>
  z.object({
    startedAt: instant().optional(),
    endedAt: instant().optional(),
    status: z.enum(['attended', 'no_show']).optional(),
    covered: z.boolean().optional(),
  });

export const entryResource = () =>
  named('RecordEntry', () =>
    z.object({
      id: z.string(),
      sequence: z.int(),
      kind: z.enum(ENTRY_KINDS),
      schoolId: z.string(),
      studentId: z.string(),
      moduleId: z.string(),
      bookingId: z.string(),
      shown: z.object({
        lesson: z.object({
          kind: kind(),
          status: z.enum(['attended', 'no_show']),
          date: z.string(),
          startedAt: instant(),
          endedAt: instant(),
          minutes: z.int(),
          teacherId: z.string(),
          timeZone: z.string(),
        }),
        module: z.object({
          title: z.string(),
          section: z.int(),
          kind: kind(),
          lessonPlanId: z.string(),
          planVersion: z.int(),
        }),
      }),
      change: change().nullable(),
      answers: z.string().nullable(),
      by: z.string(),
      role: z.enum(['teacher', 'student']),
      at: instant(),
      localAt: z.string(),
      signature: z
        .object({ name: z.string(), strokes: z.array(z.array(z.array(z.number()))).nullable() })
        .nullable(),
      text: z.string().nullable(),
      erased: z.boolean(),
      previousHash: z.string(),
      hash: z.string(),
    }),
  );

export const verificationResource = () =>
  named('RecordVerification', () =>
    z.object({
      valid: z.boolean(),
      entries: z.int(),
      head: z.string().nullable(),
      firstBrokenEntry: z
        .object({ sequence: z.int(), id: z.string().nullable(), problem: z.string() })
        .nullable(),
    }),
  );

export const warningResource = () =>
  named('Warning', () =>
    z.object({
      id: z.string(),
      at: instant(),
      kind: z.enum(['pause', 'signature']),
      days: z.int().optional(),
      lastTaughtOn: z.string().optional(),
      resumeBy: z.string().optional(),
      bookingId: z.string().optional(),
      moduleIds: z.array(z.string()).optional(),
      hoursAfter: z.number().optional(),
      notifications: z.array(
        z.object({
          notificationId: z.string(),
          kind: z.string(),
          channel: z.enum(['email', 'sms']),
          status: z.string(),
          createdAt: instant(),
          sentAt: instant().nullable(),
          deliveredAt: instant().nullable(),
        }),
      ),
    }),
  );
