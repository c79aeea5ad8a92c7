import * as z from 'zod';
import { defineOperation } from '../shared/operation.ts';
import { email } from '../shared/schemas.ts';

export const requestPasswordResetRoute = defineOperation({
  name: 'request-password-reset',
  method: 'POST',
  path: '/password-resets',
  summary: 'Mails a link to set a new password, if anybody has the address.',
  who: 'public',
  rateLimit: 'tokens',
  body: z.strictObject({ email }),
  response: { status: 202 },
  needs: { table: 'append', rateLimits: true, keys: true },
});
