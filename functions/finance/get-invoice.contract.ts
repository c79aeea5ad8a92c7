import * as z from 'zod';
import { defineOperation } from '../shared/operation.ts';
import { invoiceResource } from '../shared/resources.ts';
import { idOf } from '../shared/schemas.ts';

export const getInvoiceRoute = defineOperation({
  name: 'get-invoice',
  method: 'GET',
  path: '/schools/{schoolId}/invoices/{invoiceId}',
  summary: 'One invoice.',
  who: { school_admin: 'school', office: 'departments', student: 'self' },
  params: z.object({ schoolId: idOf('sch'), invoiceId: idOf('inv') }),
  response: { status: 200, body: invoiceResource },
  needs: { table: 'read' },
});
