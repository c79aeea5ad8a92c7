import { changePreferences } from '../../domain/people/preferences.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { changePreferencesRoute } from './change-preferences.contract.ts';

export const handler = apiHandler(
  changePreferencesRoute,
  async ({ body, caller, context, ifMatch }) =>
    ok(await changePreferences(context, caller.personId, body, ifMatch)),
);
