import * as z from 'zod';
import { invoiceResource } from '../shared/finance-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { date, studentParams } from '../shared/schemas.ts';

export const billStudentRoute = defineOperation({
  name: 'bill-student',
  method: 'POST',
  path: '/schools/{schoolId}/students/{studentId}/uninvoiced',
  summary: 'Invoices what bookings and fees of a student are on no invoice yet.',
  who: { school_admin: 'school', office: 'departments' },
  params: studentParams,
  body: z.strictObject({ dueDate: date.optional() }).optional(),
  response: { status: 201, body: invoiceResource },
  errors: ['nothing_to_invoice'],
  needs: { table: 'write' },
});
