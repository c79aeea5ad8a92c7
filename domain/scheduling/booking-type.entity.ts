import type { EntityItem } from 'electrodb';
import type { Money } from '../shared/money.ts';
import { customType, SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';
import type { BookingKind, CancellationPolicy } from './booking-type.ts';

/** One item is one kind of lesson or other appointment that a school offers. */
export const bookingTypeEntity = tableEntity(
  {
    model: { entity: 'booking-type', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      bookingTypeId: { type: 'string', required: true },
      name: { type: 'string', required: true },
      kind: { type: customType<BookingKind>(), required: true },
      minutes: { type: 'number', required: true },
      capacity: { type: 'number', required: true },
      price: { type: customType<Money>(), required: true },
      vatRate: { type: 'number', required: true },
      bufferMinutes: { type: 'number', required: true },
      needsVehicle: { type: 'boolean', required: true },
      cancellation: { type: customType<CancellationPolicy>(), required: true },
      /** what a late cancellation and a missed booking cost; absent: nothing */
      lateFee: { type: customType<Money>() },
      noShowFee: { type: customType<Money>() },
      selfBooking: { type: 'boolean', required: true },
      active: { type: 'boolean', required: true },
      createdAt: { type: 'string', required: true },
      version: { type: 'number', required: true },
    },
    indexes: { bySchool: KEYS.bookingType },
  },
  TABLE,
);

export type BookingTypeRow = EntityItem<typeof bookingTypeEntity>;
