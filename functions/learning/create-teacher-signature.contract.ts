import * as z from 'zod';
import { moduleParams, signature, words } from '../shared/learning-bodies.ts';
import { entryResource } from '../shared/learning-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { idOf } from '../shared/schemas.ts';

export const createTeacherSignatureRoute = defineOperation({
  name: 'create-teacher-signature',
  method: 'POST',
  path: '/schools/{schoolId}/students/{studentId}/modules/{moduleId}/teacher-signature',
  summary: 'The teacher who taught a lesson signs that it taught this module to this student.',
  who: { teacher: 'own' },
  byThemselves: true,
  params: moduleParams,
  body: z.strictObject({ bookingId: idOf('bkg'), signature, note: words.optional() }),
  response: { status: 201, body: entryResource },
  errors: ['lesson_not_taught', 'already_signed'],
  needs: { table: 'write' },
});
