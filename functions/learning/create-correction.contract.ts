import * as z from 'zod';
import { minutes, moment } from '../shared/booking-bodies.ts';
import { moduleParams, words } from '../shared/learning-bodies.ts';
import { entryResource } from '../shared/learning-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { idOf } from '../shared/schemas.ts';

export const createCorrectionRoute = defineOperation({
  name: 'create-correction',
  method: 'POST',
  path: '/schools/{schoolId}/students/{studentId}/modules/{moduleId}/corrections',
  summary:
    'The teacher who taught a lesson proposes to correct it; it stands as it was until the student accepts.',
  who: { teacher: 'own' },
  byThemselves: true,
  params: moduleParams,
  body: z.strictObject({
    bookingId: idOf('bkg'),
    change: z
      .strictObject({
        startedAt: moment.optional(),
        endedAt: moment.optional(),
        minutes: minutes.optional(),
        status: z.enum(['attended', 'no_show']).optional(),
        covered: z.boolean().optional(),
      })
      .refine((change) => Object.values(change).some((value) => value !== undefined), {
        error: 'must change something',
        params: { code: 'too_small' },
      })
      .refine(({ endedAt, minutes: length }) => endedAt === undefined || length === undefined, {
        error: 'give endedAt or minutes, not both',
        params: { code: 'invalid' },
      }),
    reason: words,
  }),
  response: { status: 201, body: entryResource },
  errors: ['lesson_not_taught', 'conflict', 'local_time_does_not_exist', 'local_time_ambiguous'],
  needs: { table: 'write' },
});
