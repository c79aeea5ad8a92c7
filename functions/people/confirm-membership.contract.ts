import * as z from 'zod';
import { defineOperation } from '../shared/operation.ts';

export const confirmMembershipRoute = defineOperation({
  name: 'confirm-membership',
  method: 'POST',
  path: '/confirmations',
  summary: 'Confirms a new membership of somebody who has a password, by the token mailed to them.',
  who: 'public',
  rateLimit: 'tokens',
  body: z.strictObject({ token: z.string().min(1).max(200) }),
  response: { status: 204 },
  errors: ['link_invalid', 'school_suspended'],
  needs: { table: 'write', rateLimits: true, keys: true },
});
