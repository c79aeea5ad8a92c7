import { defineOperation } from '../shared/operation.ts';
import { preferencesResource } from '../shared/resources.ts';

export const getPreferencesRoute = defineOperation({
  name: 'get-preferences',
  method: 'GET',
  path: '/me/preferences',
  summary: 'How the signed-in person wants to be told things.',
  who: 'signed-in',
  response: { status: 200, body: preferencesResource },
  needs: { table: 'read' },
});
