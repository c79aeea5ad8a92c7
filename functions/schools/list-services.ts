import { readServices } from '../../domain/schools/read-schools.ts';
import { serviceView } from '../../domain/schools/views.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { answerWhole } from '../shared/paging.ts';
import { listServicesRoute } from './list-services.contract.ts';

export const handler = apiHandler(listServicesRoute, async ({ params, query, context }) => {
  const services = await readServices(context.store, params.schoolId);
  const list = `services ${params.schoolId}`;
  return ok(answerWhole(context.keys, list, query, services.map(serviceView)));
});
