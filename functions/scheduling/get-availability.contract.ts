import { defineOperation } from '../shared/operation.ts';
import { availabilityResource } from '../shared/scheduling-resources.ts';
import { teacherParams } from '../shared/scheduling-schemas.ts';

export const getAvailabilityRoute = defineOperation({
  name: 'get-availability',
  method: 'GET',
  path: '/schools/{schoolId}/teachers/{teacherId}/availability',
  summary: 'When a teacher teaches, in local time; empty until somebody says.',
  who: { school_admin: 'school', office: 'departments', teacher: 'own' },
  params: teacherParams,
  response: { status: 200, body: availabilityResource },
  needs: { table: 'read' },
});
