import * as z from 'zod';
import { buyer, invoiceLines, invoiceParams } from '../shared/finance-bodies.ts';
import { invoiceResource } from '../shared/finance-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { date } from '../shared/schemas.ts';

export const changeInvoiceRoute = defineOperation({
  name: 'change-invoice',
  method: 'PATCH',
  path: '/schools/{schoolId}/invoices/{invoiceId}',
  summary: 'Changes a draft. What is issued is credited instead.',
  who: { school_admin: 'school', office: 'departments' },
  params: invoiceParams,
  body: z.strictObject({
    lines: invoiceLines.optional(),
    dueDate: date.nullable().optional(),
    /** null: whoever it is without a choice */
    buyer: buyer.nullable().optional(),
  }),
  response: { status: 200, body: invoiceResource },
  errors: ['invoice_issued', 'already_invoiced', 'stale_version'],
  needs: { table: 'write' },
});
