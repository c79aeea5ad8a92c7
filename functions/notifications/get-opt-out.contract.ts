import * as z from 'zod';
import { optOutParams } from '../shared/notification-resources.ts';
import { defineOperation } from '../shared/operation.ts';

export const getOptOutRoute = defineOperation({
  name: 'get-opt-out',
  method: 'GET',
  path: '/opt-out/{token}',
  summary: 'What the link at the end of an SMS would change. Reading changes nothing.',
  who: 'public',
  rateLimit: 'tokens',
  params: optOutParams,
  response: {
    status: 200,
    body: () => z.object({ schoolName: z.string(), sms: z.boolean() }),
  },
  errors: ['link_invalid'],
  needs: { table: 'read', rateLimits: true, keys: true },
});
