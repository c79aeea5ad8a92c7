import { readStaff } from '../../domain/people/read-people.ts';
import { staffView } from '../../domain/people/views.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { answerWhole } from '../shared/paging.ts';
import { listStaffRoute } from './list-staff.contract.ts';

export const handler = apiHandler(listStaffRoute, async ({ query, context, school }) => {
  const staff = await readStaff(context.store, school.schoolId);
  const list = `staff ${school.schoolId}`;
  return ok(answerWhole(context.keys, list, query, staff.map(staffView)));
});
