import * as z from 'zod';
import { defineOperation } from '../shared/operation.ts';

export const revokeSessionRoute = defineOperation({
  name: 'revoke-session',
  method: 'POST',
  path: '/sessions/revoke',
  summary: 'Ends a session: its refresh token gives no more access tokens.',
  who: 'public',
  rateLimit: 'sessions',
  body: z.strictObject({ refreshToken: z.string().min(1).max(4_096) }),
  response: { status: 204 },
  errors: ['unavailable'],
  needs: { rateLimits: true, keys: true, userPool: ['RevokeToken'] },
});
