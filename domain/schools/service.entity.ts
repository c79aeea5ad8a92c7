import { CustomAttributeType, type EntityItem } from 'electrodb';
import type { Money } from '../shared/money.ts';
import { SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';
import type { ServiceKind } from './service.ts';

/** One item is one line of a school's price list. */
export const serviceEntity = tableEntity(
  {
    model: { entity: 'service', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      serviceId: { type: 'string', required: true },
      name: { type: 'string', required: true },
      kind: { type: CustomAttributeType<ServiceKind>('string'), required: true },
      price: { type: CustomAttributeType<Money>('any'), required: true },
      vatRate: { type: 'number', required: true },
      vatExemption: { type: 'string' },
      active: { type: 'boolean', required: true },
      createdAt: { type: 'string', required: true },
      version: { type: 'number', required: true },
    },
    indexes: { bySchool: KEYS.service },
  },
  TABLE,
);

export type ServiceRow = EntityItem<typeof serviceEntity>;
