import * as z from 'zod';
import { defineOperation } from '../shared/operation.ts';

export const getSigningRoute = defineOperation({
  name: 'get-signing',
  method: 'GET',
  path: '/signing/{token}',
  summary:
    'What the link in a signature request leads to: the lesson and its modules. Reading does not use the link up.',
  who: 'public',
  rateLimit: 'tokens',
  // whatever it looks like: a malformed token is as unknown as any other
  params: z.object({ token: z.string() }),
  response: {
    status: 200,
    body: () =>
      z.object({
        schoolId: z.string(),
        studentId: z.string(),
        bookingId: z.string(),
        school: z.object({ name: z.string() }),
        teacher: z.object({ name: z.string().nullable() }),
        kind: z.string(),
        date: z.string(),
        timeZone: z.string(),
        startedAt: z.string(),
        endedAt: z.string(),
        minutes: z.int(),
        modules: z.array(
          z.object({
            moduleId: z.string(),
            title: z.string(),
            section: z.int(),
            kind: z.string(),
            state: z.enum(['awaiting_student', 'signed', 'disputed', 'not_counted']),
          }),
        ),
        expiresAt: z.string(),
      }),
  },
  errors: ['link_invalid'],
  needs: { table: 'read', rateLimits: true, keys: true },
});
