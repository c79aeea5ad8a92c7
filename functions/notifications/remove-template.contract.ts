import { templateParams } from '../shared/notification-resources.ts';
import { defineOperation } from '../shared/operation.ts';

export const removeTemplateRoute = defineOperation({
  name: 'remove-template',
  method: 'DELETE',
  path: '/schools/{schoolId}/templates/{key}/{language}',
  summary: 'Goes back to the platform’s words.',
  who: { school_admin: 'school' },
  params: templateParams,
  response: { status: 204 },
  needs: { table: 'write' },
});
