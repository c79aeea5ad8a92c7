import type { Address, Language } from '../schools/school.ts';
import { DAY, epochSeconds, type Instant, plusMilliseconds } from '../shared/instant.ts';
import type { Consent, Guardian } from './membership.ts';

/** What a visitor or the office fills in: e-mails and phones already in the stored form. */
export type RegistrationForm = {
  name: string;
  email: string;
  phone: string;
  birthDate: string;
  language: Language;
  address?: Address | undefined;
  courseServiceId?: string | undefined;
  guardians: Guardian[];
  termsVersion: string;
  consents: Consent[];
};

export type LeadSource = 'findkoreskole';

/** Where somebody came from who did not fill in the school's own form. */
export type LeadOrigin = { source: LeadSource; receivedAt: string; message?: string };

/** A registration as it is stored: the form, or as much of it as a lead knows. */
export type StoredForm = Omit<RegistrationForm, 'birthDate' | 'termsVersion'> & {
  birthDate: string | null;
  termsVersion: string | null;
  lead?: LeadOrigin;
};

/** Registrations are kept this long after they were sent; the school's profile lives on by itself. */
const KEPT_DAYS = 30;

/** When a registration that is stored now expires, in seconds since 1970. */
export function keptUntil(now: Instant): number {
  return epochSeconds(plusMilliseconds(now, KEPT_DAYS * DAY));
}
