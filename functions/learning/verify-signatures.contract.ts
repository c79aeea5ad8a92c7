import { verificationResource } from '../shared/learning-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { studentParams } from '../shared/schemas.ts';

export const verifySignaturesRoute = defineOperation({
  name: 'verify-signatures',
  method: 'GET',
  path: '/schools/{schoolId}/students/{studentId}/signatures/verification',
  summary: "Whether a student's signed record holds, and if not, the first entry that does not.",
  who: { school_admin: 'school', office: 'departments', teacher: 'own', student: 'self' },
  params: studentParams,
  response: { status: 200, body: verificationResource },
  needs: { table: 'read' },
});
