import { templateParams, templateResource } from '../shared/notification-resources.ts';
import { defineOperation } from '../shared/operation.ts';

export const getTemplateRoute = defineOperation({
  name: 'get-template',
  method: 'GET',
  path: '/schools/{schoolId}/templates/{key}/{language}',
  summary: 'The texts of one message in one language: the school’s own where it has any.',
  who: { school_admin: 'school' },
  params: templateParams,
  response: { status: 200, body: templateResource },
  needs: { table: 'read', portal: true },
});
