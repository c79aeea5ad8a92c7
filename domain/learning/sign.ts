import type { SchoolRow } from '../schools/school.entity.ts';
import { DomainError } from '../shared/errors.ts';
import type { Id, PersonId } from '../shared/ids.ts';
import type { Context } from '../store/context.ts';
import { addEntry } from './add-entry.ts';
import type { Strokes } from './entry.ts';
import type { EntryView } from './entry-view.ts';
import type { LessonRow } from './lesson.entity.ts';
import type { Signing } from './lesson.ts';
import {
  type RecordScene,
  requireAttended,
  requireTeacher,
  type Target,
  teacherOf,
} from './record-scene.ts';

/** How somebody signs: their name as they write it, and the strokes if they drew it. */
export type Signature = { name: string; strokes?: Strokes | undefined };

/**
 * The teacher who taught a lesson signs that it taught this module to this student.
 * Throws `forbidden` for anybody else, `lesson_not_taught`, `already_signed`, `not_found`.
 */
export async function signAsTeacher(
  context: Context,
  school: SchoolRow,
  teacherId: PersonId,
  target: Target,
  { signature, note }: { signature: Signature; note?: string | undefined },
): Promise<EntryView> {
  return addEntry(context, school, teacherId, target, (scene, now) => {
    requireTeacher(scene, teacherId);
    requireTwo(scene, target.studentId);
    const lesson = requireAttended(scene);
    const signing = signingOf(lesson, scene.module.id);
    if (signing.teacherSignedAt) throw alreadySigned();
    return {
      ...{ kind: 'teacher_signature', role: 'teacher' },
      personal: { ...personalOf(signature), ...(note !== undefined && { text: note }) },
      lesson: withSigning(lesson, scene.module.id, { ...signing, teacherSignedAt: now }),
    };
  });
}

/**
 * The student confirms what the teacher signed. Throws `awaiting_teacher` before that,
 * `already_signed`, `lesson_not_taught`, `forbidden`, `not_found`, and `conflict` while an objection or correction
 * waits for its answer, or after one took the module out of the lesson.
 */
export async function signAsStudent(
  context: Context,
  school: SchoolRow,
  studentId: PersonId,
  target: Target,
  { signature }: { signature: Signature },
): Promise<EntryView> {
  return addEntry(context, school, studentId, target, (scene, now) => {
    requireTwo(scene, studentId);
    const lesson = requireAttended(scene);
    const signing = signingOf(lesson, scene.module.id);
    if (signing.studentSignedAt) throw alreadySigned();
    if (!signing.teacherSignedAt) {
      throw new DomainError('awaiting_teacher', 'The teacher has not signed this lesson yet.');
    }
    requireUndisputed(signing);
    return {
      ...{ kind: 'student_signature', role: 'student' },
      personal: personalOf(signature),
      lesson: withSigning(lesson, scene.module.id, { ...signing, studentSignedAt: now }),
    };
  });
}

/** Two signatures are two people's, whatever the booking says. Throws `forbidden`. */
function requireTwo(scene: RecordScene, studentId: string): void {
  if (teacherOf(scene) !== studentId) return;
  throw new DomainError('forbidden', 'Nobody signs both sides of a lesson.');
}

function requireUndisputed({ openDispute, openCorrection, counts }: Signing): void {
  if (openDispute) throw conflict('You objected to this lesson; the teacher has not answered yet.');
  if (openCorrection) throw conflict('A correction of this lesson waits for your answer.');
  if (counts === false) throw conflict('This module was taken out of this lesson.');
}

function conflict(message: string): DomainError {
  return new DomainError('conflict', message);
}

function alreadySigned(): DomainError {
  return new DomainError('already_signed', 'This is signed already.');
}

function personalOf({ name, strokes }: Signature) {
  return { name, ...(strokes && { strokes }) };
}

export function signingOf({ signings }: LessonRow, moduleId: Id<'mod'>): Signing {
  return signings[moduleId] ?? {};
}

/** The lesson's signings with one of them changed. */
export function withSigning({ signings }: LessonRow, moduleId: Id<'mod'>, signing: Signing) {
  return { signings: { ...signings, [moduleId]: signing } };
}
