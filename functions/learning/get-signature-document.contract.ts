import * as z from 'zod';
import { defineOperation } from '../shared/operation.ts';
import { recordDocumentResource } from '../shared/record-resources.ts';
import { language, studentParams } from '../shared/schemas.ts';

export const getSignatureDocumentRoute = defineOperation({
  name: 'get-signature-document',
  method: 'GET',
  path: '/schools/{schoolId}/students/{studentId}/signatures/document',
  summary:
    "A student's whole record as one document: to print (`html`, `pdf`), or to check offline (`json`).",
  who: { school_admin: 'school', office: 'departments', teacher: 'own', student: 'self' },
  params: studentParams,
  query: z.strictObject({
    format: z.enum(['html', 'pdf', 'json']).default('html'),
    /** of the printed words; the school's without it */
    language: language.optional(),
  }),
  response: {
    status: 200,
    body: recordDocumentResource,
    alsoAs: ['text/html', 'application/pdf'],
  },
  needs: { table: 'read' },
  // processor time comes with memory: the PDF of a whole education is a second or two at this size
  memory: 1_024,
  timeoutSeconds: 29,
});
