import * as z from 'zod';
import { registrationBody } from '../shared/bodies.ts';
import { defineOperation } from '../shared/operation.ts';
import { schoolParams } from '../shared/schemas.ts';

export const createRegistrationRoute = defineOperation({
  name: 'create-registration',
  method: 'POST',
  path: '/schools/{schoolId}/registrations',
  summary:
    'A visitor registers as a student. The answer is the same for known and unknown addresses.',
  who: 'public',
  rateLimit: 'registrations',
  params: schoolParams,
  body: registrationBody,
  response: { status: 202, body: () => z.object({ registrationId: z.string() }) },
  errors: ['school_suspended'],
  needs: { table: 'write', rateLimits: true, keys: true },
});
