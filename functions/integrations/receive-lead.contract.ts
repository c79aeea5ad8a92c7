import * as z from 'zod';
import { defineOperation } from '../shared/operation.ts';
import { email, line, name, phone } from '../shared/schemas.ts';

export const receiveLeadRoute = defineOperation({
  name: 'receive-lead',
  method: 'POST',
  path: '/webhooks/findkoreskole/leads',
  summary:
    'findkoreskole.dk delivers a lead, signed by `X-Signature`; a second copy of an `X-Delivery-Id` changes nothing.',
  who: 'public',
  body: z.strictObject({
    schoolRef: line(100),
    name,
    email,
    phone,
    message: z.string().trim().max(4_000).optional(),
  }),
  response: { status: 202 },
  errors: ['untrusted_delivery'],
  needs: { table: 'write', platform: 'findkoreskole' },
});
