import type { EntityItem } from 'electrodb';
import { customType, SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';
import type { AgendaEntries } from './agenda.ts';

/**
 * One item is one UTC day of one teacher, vehicle or student: the bookings that touch it with their
 * buffers, in minutes from its midnight. It is rewritten under its version and never deleted, so that
 * a writer who read the day when it was empty cannot mistake it for the same emptiness later.
 */
export const agendaEntity = tableEntity(
  {
    model: { entity: 'agenda', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      /** a person or a vehicle */
      resourceId: { type: 'string', required: true },
      day: { type: 'string', required: true },
      entries: { type: customType<AgendaEntries>(), required: true, field: 'e' },
      version: { type: 'number', required: true, field: 'v' },
    },
    indexes: { byDay: KEYS.agenda },
  },
  TABLE,
);

export type AgendaRow = EntityItem<typeof agendaEntity>;
