import { instalmentsBody } from '../shared/finance-bodies.ts';
import { invoiceResource } from '../shared/finance-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { studentParams } from '../shared/schemas.ts';

export const agreeInstalmentsRoute = defineOperation({
  name: 'agree-instalments',
  method: 'POST',
  path: '/schools/{schoolId}/students/{studentId}/instalments',
  summary: 'Agrees on instalments for what is owed of an invoice.',
  who: { school_admin: 'school', office: 'departments' },
  params: studentParams,
  body: instalmentsBody,
  response: { status: 200, body: invoiceResource },
  errors: ['conflict'],
  needs: { table: 'write' },
});
