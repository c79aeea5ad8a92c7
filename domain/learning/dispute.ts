import type { SchoolRow } from '../schools/school.entity.ts';
import { DomainError } from '../shared/errors.ts';
import type { PersonId } from '../shared/ids.ts';
import type { Context } from '../store/context.ts';
import { addEntry } from './add-entry.ts';
import type { EntryView } from './entry-view.ts';
import { requireCompleted, type Target } from './record-scene.ts';
import { signingOf, withSigning } from './sign.ts';

/**
 * The student objects to what is recorded of a module in a lesson, be it that they were there or that
 * they were not. Until the teacher answers, the lesson does not count for the module. Throws
 * `lesson_not_taught`, `not_found`, and `conflict` while an earlier objection is unanswered.
 */
export async function disputeLesson(
  context: Context,
  school: SchoolRow,
  studentId: PersonId,
  target: Target,
  { text }: { text: string },
): Promise<EntryView> {
  return addEntry(context, school, studentId, target, (scene, _now, signatureId) => {
    const lesson = requireCompleted(scene);
    const signing = signingOf(lesson, scene.module.id);
    if (signing.openDispute) {
      throw new DomainError('conflict', 'An objection to this lesson is not answered yet.');
    }
    return {
      ...{ kind: 'dispute', role: 'student' },
      personal: { text },
      lesson: withSigning(lesson, scene.module.id, { ...signing, openDispute: signatureId }),
    };
  });
}
