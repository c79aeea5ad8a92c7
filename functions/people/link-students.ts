import { linkStudents } from '../../domain/people/link-students.ts';
import { eventHandler } from '../shared/event-handler.ts';
import { linkStudentsWorker } from './link-students.contract.ts';

export const handler = eventHandler(linkStudentsWorker, async ({ schoolId, data }, context) => {
  // Of a lesson that is over, who taught it: a substitute did not book them.
  const { teacherId, taughtBy, studentIds } = data as {
    teacherId: string;
    taughtBy?: string;
    studentIds: string[];
  };
  if (schoolId) await linkStudents(context, schoolId, taughtBy ?? teacherId, studentIds);
});
