import type { Instant } from '../shared/instant.ts';
import { ageInYears, localDate } from '../shared/time.ts';

const ADULT_AGE = 18;

/** Whether somebody is under 18 today, by the calendar of the school's zone; not known to be, without a birth date. */
export function isMinor(birthDate: string | null, now: Instant, timeZone: string): boolean {
  return birthDate !== null && ageInYears(birthDate, localDate(now, timeZone)) < ADULT_AGE;
}
