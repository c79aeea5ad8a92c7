import { readPublicSchool } from '../../domain/schools/read-public-school.ts';
import { ok } from '../shared/answer.ts';
import { publicHandler } from '../shared/public-handler.ts';
import { getPublicSchoolRoute } from './get-public-school.contract.ts';

export const handler = publicHandler(getPublicSchoolRoute, async ({ params, context }) =>
  ok(await readPublicSchool(context.store, params.slug)),
);
