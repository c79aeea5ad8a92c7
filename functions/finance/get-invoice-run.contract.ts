import * as z from 'zod';
import { invoiceRunResource } from '../shared/finance-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { idOf } from '../shared/schemas.ts';

export const getInvoiceRunRoute = defineOperation({
  name: 'get-invoice-run',
  method: 'GET',
  path: '/schools/{schoolId}/finance/invoice-runs/{runId}',
  summary: 'How far a run over the whole school has come.',
  who: { school_admin: 'school', office: 'departments' },
  params: z.object({ schoolId: idOf('sch'), runId: idOf('run') }),
  response: { status: 200, body: invoiceRunResource },
  needs: { table: 'read' },
});
