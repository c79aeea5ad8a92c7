import * as z from 'zod';
import { defineOperation } from '../shared/operation.ts';

export const getOpenapiRoute = defineOperation({
  name: 'get-openapi',
  method: 'GET',
  path: '/openapi.json',
  summary: 'This API as an OpenAPI 3.1 document.',
  who: 'public',
  response: { status: 200, body: () => z.looseObject({ openapi: z.string() }) },
  needs: {},
});
