import { initialLines } from '../finance/initial-invoice.ts';
import type { Configuration } from '../schools/read-schools.ts';
import { DomainError, type FieldError } from '../shared/errors.ts';
import type { Instant } from '../shared/instant.ts';
import { normalizePhone } from '../shared/phone.ts';
import { ageInYears, localDate } from '../shared/time.ts';
import type { RegistrationForm } from './registration.ts';

const ADULT_AGE = 18;

/** Whether somebody is under 18 today, by the calendar of the school's zone; not known to be, without a birth date. */
export function isMinor(birthDate: string | null, now: Instant, timeZone: string): boolean {
  return birthDate !== null && ageInYears(birthDate, localDate(now, timeZone)) < ADULT_AGE;
}

/**
 * What can be refused openly of a registration, before anything is known of the address: phones, birth
 * date, guardian, terms, course. Returns the form as it is stored, phones in E.164.
 * Throws `invalid` naming every bad field, `not_found` for a course this school does not sell.
 */
export function checkRegistration(
  form: RegistrationForm,
  { school, settings, services }: Pick<Configuration, 'school' | 'settings' | 'services'>,
  now: Instant,
): RegistrationForm {
  const errors: FieldError[] = [];
  const refuse = (path: string, code: string, message: string) =>
    errors.push({ path, code, message: `${path}: ${message}` });
  const phoneAt = (path: string, raw: string): string => {
    const phone = normalizePhone(raw, school.country);
    if (phone === null) refuse(path, 'invalid_phone', 'must be a phone number');
    return phone ?? raw;
  };

  const phone = phoneAt('/phone', form.phone);
  const guardians = form.guardians.map((guardian, i) => ({
    ...guardian,
    phone: phoneAt(`/guardians/${i}/phone`, guardian.phone),
  }));
  const today = localDate(now, school.timeZone);
  if (form.birthDate > today) refuse('/birthDate', 'invalid_birth_date', 'lies in the future');
  else if (guardians.length === 0 && ageInYears(form.birthDate, today) < ADULT_AGE) {
    refuse('/guardians', 'guardian_required', 'a student under 18 needs a guardian');
  }
  const { termsVersion } = settings.registration;
  if (form.termsVersion !== termsVersion) {
    refuse('/termsVersion', 'terms_version', `the terms in force are version ${termsVersion}`);
  }
  const terms = form.consents.filter(({ kind }) => kind === 'terms');
  if (terms.length === 0 || !terms.every(({ granted }) => granted)) {
    refuse('/consents', 'terms_not_granted', 'the terms must be accepted');
  }
  if (errors.length > 0) throw new DomainError('invalid', errors[0]?.message ?? '', { errors });

  initialLines(services, form.courseServiceId);
  return { ...form, phone, guardians };
}
