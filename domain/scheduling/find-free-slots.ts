import { membershipEntity } from '../people/membership.entity.ts';
import type { CallerScope } from '../people/scope.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import { settingsEntity } from '../schools/school-rows.entity.ts';
import { settingsWith } from '../schools/settings.ts';
import { invalidField, notFound } from '../shared/errors.ts';
import {
  DAY,
  HOUR,
  type Instant,
  MINUTE,
  millisecondsBetween,
  plusMilliseconds,
} from '../shared/instant.ts';
import { readBound } from '../shared/time.ts';
import type { Context } from '../store/context.ts';
import { availabilityEntity } from './availability.entity.ts';
import { bookingTypeEntity } from './booking-type.entity.ts';
import { calendarEntity } from './calendar.entity.ts';
import { calendarWith } from './calendar.ts';
import { freeSlots, searchDays } from './free-slots.ts';
import { requireTeacher } from './read-configuration.ts';
import { readAgenda } from './suggest.ts';

const MOST_DAYS = 31;

export type FreeSlotsQuery = { teacherId: string; bookingTypeId: string; from: string; to: string };

/**
 * When a teacher could give a lesson of a type, in two reads: one of configuration, one of the
 * teacher's agenda. Nothing here is a promise: the booking itself is judged when it is made.
 * Throws `not_found` for teacher or type, and `invalid` for a span that is none or over 31 days.
 */
export async function findFreeSlots(
  context: Context,
  school: SchoolRow,
  scope: CallerScope,
  { teacherId, bookingTypeId, ...asked }: FreeSlotsQuery,
) {
  const { store } = context;
  const { schoolId, timeZone } = school;
  const span = readSpan(asked, timeZone);
  const { first, last } = searchDays(span);
  const [rows, agendas] = await Promise.all([
    store.getAll(
      [settingsEntity, settingsEntity.get({ schoolId })],
      [calendarEntity, calendarEntity.get({ schoolId })],
      [bookingTypeEntity, bookingTypeEntity.get({ schoolId, bookingTypeId })],
      [availabilityEntity, availabilityEntity.get({ schoolId, teacherId })],
      [membershipEntity, membershipEntity.get({ schoolId, personId: teacherId })],
    ),
    readAgenda(context, schoolId, teacherId, first, last),
  ]);
  const [settings, calendar, type, availability, teacher] = rows;
  requireTeacher(teacher, scope);
  if (!type) throw notFound('This booking type');
  if (teacher.status === 'disabled') return { items: [] };
  const now = context.now();
  const { leadMinutes } = settingsWith(settings?.changes).booking;
  return {
    items: freeSlots({
      ...span,
      availability,
      calendar: calendarWith(calendar, school.country),
      timeZone,
      minutes: type.minutes,
      bufferMinutes: type.bufferMinutes,
      agendas,
      earliest: plusMilliseconds(now, leadMinutes * MINUTE),
      now,
    }),
  };
}

/** A span of dates, the last one included, or of moments. 31 days over a change night have an hour more. */
function readSpan(
  asked: Pick<FreeSlotsQuery, 'from' | 'to'>,
  timeZone: string,
): { from: Instant; to: Instant } {
  const from = readBound(asked.from, timeZone, '/from', 'from');
  const to = readBound(asked.to, timeZone, '/to', 'to');
  if (to <= from) throw invalidField('/to', 'not_after_from', '/to: must be after from.');
  if (millisecondsBetween(from, to) > MOST_DAYS * DAY + HOUR) {
    throw invalidField('/to', 'too_long', `/to: at most ${MOST_DAYS} days after from.`);
  }
  return { from, to };
}
