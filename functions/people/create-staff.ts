import { inviteStaff } from '../../domain/people/invite-staff.ts';
import { created } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { createStaffRoute } from './create-staff.contract.ts';

export const handler = apiHandler(createStaffRoute, async ({ body, context, school }) => {
  const staff = await inviteStaff(context, school, body);
  return created(`/schools/${school.schoolId}/staff/${staff.id}`, staff);
});
