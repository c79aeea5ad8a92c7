import { linkStudents } from '../../domain/people/link-students.ts';
import { eventHandler } from '../shared/event-handler.ts';
import { linkStudentsWorker } from './link-students.contract.ts';

export const handler = eventHandler(linkStudentsWorker, async ({ schoolId, data }, context) => {
  const { teacherId, studentIds } = data as { teacherId: string; studentIds: string[] };
  if (schoolId) await linkStudents(context, schoolId, teacherId, studentIds);
});
