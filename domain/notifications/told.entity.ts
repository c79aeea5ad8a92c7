import type { EntityItem } from 'electrodb';
import { customType, SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';
import type { Told } from './coalesce.ts';
import type { Said } from './said.ts';

/**
 * One item is what one person was last told of one booking by one channel, and which message of a
 * later change waits. Never deleted: an old event that comes back after weeks still adds nothing.
 */
export const toldEntity = tableEntity(
  {
    model: { entity: 'told', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      bookingId: { type: 'string', required: true },
      personId: { type: 'string', required: true },
      channel: { type: 'string', required: true },
      /** the newest version of the booking that a message on its way, or sent, is about */
      covered: { type: 'number', required: true },
      /** what that message says: that they take part, or that they do not */
      standing: { type: 'boolean', required: true },
      startsAt: { type: customType<Told['startsAt']>(), required: true },
      endsAt: { type: customType<Told['endsAt']>(), required: true },
      pending: { type: customType<NonNullable<Told['pending']>>() },
      /** what the last message that a sender took up says */
      said: { type: customType<Said>() },
      version: { type: 'number', required: true },
    },
    indexes: { byBooking: KEYS.told },
  },
  TABLE,
);

export type ToldRow = EntityItem<typeof toldEntity>;
