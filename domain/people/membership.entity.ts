import { CustomAttributeType, type EntityItem } from 'electrodb';
import type { Address, Language } from '../schools/school.ts';
import { sortable } from '../shared/text.ts';
import { customType, SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';
import type { MembershipStatus, Role, StudentPart } from './membership.ts';

/**
 * One item is one person in one school: roles, status, departments, the school's own profile of them
 * and, for a student, the enrolment. One row, so that the edge's permission check, `GET student` and
 * a page of the students' list each cost one read, and enrolment one write.
 */
export const membershipEntity = tableEntity(
  {
    model: { entity: 'membership', version: '1', service: SERVICE },
    attributes: {
      personId: { type: 'string', required: true },
      schoolId: { type: 'string', required: true },
      roles: { type: CustomAttributeType<Role[]>('any'), required: true },
      status: { type: CustomAttributeType<MembershipStatus>('string'), required: true },
      departmentIds: { type: CustomAttributeType<string[]>('any'), required: true },
      name: { type: 'string', required: true },
      /** where this school's messages go: the address it enrolled, in no other school's hands */
      email: { type: 'string', required: true },
      phone: { type: 'string' },
      language: { type: CustomAttributeType<Language>('string'), required: true },
      address: { type: customType<Address>() },
      student: { type: CustomAttributeType<StudentPart>('any') },
      sortName: {
        type: 'string',
        hidden: true,
        watch: ['name'],
        set: (_, { name }) => sortable(name ?? ''),
      },
      /** an address gets at most one registration mail an hour per school */
      lastRegistrationMailAt: { type: 'string' },
      createdAt: { type: 'string', required: true },
      version: { type: 'number', required: true },
    },
    indexes: {
      byPerson: KEYS.membership,
      studentsByName: {
        index: 'bySchoolAndTime',
        ...KEYS.studentsByName,
        condition: ({ student }) => student !== undefined,
      },
    },
  },
  TABLE,
);

export type MembershipRow = EntityItem<typeof membershipEntity>;

/** One item says that a person works in a school: the short list behind `GET staff`. */
export const staffEntity = tableEntity(
  {
    model: { entity: 'staff', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      personId: { type: 'string', required: true },
    },
    indexes: { bySchool: KEYS.staff },
  },
  TABLE,
);
