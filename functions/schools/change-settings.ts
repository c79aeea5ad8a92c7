import { changeSettings } from '../../domain/schools/change-school.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { changeSettingsRoute } from './change-settings.contract.ts';

export const handler = apiHandler(changeSettingsRoute, async ({ params, body, context, ifMatch }) =>
  ok(await changeSettings(context, params.schoolId, body, ifMatch)),
);
