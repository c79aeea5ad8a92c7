import type { SchoolRow } from '../schools/school.entity.ts';
import { invalidField } from '../shared/errors.ts';
import { requireVersion } from '../shared/versions.ts';
import type { Context } from '../store/context.ts';
import { create, replace } from '../store/write.ts';
import { calendarEntity } from './calendar.entity.ts';
import { type ClosedDay, defaultCalendar, type SchoolCalendar } from './calendar.ts';
import { readCalendar } from './read-configuration.ts';
import { calendarView } from './views.ts';

export type CalendarInput = {
  closedDays: ClosedDay[];
  publicHolidays?: SchoolCalendar['publicHolidays'] | undefined;
};

/**
 * Puts a whole calendar in place of the old one; bookings already made stay. Without a word on public
 * holidays the country's are kept. Throws `stale_version`, and `invalid` for a day that is there twice.
 */
export async function setCalendar(
  context: Context,
  school: SchoolRow,
  input: CalendarInput,
  ifMatch?: number,
) {
  const { schoolId, country } = school;
  requireEachOnce(input.closedDays);
  return context.store.transact(context, async () => {
    const current = await readCalendar(context.store, schoolId);
    requireVersion(current?.version ?? 0, ifMatch);
    const next = {
      schoolId,
      closedDays: [...input.closedDays].sort((a, b) => (a.date < b.date ? -1 : 1)),
      publicHolidays: input.publicHolidays ?? defaultCalendar(country).publicHolidays,
      version: (current?.version ?? 0) + 1,
    };
    return {
      writes: [current ? replace(calendarEntity, next) : create(calendarEntity.create(next))],
      result: calendarView(next, country),
    };
  });
}

function requireEachOnce(closedDays: readonly ClosedDay[]): void {
  const seen = new Set<string>();
  for (const [i, { date }] of closedDays.entries()) {
    if (seen.has(date)) {
      const path = `/closedDays/${i}/date`;
      throw invalidField(path, 'duplicate', `${path}: ${date} is there twice.`);
    }
    seen.add(date);
  }
}
