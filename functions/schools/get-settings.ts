import { readSettings } from '../../domain/schools/read-schools.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { getSettingsRoute } from './get-settings.contract.ts';

export const handler = apiHandler(getSettingsRoute, async ({ params, context, school }) => {
  const { settings, version } = await readSettings(context.store, params.schoolId, school.currency);
  return ok({ ...settings, version });
});
