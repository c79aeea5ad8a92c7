import type { Address, Language } from '../schools/school.ts';
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
