import * as z from 'zod';
import { moduleParams, words } from '../shared/learning-bodies.ts';
import { entryResource } from '../shared/learning-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { idOf } from '../shared/schemas.ts';

export const createDisputeRoute = defineOperation({
  name: 'create-dispute',
  method: 'POST',
  path: '/schools/{schoolId}/students/{studentId}/modules/{moduleId}/dispute',
  summary:
    'The student objects to what is recorded of a lesson; the teacher accepts or rejects that.',
  who: { student: 'self' },
  byThemselves: true,
  params: moduleParams,
  body: z.strictObject({ bookingId: idOf('bkg'), text: words }),
  response: { status: 201, body: entryResource },
  errors: ['lesson_not_taught', 'conflict'],
  needs: { table: 'write' },
});
