import * as z from 'zod';
import {
  BOOKING_KINDS,
  LONGEST_MINUTES,
  SHORTEST_MINUTES,
} from '../../domain/scheduling/booking-type.ts';
import { notes } from './booking-bodies.ts';
import { decimal, idOf, name, studentParams } from './schemas.ts';

/** Parts of the bodies and paths of what is taught and signed. */
export const lessonPlanParams = z.object({ schoolId: idOf('sch'), lessonPlanId: idOf('pln') });
export const moduleParams = studentParams.extend({ moduleId: idOf('mod') });
export const entryParams = moduleParams.extend({ signatureId: idOf('sig') });

const MOST_POINTS = 2_000;
const coordinate = decimal(-100_000, 100_000);
/** `[x, y]` or `{ x, y }`; when each was drawn is of no interest. */
const point = z.union([
  z.array(coordinate).min(2).max(4),
  z.object({ x: coordinate, y: coordinate }).transform(({ x, y }) => [x, y]),
]);

const strokes = z
  .array(z.array(point).max(MOST_POINTS))
  .max(200)
  .refine((all) => all.reduce((sum, { length }) => sum + length, 0) <= MOST_POINTS, {
    error: `must have at most ${MOST_POINTS} points`,
    params: { code: 'too_big' },
  })
  .transform((all) => all.map((stroke) => stroke.map((at) => at.slice(0, 2))));

/** The name as it is signed with and, where it was drawn, the strokes. */
export const signature = z.strictObject({ name, strokes: strokes.optional() });

/** Several lines of text that somebody must give. */
export const words = notes.trim().min(1, { error: 'must not be empty' });

const count = z.int().min(0).max(1_000);
const minutes = z.int().min(SHORTEST_MINUTES).max(LONGEST_MINUTES);
const order = z.int().min(1).max(1_000);

/** The parts of a lesson plan; what is left out stays as it is in the plan that it is made from. */
export const planParts = {
  lessonMinutes: z.int().min(15).max(120).optional(),
  sections: z
    .array(z.strictObject({ order, title: name }))
    .min(1)
    .max(50)
    .optional(),
  modules: z
    .array(
      z.strictObject({
        id: idOf('mod').optional(),
        title: name,
        section: order,
        kind: z.enum(BOOKING_KINDS),
        minutes,
        order: order.optional(),
        required: z.int().min(1).max(100),
        prerequisites: z
          .array(z.union([idOf('mod'), order]))
          .max(50)
          .optional(),
        dark: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(100)
    .optional(),
  minimums: z
    .strictObject({
      theory: count.optional(),
      road: count.optional(),
      manoeuvring: count.optional(),
      skid: count.optional(),
      dark: count.optional(),
      teachingDays: count.optional(),
    })
    .optional(),
  pause: z
    .strictObject({
      months: z.int().min(1).max(24).optional(),
      warnDays: z.array(z.int().min(1).max(365)).max(10).nullable().optional(),
    })
    .optional(),
};
