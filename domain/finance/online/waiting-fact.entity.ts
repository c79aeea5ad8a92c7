import type { EntityItem } from 'electrodb';
import { customType, SERVICE, TABLE, tableEntity } from '../../store/entity.ts';
import { KEYS } from '../../store/keys.ts';
import type { MoneyFact } from './facts.ts';

/** One item is a fact that came before the payment it is about. It goes when that is booked. */
export const waitingFactEntity = tableEntity(
  {
    model: { entity: 'waiting-fact', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      paymentIntentId: { type: 'string', required: true },
      /** the provider's object and what happened to it: the same news waits once */
      factKey: { type: 'string', required: true },
      fact: { type: customType<MoneyFact>(), required: true },
      tries: { type: 'number', required: true },
      createdAt: { type: 'string', required: true },
      dueAt: { type: 'string' },
      dueDay: { type: 'string' },
      dueShard: { type: 'string' },
      version: { type: 'number', required: true },
    },
    indexes: {
      byPayment: KEYS.waitingFact,
      due: { index: 'byDue', ...KEYS.waitingFactDue },
    },
  },
  TABLE,
);

export type WaitingFactRow = EntityItem<typeof waitingFactEntity>;
