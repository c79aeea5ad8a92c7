import * as z from 'zod';
import { entryResource } from '../shared/learning-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { pageOf, paging, studentParams } from '../shared/schemas.ts';

export const listSignaturesRoute = defineOperation({
  name: 'list-signatures',
  method: 'GET',
  path: '/schools/{schoolId}/students/{studentId}/signatures',
  summary: "The entries of a student's signed record, in order.",
  who: { school_admin: 'school', office: 'departments', teacher: 'own', student: 'self' },
  params: studentParams,
  query: z.strictObject(paging),
  response: { status: 200, body: () => pageOf(entryResource()) },
  needs: { table: 'read', keys: true },
});
