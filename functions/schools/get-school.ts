import { schoolView } from '../../domain/schools/views.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { getSchoolRoute } from './get-school.contract.ts';

export const handler = apiHandler(getSchoolRoute, async ({ school }) => ok(schoolView(school)));
