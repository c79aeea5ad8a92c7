import * as z from 'zod';
import { defineOperation } from '../shared/operation.ts';
import { publicSchoolResource } from '../shared/resources.ts';

export const getPublicSchoolRoute = defineOperation({
  name: 'get-public-school',
  method: 'GET',
  path: '/public/schools/{slug}',
  summary: 'What a visitor needs in order to register.',
  who: 'public',
  params: z.object({ slug: z.string().regex(/^[a-z0-9-]{2,63}$/) }),
  response: { status: 200, body: publicSchoolResource },
  errors: ['not_found'],
  needs: { table: 'read' },
});
