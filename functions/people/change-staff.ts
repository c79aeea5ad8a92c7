import { changeStaff } from '../../domain/people/change-staff.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { changeStaffRoute } from './change-staff.contract.ts';

export const handler = apiHandler(
  changeStaffRoute,
  async ({ params, body, context, school, ifMatch }) =>
    ok(await changeStaff(context, school, params.personId, body, ifMatch)),
);
