import { DAY, type Instant, instant, MINUTE, plusMilliseconds } from '../shared/instant.ts';
import type { Context } from '../store/context.ts';
import { type AgendaRow, agendaEntity } from './agenda.entity.ts';
import { calendarWith } from './calendar.ts';
import { searchDays, suggestions } from './free-slots.ts';
import type { Occupation } from './occupy.ts';
import type { Scene } from './scene.ts';

/** So many days from the wanted time are looked through: most often the first two have enough. */
const LOOK_AHEAD_DAYS = [2, 14];
const MOST = 3;

/**
 * Up to three times from the wanted one on at which everybody would be free. Read only when somebody
 * is refused, and not consistently conditioned: an offer, not a promise.
 */
export async function suggestFor(
  context: Context,
  scene: Scene,
  { slot, resources }: Pick<Occupation, 'slot' | 'resources'>,
  except?: string,
): Promise<Instant[]> {
  const { school, settings, calendar, availability } = scene;
  const now = context.now();
  const earliest = plusMilliseconds(now, settings.booking.leadMinutes * MINUTE);
  const from = slot.startsAt > earliest ? slot.startsAt : earliest;
  let found: Instant[] = [];
  for (const days of LOOK_AHEAD_DAYS) {
    const to = instant(Date.parse(from) + days * DAY);
    const { first, last } = searchDays({ from, to });
    const agendas = await Promise.all(
      resources.map(({ id }) => readAgenda(context, school.schoolId, id, first, last)),
    );
    found = suggestions({
      availability,
      calendar: calendarWith(calendar, school.country),
      timeZone: school.timeZone,
      minutes: (Date.parse(slot.endsAt) - Date.parse(slot.startsAt)) / MINUTE,
      bufferMinutes: slot.bufferMinutes,
      agendas: agendas.flat(),
      ...{ from, to, earliest, now },
      ...(except !== undefined && { except }),
    });
    if (found.length === MOST) break;
  }
  return found;
}

/** A resource's days from one to another, in one Query. */
export function readAgenda(
  { store }: Context,
  schoolId: string,
  resourceId: string,
  first: string,
  last: string,
): Promise<AgendaRow[]> {
  return store.all(
    agendaEntity,
    agendaEntity.query.byDay({ schoolId, resourceId }).between({ day: first }, { day: last }),
  );
}
