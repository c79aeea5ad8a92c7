import * as z from 'zod';
import { suspenseResource } from '../shared/online-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { idOf } from '../shared/schemas.ts';

export const resolveSuspenseRoute = defineOperation({
  name: 'resolve-suspense',
  method: 'POST',
  path: '/schools/{schoolId}/finance/suspense/{suspenseId}/resolution',
  summary: 'Says whose money it is, or sends it back.',
  who: { school_admin: 'school' },
  params: z.object({ schoolId: idOf('sch'), suspenseId: idOf('sus') }),
  body: z.union([
    z.strictObject({ studentId: idOf('per'), invoiceId: idOf('inv').optional() }),
    z.strictObject({ refund: z.literal(true) }),
  ]),
  response: { status: 200, body: suspenseResource },
  errors: ['conflict'],
  needs: { table: 'write', queues: ['stripe'] },
});
