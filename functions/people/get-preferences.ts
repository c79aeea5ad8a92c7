import { readPreferences } from '../../domain/people/preferences.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { getPreferencesRoute } from './get-preferences.contract.ts';

export const handler = apiHandler(getPreferencesRoute, async ({ caller, context }) =>
  ok(await readPreferences(context, caller.person)),
);
