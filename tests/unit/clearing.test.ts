import { expect, it } from 'vitest';
import { changeStaffRoute } from '../../functions/people/change-staff.contract.ts';
import { changeStudentRoute } from '../../functions/people/change-student.contract.ts';
import { changeBookingRoute } from '../../functions/scheduling/change-booking.contract.ts';

it('null clears a list in a patch, and what is absent stays absent', () => {
  expect(changeStudentRoute.body?.parse({ teacherIds: null, departmentIds: null })).toEqual({
    teacherIds: [],
    departmentIds: [],
  });
  expect(changeStaffRoute.body?.parse({ departmentIds: null })).toEqual({ departmentIds: [] });
  expect(changeBookingRoute.body?.parse({ moduleIds: null })).toEqual({ moduleIds: [] });
  for (const { body } of [changeStudentRoute, changeStaffRoute, changeBookingRoute])
    expect(body?.parse({})).toEqual({});
});

it('null clears phone and birth date of a student, and is no name', () => {
  const cleared = { phone: null, birthDate: null };
  expect(changeStudentRoute.body?.parse(cleared)).toEqual(cleared);
  expect(changeStudentRoute.body?.safeParse({ name: null }).success).toBe(false);
});
