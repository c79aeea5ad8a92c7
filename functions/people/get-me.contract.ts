import { defineOperation } from '../shared/operation.ts';
import { meResource } from '../shared/resources.ts';

export const getMeRoute = defineOperation({
  name: 'get-me',
  method: 'GET',
  path: '/me',
  summary: 'Who is signed in, and where they belong.',
  who: 'signed-in',
  response: { status: 200, body: meResource },
  needs: { table: 'read' },
});
