import { documentQuery, invoiceParams } from '../shared/finance-bodies.ts';
import { invoiceResource } from '../shared/finance-resources.ts';
import { defineOperation } from '../shared/operation.ts';

export const getInvoiceRoute = defineOperation({
  name: 'get-invoice',
  method: 'GET',
  path: '/schools/{schoolId}/invoices/{invoiceId}',
  summary: 'One invoice, or its document to print.',
  who: { school_admin: 'school', office: 'departments', student: 'self' },
  params: invoiceParams,
  query: documentQuery,
  response: { status: 200, body: invoiceResource, alsoAs: ['text/html', 'application/pdf'] },
  needs: { table: 'read', portal: true },
  // processor time comes with memory, and a PDF takes some
  memory: 1_024,
});
