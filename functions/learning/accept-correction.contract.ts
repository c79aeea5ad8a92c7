import { entryParams } from '../shared/learning-bodies.ts';
import { entryResource } from '../shared/learning-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { noBody } from '../shared/schemas.ts';

export const acceptCorrectionRoute = defineOperation({
  name: 'accept-correction',
  method: 'POST',
  path: '/schools/{schoolId}/students/{studentId}/modules/{moduleId}/corrections/{signatureId}/acceptance',
  summary: 'The other party accepts a correction or an objection.',
  who: { teacher: 'own', student: 'self' },
  byThemselves: true,
  params: entryParams,
  body: noBody,
  response: { status: 201, body: entryResource },
  errors: ['conflict'],
  needs: { table: 'write' },
});
