import * as z from 'zod';
import { defineOperation } from '../shared/operation.ts';

export const refreshSessionRoute = defineOperation({
  name: 'refresh-session',
  method: 'POST',
  path: '/sessions/refresh',
  summary: 'A new access token for a refresh token.',
  who: 'public',
  rateLimit: 'sessions',
  body: z.strictObject({ refreshToken: z.string().min(1).max(4_096) }),
  response: { status: 200, body: () => z.object({ accessToken: z.string(), expiresIn: z.int() }) },
  errors: ['invalid_credentials', 'unavailable'],
  needs: { rateLimits: true, keys: true, userPool: ['InitiateAuth'] },
});
