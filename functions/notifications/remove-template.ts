import { removeTemplate } from '../../domain/notifications/school-templates.ts';
import { noContent } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { removeTemplateRoute } from './remove-template.contract.ts';

export const handler = apiHandler(removeTemplateRoute, async ({ params, context }) => {
  await removeTemplate(context, params);
  return noContent();
});
