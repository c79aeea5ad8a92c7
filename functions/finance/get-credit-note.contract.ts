import { creditNoteParams, documentQuery } from '../shared/finance-bodies.ts';
import { creditNoteResource } from '../shared/finance-resources.ts';
import { defineOperation } from '../shared/operation.ts';

export const getCreditNoteRoute = defineOperation({
  name: 'get-credit-note',
  method: 'GET',
  path: '/schools/{schoolId}/invoices/{invoiceId}/credit-notes/{creditNoteId}',
  summary: 'One credit note, or its document to print.',
  who: { school_admin: 'school', office: 'departments', student: 'self' },
  params: creditNoteParams,
  query: documentQuery,
  response: {
    status: 200,
    body: creditNoteResource,
    alsoAs: ['text/html', 'application/pdf'],
  },
  needs: { table: 'read' },
  // processor time comes with memory, and a PDF takes some
  memory: 1_024,
});
