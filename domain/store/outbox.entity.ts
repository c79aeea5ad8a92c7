import { CustomAttributeType } from 'electrodb';
import type { EventEnvelope } from '../../events/define.ts';
import { SERVICE, TABLE, tableEntity } from './entity.ts';
import { KEYS } from './keys.ts';

/**
 * One item is one event that has been committed with its change and not yet been published.
 * It carries its whole event, because stream records of one transaction may arrive interleaved.
 */
export const outboxEntity = tableEntity(
  {
    model: { entity: 'outbox', version: '1', service: SERVICE },
    attributes: {
      shard: { type: 'string', required: true },
      eventId: { type: 'string', required: true },
      event: { type: CustomAttributeType<EventEnvelope>('any'), required: true },
      /** how often the sweep has tried to publish it */
      attempts: { type: 'number', required: true },
      /** given up on by the sweep: an alarm is watching, an operator decides */
      parked: { type: 'boolean', required: true },
    },
    indexes: { oldestFirst: KEYS.outbox },
  },
  TABLE,
);
