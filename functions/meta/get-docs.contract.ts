import * as z from 'zod';
import { defineOperation } from '../shared/operation.ts';

export const getDocsRoute = defineOperation({
  name: 'get-docs',
  method: 'GET',
  path: '/docs',
  summary: 'This API as a page for people.',
  who: 'public',
  response: { status: 200, body: () => z.string(), mediaType: 'text/html' },
  needs: {},
});
