import type { EventDefinition, PendingEvent } from '../../events/define.ts';
import {
  correctionAccepted,
  correctionRejected,
  correctionRequested,
  disputeAccepted,
  disputeRaised,
  disputeRejected,
  studentSigned,
  teacherSigned,
} from '../../events/learning.ts';
import type { EntryContent, EntryKind } from './entry.ts';

const EVENTS: Record<EntryKind, EventDefinition> = {
  teacher_signature: teacherSigned,
  student_signature: studentSigned,
  correction: correctionRequested,
  correction_accepted: correctionAccepted,
  correction_rejected: correctionRejected,
  dispute: disputeRaised,
  dispute_accepted: disputeAccepted,
  dispute_rejected: disputeRejected,
};

/** The event of an entry, or another one that this entry brought about. */
export function eventOf(
  content: EntryContent,
  head: string,
  definition: EventDefinition = EVENTS[content.kind],
  more: object = {},
): PendingEvent {
  const { schoolId, studentId, moduleId, bookingId, signatureId, sequence, answers } = content;
  return definition.of(
    schoolId,
    { id: studentId, version: sequence },
    {
      ...{ studentId, moduleId, bookingId, signatureId, sequence, head },
      teacherId: content.shown.lesson.teacherId,
      ...(answers && { answers }),
      ...more,
    },
  );
}
