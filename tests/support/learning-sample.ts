import { addPlanVersion } from '../../domain/learning/change-plans.ts';
import { dueLessons } from '../../domain/learning/due-lessons.ts';
import { duePauses } from '../../domain/learning/due-pauses.ts';
import { DK_CATEGORY_B } from '../../domain/learning/plans/dk-category-b.ts';
import type { SchoolRow } from '../../domain/schools/school.entity.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import type { Instant } from '../../domain/shared/instant.ts';
import { sweepDue } from '../../domain/store/sweep-due.ts';
import type { BookingCast } from './booking-cast.ts';
import { CAR, FIRST_ROAD, JUNCTIONS, learningDesk } from './learning-stage.ts';
import type { World } from './store-world.ts';

/**
 * Gives a lesson that was taught a record of every kind of entry: signed by both, signed by the
 * teacher alone (and reminded of), objected to, corrected. Their school has a second version of its plan.
 */
export async function signSomeLessons(
  world: World,
  cast: Pick<BookingCast, 'school' | 'teachers' | 'students'>,
  bookingId: string,
  now: Instant,
): Promise<void> {
  const context = world.context({ now: () => now });
  const [teacher, student] = [cast.teachers[0] as PersonId, cast.students[0] as PersonId];
  const desk = learningDesk(context, cast as BookingCast);
  await desk.bothSign(bookingId, CAR);
  await desk.signs.teacher(bookingId, FIRST_ROAD);
  await desk.ask(bookingId);
  const dispute = await desk.dispute(bookingId, JUNCTIONS);
  await desk.answer(teacher, dispute, true);
  const correction = await desk.correct(bookingId, JUNCTIONS, { minutes: 40 });
  await desk.answer(student, correction, true);
  await addPlan(world, cast.school, now);
}

async function addPlan(world: World, school: SchoolRow, now: Instant): Promise<void> {
  const context = world.context({ now: () => now });
  const plan = world.rowsOf('lesson-plan').find(({ schoolId }) => schoolId === school.schoolId);
  await addPlanVersion(context, school, String(plan?.lessonPlanId), {
    minimums: { theory: DK_CATEGORY_B.content.minimums.theory + 1 },
  });
}

/** Lets the sweep find who has not signed, and who has not been taught. */
export async function sweepLearning(world: World, at: Instant): Promise<void> {
  const actor = { kind: 'system', name: 'sweep' } as const;
  await sweepDue(world.context({ now: () => at, actor }), [dueLessons, duePauses]);
}
