import { listTemplates } from '../../domain/notifications/own-templates.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { ENV, requireEnvironment } from '../shared/environment.ts';
import { answerWhole } from '../shared/paging.ts';
import { listTemplatesRoute } from './list-templates.contract.ts';

const portalUrl = requireEnvironment(ENV.portalUrl);

export const handler = apiHandler(listTemplatesRoute, async ({ query, context, school }) => {
  const views = await listTemplates(context, school, portalUrl);
  return ok(answerWhole(context.keys, `templates ${school.schoolId}`, query, views));
});
