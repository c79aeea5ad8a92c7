import * as z from 'zod';
import { buyer, invoiceLines } from '../shared/finance-bodies.ts';
import { invoiceResource } from '../shared/finance-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { date, studentParams } from '../shared/schemas.ts';

export const createInvoiceRoute = defineOperation({
  name: 'create-invoice',
  method: 'POST',
  path: '/schools/{schoolId}/students/{studentId}/invoices',
  summary: 'Invoices a student: issued with the next number at once, or kept as a draft.',
  who: { school_admin: 'school', office: 'departments' },
  params: studentParams,
  body: z.strictObject({
    lines: invoiceLines,
    /** without it the school's days of payment after the day of issue */
    dueDate: date.optional(),
    buyer: buyer.optional(),
    draft: z.boolean().optional(),
  }),
  response: { status: 201, body: invoiceResource },
  errors: ['already_invoiced'],
  needs: { table: 'write' },
});
