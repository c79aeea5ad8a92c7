import * as z from 'zod';
import { defineOperation } from '../shared/operation.ts';
import { idOf, studentParams } from '../shared/schemas.ts';

export const requestSignatureRoute = defineOperation({
  name: 'request-signature',
  method: 'POST',
  path: '/schools/{schoolId}/students/{studentId}/signature-requests',
  summary: 'Asks the student once more to sign what the teacher has signed of a lesson.',
  who: { school_admin: 'school', office: 'departments', teacher: 'own' },
  params: studentParams,
  body: z.strictObject({ bookingId: idOf('bkg') }),
  response: { status: 202, body: () => z.object({ moduleIds: z.array(z.string()) }) },
  errors: ['lesson_not_taught', 'awaiting_teacher', 'already_signed', 'conflict'],
  needs: { table: 'write' },
});
