import { invoiceParams } from '../shared/finance-bodies.ts';
import { defineOperation } from '../shared/operation.ts';

export const removeInvoiceRoute = defineOperation({
  name: 'remove-invoice',
  method: 'DELETE',
  path: '/schools/{schoolId}/invoices/{invoiceId}',
  summary: 'Deletes a draft; it used no number.',
  who: { school_admin: 'school', office: 'departments' },
  params: invoiceParams,
  response: { status: 204 },
  errors: ['invoice_issued', 'conflict'],
  needs: { table: 'write' },
});
