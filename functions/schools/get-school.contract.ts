import { defineOperation } from '../shared/operation.ts';
import { schoolResource } from '../shared/resources.ts';
import { schoolParams } from '../shared/schemas.ts';

export const getSchoolRoute = defineOperation({
  name: 'get-school',
  method: 'GET',
  path: '/schools/{schoolId}',
  summary: 'One school.',
  who: { school_admin: 'school' },
  params: schoolParams,
  response: { status: 200, body: schoolResource },
  needs: { table: 'read' },
});
