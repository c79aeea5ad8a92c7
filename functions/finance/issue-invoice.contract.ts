import { invoiceParams } from '../shared/finance-bodies.ts';
import { invoiceResource } from '../shared/finance-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { noBody } from '../shared/schemas.ts';

export const issueInvoiceRoute = defineOperation({
  name: 'issue-invoice',
  method: 'POST',
  path: '/schools/{schoolId}/invoices/{invoiceId}/issue',
  summary: "Issues a draft: it takes the school's next number and moves the balance.",
  who: { school_admin: 'school', office: 'departments' },
  params: invoiceParams,
  body: noBody,
  response: { status: 200, body: invoiceResource },
  errors: ['invoice_issued', 'conflict'],
  needs: { table: 'write' },
});
