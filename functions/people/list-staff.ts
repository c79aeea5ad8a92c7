import { readStaff } from '../../domain/people/read-people.ts';
import { staffView } from '../../domain/people/views.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { listStaffRoute } from './list-staff.contract.ts';

export const handler = apiHandler(listStaffRoute, async ({ context, school }) => {
  const staff = await readStaff(context.store, school.schoolId);
  return ok({ items: staff.map(staffView), nextCursor: null });
});
