import * as z from 'zod';
import { defineOperation } from '../shared/operation.ts';

export const getHealthRoute = defineOperation({
  name: 'get-health',
  method: 'GET',
  path: '/health',
  summary: 'Says that the API answers.',
  who: 'public',
  response: { status: 200, body: () => z.object({ status: z.literal('ok') }) },
  needs: {},
});
