import { ownTemplate, previewResource, templateParams } from '../shared/notification-resources.ts';
import { defineOperation } from '../shared/operation.ts';

export const previewTemplateRoute = defineOperation({
  name: 'preview-template',
  method: 'POST',
  path: '/schools/{schoolId}/templates/{key}/{language}/preview',
  summary: 'How a message would look, over made-up facts; nothing is saved or sent.',
  who: { school_admin: 'school' },
  params: templateParams,
  body: ownTemplate,
  response: { status: 200, body: previewResource },
  needs: { table: 'write', portal: true },
});
