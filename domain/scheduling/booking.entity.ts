import type { EntityItem } from 'electrodb';
import { customType, SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';
import type {
  BookingFee,
  BookingState,
  BookingTerms,
  HistoryEntry,
  Participation,
} from './booking.ts';
import type { BookingKind } from './booking-type.ts';

/** One item is one booking: its facts, where it stands, who takes part, and its history. */
export const bookingEntity = tableEntity(
  {
    model: { entity: 'booking', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      bookingId: { type: 'string', required: true },
      bookingTypeId: { type: 'string', required: true },
      kind: { type: customType<BookingKind>(), required: true },
      teacherId: { type: 'string', required: true },
      departmentIds: { type: customType<string[]>(), required: true },
      vehicleId: { type: 'string' },
      startsAt: { type: 'string', required: true },
      endsAt: { type: 'string', required: true },
      bufferMinutes: { type: 'number', required: true },
      location: { type: 'string' },
      notes: { type: 'string' },
      state: { type: customType<BookingState>(), required: true },
      students: { type: customType<Participation[]>(), required: true },
      moduleIds: { type: customType<string[]>(), required: true },
      fees: { type: customType<BookingFee[]>(), required: true },
      terms: { type: customType<BookingTerms>(), required: true },
      /** what each student pays for these minutes, in minor units of the currency in `terms.price` */
      price: { type: 'number', required: true },
      /** a percentage, as it was when this was booked */
      vatRate: { type: 'number', required: true },
      history: { type: customType<HistoryEntry[]>(), required: true },
      /** raised by what participants must hear of; the calendar files' SEQUENCE */
      sequence: { type: 'number', required: true },
      /** the next reminder, or the end of a hold */
      dueAt: { type: 'string' },
      dueDay: { type: 'string' },
      dueShard: { type: 'string' },
      createdAt: { type: 'string', required: true },
      version: { type: 'number', required: true },
    },
    indexes: {
      byId: KEYS.booking,
      byStart: { index: 'bySchoolAndTime', ...KEYS.bookingsByStart },
      due: { index: 'byDue', ...KEYS.bookingDue, condition: ({ dueAt }) => dueAt !== undefined },
    },
  },
  TABLE,
);

export type BookingRow = EntityItem<typeof bookingEntity>;
