import * as z from 'zod';
import { defineOperation } from '../shared/operation.ts';
import { idOf, line, lines, schoolParams } from '../shared/schemas.ts';

const audience = z.union([
  z.strictObject({ studentIds: z.array(idOf('per')).min(1).max(5_000) }),
  z.strictObject({ teacherId: idOf('per') }),
  z.strictObject({ departmentId: idOf('dep') }),
  z.strictObject({ all: z.literal(true) }),
]);

export const createMessageRoute = defineOperation({
  name: 'create-message',
  method: 'POST',
  path: '/schools/{schoolId}/messages',
  summary: 'Writes to an audience: named students, those of a teacher or a department, or all.',
  who: { school_admin: 'school', office: 'departments', teacher: 'own' },
  params: schoolParams,
  body: z.strictObject({
    audience,
    channels: z
      .array(z.enum(['email', 'sms']))
      .min(1)
      .max(2),
    subject: line(200).optional(),
    body: lines(5_000),
    preview: z.boolean().optional(),
  }),
  response: {
    status: 202,
    body: () =>
      z.object({
        messageId: z.string().nullable(),
        recipients: z.int(),
        sms: z.object({ encoding: z.enum(['GSM-7', 'UCS-2']), segments: z.int() }).nullable(),
      }),
  },
  errors: ['rule_refused'],
  needs: { table: 'write', indexes: ['bySchoolAndTime'] },
});
