import { changeService } from '../../domain/schools/change-services.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { changeServiceRoute } from './change-service.contract.ts';

export const handler = apiHandler(
  changeServiceRoute,
  async ({ params, body, context, school, ifMatch }) =>
    ok(await changeService(context, school, params.serviceId, body, ifMatch)),
);
