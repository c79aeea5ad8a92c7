import * as z from 'zod';
import { creditLines, invoiceParams, reason } from '../shared/finance-bodies.ts';
import { creditNoteResource } from '../shared/finance-resources.ts';
import { defineOperation } from '../shared/operation.ts';

export const createCreditNoteRoute = defineOperation({
  name: 'create-credit-note',
  method: 'POST',
  path: '/schools/{schoolId}/invoices/{invoiceId}/credit-notes',
  summary: 'Credits an issued invoice: by lines, or all that is still owed of it.',
  who: { school_admin: 'school', office: 'departments' },
  params: invoiceParams,
  body: z.strictObject({ lines: creditLines.optional(), reason }),
  response: { status: 201, body: creditNoteResource },
  errors: ['credit_exceeds_rest', 'conflict'],
  needs: { table: 'write' },
});
