import * as z from 'zod';
import { suspenseResource } from '../shared/online-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { pageOf, paging, schoolParams } from '../shared/schemas.ts';

export const listSuspenseRoute = defineOperation({
  name: 'list-suspense',
  method: 'GET',
  path: '/schools/{schoolId}/finance/suspense',
  summary:
    'Money received that matched nothing, newest first: what waits for a decision, unless another status is asked for.',
  who: { school_admin: 'school' },
  params: schoolParams,
  query: z.strictObject({
    ...paging,
    status: z.enum(['open', 'resolved', 'refunding', 'refunded']).default('open'),
  }),
  response: { status: 200, body: () => pageOf(suspenseResource()) },
  needs: { table: 'read', keys: true },
});
