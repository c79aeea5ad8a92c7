import { readServices } from '../../domain/schools/read-schools.ts';
import { serviceView } from '../../domain/schools/views.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { listServicesRoute } from './list-services.contract.ts';

export const handler = apiHandler(listServicesRoute, async ({ params, context }) => {
  const services = await readServices(context.store, params.schoolId);
  return ok({ items: services.map(serviceView), nextCursor: null });
});
