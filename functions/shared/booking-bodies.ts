import * as z from 'zod';
import { BOOKING_STATUSES } from '../../domain/scheduling/booking.ts';
import {
  BOOKING_KINDS,
  LONGEST_MINUTES,
  MOST_STUDENTS,
  SHORTEST_MINUTES,
} from '../../domain/scheduling/booking-type.ts';
import { BOOKING_RULES } from '../../domain/scheduling/rules.ts';
import { idOf, line } from './schemas.ts';

/** Parts of the bodies, answers and paths that the booking operations share. */
export const bookingParams = z.object({ schoolId: idOf('sch'), bookingId: idOf('bkg') });

/** ISO 8601 with an offset, or the school's local time without one: read by the use case. */
export const moment = z.string().trim().max(40, { error: 'must have at most 40 characters' });

export const minutes = z.int().min(SHORTEST_MINUTES).max(LONGEST_MINUTES);
export const location = line(200);
export const reason = line(500);

/** Several lines are fine in notes; control characters besides line breaks are not. */
export const notes = z
  .string()
  .max(2_000)
  .refine((text) => !/[^\P{Cc}\n\r\t]/u.test(text), {
    error: 'must not hold control characters',
    params: { code: 'control_characters' },
  });

/** One more than fits, so that a full class is refused by the rule that names its capacity. */
export const studentIds = z.array(idOf('per')).max(MOST_STUDENTS * 2);
export const moduleIds = z.array(idOf('mod')).max(20);

export const override = z.strictObject({
  rules: z.array(z.enum(BOOKING_RULES)).min(1).max(BOOKING_RULES.length),
  reason,
});

const money = () => z.object({ amount: z.int(), currency: z.string() });
const instant = () => z.iso.datetime();

export const bookingResource = () =>
  z.object({
    id: z.string(),
    schoolId: z.string(),
    bookingTypeId: z.string(),
    kind: z.enum(BOOKING_KINDS),
    teacherId: z.string(),
    vehicleId: z.string().nullable(),
    startsAt: instant(),
    endsAt: instant(),
    minutes: z.int(),
    location: z.string().nullable(),
    notes: z.string().nullable(),
    status: z.enum(BOOKING_STATUSES),
    heldUntil: instant().nullable(),
    taught: z
      .object({
        startedAt: instant(),
        endedAt: instant(),
        taughtBy: z.string(),
        completedAt: instant(),
      })
      .nullable(),
    cancellation: z
      .object({
        at: instant(),
        by: z.string(),
        reason: z.string(),
        onBehalfOf: z.enum(['school', 'student']),
      })
      .nullable(),
    students: z.array(
      z.object({
        studentId: z.string(),
        status: z.enum(['booked', 'cancelled', 'attended', 'no_show']),
      }),
    ),
    moduleIds: z.array(z.string()),
    fees: z.array(
      z.object({
        studentId: z.string(),
        reason: z.enum(['late_cancellation', 'no_show']),
        amount: money(),
        waived: z.object({ reason: z.string(), by: z.string(), at: instant() }).nullable(),
      }),
    ),
    price: money().describe(
      'What each student pays: by the minutes, as agreed when it was booked.',
    ),
    vatRate: z.number(),
    history: z.array(
      z.object({
        at: instant(),
        by: z.string(),
        what: z.string(),
        from: z.unknown().optional(),
        to: z.unknown().optional(),
      }),
    ),
    createdAt: instant(),
    version: z.int(),
  });
