import type { MembershipRow } from './membership.entity.ts';

/** A student as callers see one: the school's own copy, and the e-mail its messages go to. */
export function studentView(row: MembershipRow) {
  const { student } = row;
  if (!student) throw new Error(`membership of ${row.personId} is not a student's`);
  return {
    id: row.personId,
    schoolId: row.schoolId,
    name: row.name,
    email: row.email,
    phone: row.phone ?? null,
    birthDate: student.birthDate,
    language: row.language,
    address: row.address ?? null,
    status: row.status,
    teacherIds: student.teacherIds,
    departmentIds: row.departmentIds,
    lessonPlanId: student.lessonPlanId,
    guardians: student.guardians,
    termsVersion: student.termsVersion,
    consents: student.consents,
    lead: student.lead ?? null,
    createdAt: row.createdAt,
    version: row.version,
  };
}

export type StudentView = ReturnType<typeof studentView>;

/** Somebody who works here, as colleagues see them. */
export function staffView(row: MembershipRow) {
  return {
    id: row.personId,
    personId: row.personId,
    schoolId: row.schoolId,
    name: row.name,
    email: row.email,
    phone: row.phone ?? null,
    roles: row.roles.filter((role) => role !== 'student'),
    departmentIds: row.departmentIds,
    status: row.status,
    createdAt: row.createdAt,
    version: row.version,
  };
}

/** One of a person's memberships, as the person sees it. */
export function membershipView(row: MembershipRow) {
  return {
    schoolId: row.schoolId,
    roles: row.roles,
    departmentIds: row.departmentIds,
    status: row.status,
    profile: {
      name: row.name,
      phone: row.phone ?? null,
      language: row.language,
      address: row.address ?? null,
    },
  };
}
