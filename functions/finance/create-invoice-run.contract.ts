import { invoiceRunResource } from '../shared/finance-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { noBody, schoolParams } from '../shared/schemas.ts';

export const createInvoiceRunRoute = defineOperation({
  name: 'create-invoice-run',
  method: 'POST',
  path: '/schools/{schoolId}/finance/invoice-runs',
  summary: 'Begins to invoice what is uninvoiced in the whole school.',
  who: { school_admin: 'school', office: 'departments' },
  params: schoolParams,
  body: noBody,
  response: { status: 202, body: invoiceRunResource },
  needs: { table: 'write' },
});
