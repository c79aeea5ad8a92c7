import * as z from 'zod';
import { defineOperation } from '../shared/operation.ts';
import { email } from '../shared/schemas.ts';

export const createSessionRoute = defineOperation({
  name: 'create-session',
  method: 'POST',
  path: '/sessions',
  summary: 'Signs in. A wrong password and an unknown address are told alike.',
  who: 'public',
  rateLimit: 'sessions',
  body: z.strictObject({ email, password: z.string().min(1).max(256) }),
  response: {
    status: 200,
    body: () => z.object({ accessToken: z.string(), refreshToken: z.string(), expiresIn: z.int() }),
  },
  errors: ['invalid_credentials', 'unavailable'],
  needs: { table: 'read', rateLimits: true, keys: true, userPool: ['AdminInitiateAuth'] },
});
