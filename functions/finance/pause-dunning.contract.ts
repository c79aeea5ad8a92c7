import * as z from 'zod';
import { invoiceParams, reason } from '../shared/finance-bodies.ts';
import { invoiceResource } from '../shared/finance-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { date } from '../shared/schemas.ts';

export const pauseDunningRoute = defineOperation({
  name: 'pause-dunning',
  method: 'POST',
  path: '/schools/{schoolId}/invoices/{invoiceId}/dunning-pause',
  summary: 'Stops the reminders of an invoice, until a date or for good.',
  who: { school_admin: 'school', office: 'departments' },
  params: invoiceParams,
  body: z.strictObject({ reason, until: date.optional() }),
  response: { status: 200, body: invoiceResource },
  errors: ['conflict'],
  needs: { table: 'write' },
});
