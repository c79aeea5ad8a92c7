import { previewOf } from '../../domain/notifications/edit-templates.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { ENV, requireEnvironment } from '../shared/environment.ts';
import { previewTemplateRoute } from './preview-template.contract.ts';

const portalUrl = requireEnvironment(ENV.portalUrl);

export const handler = apiHandler(previewTemplateRoute, async ({ params, body, context, school }) =>
  ok(await previewOf(context, { school, portalUrl, ...params }, body)),
);
