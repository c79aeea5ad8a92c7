import { putTemplate } from '../../domain/notifications/edit-templates.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { ENV, requireEnvironment } from '../shared/environment.ts';
import { setTemplateRoute } from './set-template.contract.ts';

const portalUrl = requireEnvironment(ENV.portalUrl);

export const handler = apiHandler(
  setTemplateRoute,
  async ({ params, body, context, school, ifMatch }) =>
    ok(await putTemplate(context, { school, portalUrl, ...params }, body, ifMatch)),
);
