import * as z from 'zod';
import { invoiceParams } from '../shared/finance-bodies.ts';
import { creditNoteResource } from '../shared/finance-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { pageOf, paging } from '../shared/schemas.ts';

export const listCreditNotesRoute = defineOperation({
  name: 'list-credit-notes',
  method: 'GET',
  path: '/schools/{schoolId}/invoices/{invoiceId}/credit-notes',
  summary: 'The credit notes of an invoice, oldest first.',
  who: { school_admin: 'school', office: 'departments', student: 'self' },
  params: invoiceParams,
  query: z.strictObject(paging),
  response: { status: 200, body: () => pageOf(creditNoteResource()) },
  needs: { table: 'read', keys: true },
});
