import * as z from 'zod';
import { moment } from '../shared/booking-bodies.ts';
import { defineOperation } from '../shared/operation.ts';
import { line } from '../shared/schemas.ts';

export const receiveTheoryResultRoute = defineOperation({
  name: 'receive-theory-result',
  method: 'POST',
  path: '/webhooks/e-teori/results',
  summary:
    'e-teori.dk delivers the result of a theory test, signed by `X-Signature`; a second copy of an `X-Delivery-Id` changes nothing.',
  who: 'public',
  body: z.strictObject({
    studentRef: line(100),
    test: line(100),
    passed: z.boolean(),
    score: z
      .number()
      .min(0)
      .max(10_000)
      // The table keeps no number below 1e-130, and no test is marked that finely.
      .transform((score) => Math.round(score * 1_000) / 1_000),
    /** without an offset Danish time: a result belongs to a student, and no school is known yet */
    takenAt: moment,
  }),
  response: { status: 202 },
  errors: ['untrusted_delivery', 'local_time_does_not_exist', 'local_time_ambiguous'],
  needs: { table: 'write', platform: 'e-teori' },
});
