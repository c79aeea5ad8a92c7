import type { Instant } from '../shared/instant.ts';
import { ageInYears, localDate } from '../shared/time.ts';

const ADULT_AGE = 18;

/** Whether somebody is under 18 today, by the calendar of the school's zone. */
export function isMinor(birthDate: string, now: Instant, timeZone: string): boolean {
  return ageInYears(birthDate, localDate(now, timeZone)) < ADULT_AGE;
}
