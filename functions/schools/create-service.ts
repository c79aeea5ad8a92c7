import { createService } from '../../domain/schools/change-services.ts';
import { created } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { createServiceRoute } from './create-service.contract.ts';

export const handler = apiHandler(createServiceRoute, async ({ body, context, school }) => {
  const service = await createService(context, school, body);
  return created(`/schools/${school.schoolId}/services/${service.id}`, service);
});
