import { optOutParams } from '../shared/notification-resources.ts';
import { defineOperation } from '../shared/operation.ts';

export const optOutRoute = defineOperation({
  name: 'opt-out',
  method: 'POST',
  path: '/opt-out/{token}',
  summary: 'No more SMS, by the link at the end of one; messages come by e-mail instead.',
  who: 'public',
  rateLimit: 'tokens',
  params: optOutParams,
  response: { status: 204 },
  errors: ['link_invalid'],
  needs: { table: 'write', rateLimits: true, keys: true },
});
