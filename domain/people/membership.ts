import type { LeadOrigin } from './registration.ts';

export const STAFF_ROLES = ['school_admin', 'office', 'teacher'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];
export type Role = StaffRole | 'student';

export const MEMBERSHIP_STATUSES = ['pending', 'active', 'disabled'] as const;
export type MembershipStatus = (typeof MEMBERSHIP_STATUSES)[number];

export type Guardian = { name: string; email: string; phone: string };
export type Consent = { kind: 'terms' | 'marketing'; granted: boolean };

/** What a student's membership knows beyond that of staff. */
export type StudentPart = {
  /** null: not told yet, by a lead */
  birthDate: string | null;
  guardians: Guardian[];
  teacherIds: string[];
  lessonPlanId: string | null;
  /** the version of it that the student began, and stays on; null without a plan */
  lessonPlanVersion: number | null;
  /** the version of the school's terms that was accepted, and what else was agreed to; null: none yet, by a lead */
  termsVersion: string | null;
  consents: Consent[];
  /** the draft waiting for activation, if a fee or course made one */
  draftInvoiceId: string | null;
  /** who came by a platform, and what they wrote there */
  lead?: LeadOrigin;
};

/** Whether a member is staff, whatever else they are. */
export function worksHere({ roles }: { roles: readonly Role[] }): boolean {
  return roles.some((role) => role !== 'student');
}
