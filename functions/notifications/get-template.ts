import { getTemplate } from '../../domain/notifications/own-templates.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { ENV, requireEnvironment } from '../shared/environment.ts';
import { getTemplateRoute } from './get-template.contract.ts';

const portalUrl = requireEnvironment(ENV.portalUrl);

export const handler = apiHandler(getTemplateRoute, async ({ params, context, school }) =>
  ok(await getTemplate(context, { school, portalUrl, ...params })),
);
