import * as z from 'zod';
import { ledgerEntryResource } from '../shared/finance-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { pageOf, paging, studentParams } from '../shared/schemas.ts';

export const listLedgerRoute = defineOperation({
  name: 'list-ledger',
  method: 'GET',
  path: '/schools/{schoolId}/students/{studentId}/ledger',
  summary: "A student's ledger with running balance, newest first.",
  who: { school_admin: 'school', office: 'departments', student: 'self' },
  params: studentParams,
  query: z.strictObject(paging),
  response: { status: 200, body: () => pageOf(ledgerEntryResource()) },
  needs: { table: 'read', keys: true },
});
