import * as z from 'zod';
import { moduleParams, signature } from '../shared/learning-bodies.ts';
import { entryResource } from '../shared/learning-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { idOf } from '../shared/schemas.ts';

export const createStudentSignatureRoute = defineOperation({
  name: 'create-student-signature',
  method: 'POST',
  path: '/schools/{schoolId}/students/{studentId}/modules/{moduleId}/student-signature',
  summary: 'The student confirms what the teacher signed.',
  who: { student: 'self' },
  byThemselves: true,
  params: moduleParams,
  body: z.strictObject({ bookingId: idOf('bkg'), signature }),
  response: { status: 201, body: entryResource },
  errors: ['lesson_not_taught', 'awaiting_teacher', 'already_signed', 'conflict'],
  needs: { table: 'write' },
});
