import { ownTemplate, templateParams, templateResource } from '../shared/notification-resources.ts';
import { defineOperation } from '../shared/operation.ts';

export const setTemplateRoute = defineOperation({
  name: 'set-template',
  method: 'PUT',
  path: '/schools/{schoolId}/templates/{key}/{language}',
  summary:
    'Puts one message into the school’s own words; what is left out is as the platform has it.',
  who: { school_admin: 'school' },
  params: templateParams,
  body: ownTemplate,
  response: { status: 200, body: templateResource },
  needs: { table: 'write', portal: true },
});
