import type { Language } from '../schools/school.ts';
import { HOUR, type Instant, plusMilliseconds } from '../shared/instant.ts';
import { cleanLine } from './clean-text.ts';
import type { Times } from './notification.ts';

/**
 * Moments as a reader has them on the wall: in the school's zone and the reader's language.
 *
 *   2026-11-24T09:00Z to 09:45Z, Copenhagen
 *     da  tirsdag den 24. november 2026 kl. 10.00-10.45      tirs. 24. nov. kl. 10.00
 *     en  Tuesday, 24 November 2026 at 10:00-10:45           Tue 24 Nov at 10:00
 *
 * In the hour that comes twice, when summer time ends, the clock says which of the two is meant.
 */
const LOCALES: Record<Language, string> = { da: 'da-DK', en: 'en-GB' };
const AT: Record<Language, string> = { da: 'kl.', en: 'at' };

type Zone = { timeZone: string; language: Language };

export function whenLong({ startsAt, endsAt }: Times, zone: Zone): string {
  const day = longDay(startsAt, zone);
  const lastDay = longDay(endsAt, zone);
  const start = `${day} ${AT[zone.language]} ${clock(startsAt, zone)}`;
  return cleanLine(
    day === lastDay
      ? `${start}-${clock(endsAt, zone)}`
      : `${start} - ${lastDay} ${AT[zone.language]} ${clock(endsAt, zone)}`,
  );
}

export function whenShort({ startsAt }: Pick<Times, 'startsAt'>, zone: Zone): string {
  const day = format(startsAt, zone, { weekday: 'short', day: 'numeric', month: 'short' });
  return cleanLine(`${day} ${AT[zone.language]} ${clock(startsAt, zone)}`);
}

/** 2026-12-06 -> `6. december 2026`, `6 December 2026`. A date has no zone: it is read and written in UTC. */
export function formatDate(date: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

function longDay(at: Instant, zone: Zone): string {
  return format(at, zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** `10.00`; `02.30 CEST` and, an hour later, `02.30 CET`. */
function clock(at: Instant, zone: Zone): string {
  const wall = (moment: Instant) =>
    format(moment, zone, { day: 'numeric', hour: '2-digit', minute: '2-digit' });
  const comesTwice = [-HOUR, HOUR].some((shift) => wall(plusMilliseconds(at, shift)) === wall(at));
  return format(at, zone, {
    hour: '2-digit',
    minute: '2-digit',
    ...(comesTwice && { timeZoneName: 'short' }),
  });
}

function format(at: Instant, zone: Zone, options: Intl.DateTimeFormatOptions): string {
  const locale = LOCALES[zone.language];
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: zone.timeZone }).format(
    new Date(at),
  );
}

/** How long it is until a lesson, in words: `24 timer`, `1 hour`, `3 dage`, `40 minutes`. */
export function howLong(milliseconds: number, language: Language): string {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000));
  const hours = Math.round(minutes / 60);
  const unit = (value: number, name: 'day' | 'hour' | 'minute') =>
    cleanLine(
      new Intl.NumberFormat(LOCALES[language], {
        style: 'unit',
        unit: name,
        unitDisplay: 'long',
      }).format(value),
    );
  if (minutes < 60) return unit(minutes, 'minute');
  return hours < 48 ? unit(hours, 'hour') : unit(Math.round(hours / 24), 'day');
}
