import * as z from 'zod';
import { linkToken } from '../shared/bodies.ts';
import { defineOperation } from '../shared/operation.ts';

export const confirmMembershipRoute = defineOperation({
  name: 'confirm-membership',
  method: 'POST',
  path: '/confirmations',
  summary: 'Confirms a new membership of somebody who has a password, by the token mailed to them.',
  who: 'public',
  rateLimit: 'tokens',
  body: z.strictObject({ token: linkToken }),
  response: { status: 204 },
  errors: ['link_invalid', 'school_suspended'],
  needs: { table: 'write', rateLimits: true, keys: true },
});
