import * as z from 'zod';
import { defineOperation } from '../shared/operation.ts';
import { schoolResource } from '../shared/resources.ts';
import { pageOf, paging } from '../shared/schemas.ts';

export const listSchoolsRoute = defineOperation({
  name: 'list-schools',
  method: 'GET',
  path: '/schools',
  summary: 'Every school for the platform, their own for school administrators.',
  who: 'signed-in',
  query: z.strictObject(paging),
  response: { status: 200, body: () => pageOf(schoolResource()) },
  errors: ['forbidden'],
  needs: { table: 'read', indexes: ['bySchoolAndTime'], keys: true },
});
