import { answerEntry, type Question } from '../../domain/learning/answer.ts';
import { type Correction, correctLesson } from '../../domain/learning/correct.ts';
import { disputeLesson } from '../../domain/learning/dispute.ts';
import { dueLessons } from '../../domain/learning/due-lessons.ts';
import { duePauses } from '../../domain/learning/due-pauses.ts';
import { DK_CATEGORY_B } from '../../domain/learning/plans/dk-category-b.ts';
import { readProgress } from '../../domain/learning/read-progress.ts';
import { readRecord, verifyStored } from '../../domain/learning/read-record.ts';
import { requestSignature } from '../../domain/learning/request-signature.ts';
import { signAsStudent, signAsTeacher } from '../../domain/learning/sign.ts';
import { readStudent } from '../../domain/people/read-student.ts';
import { dueBookings } from '../../domain/scheduling/due-bookings.ts';
import type { Id, PersonId } from '../../domain/shared/ids.ts';
import { plusMilliseconds } from '../../domain/shared/instant.ts';
import type { Context } from '../../domain/store/context.ts';
import { sweepDue } from '../../domain/store/sweep-due.ts';
import { keyInvariants } from './audit/keys.ts';
import { learningInvariants } from './audit/learning.ts';
import { audit } from './auditor.ts';
import { type BookingCast, SCHOOL_WIDE } from './booking-cast.ts';
import { bookingDesk, bookingStage, type StageOptions, type Wish } from './booking-stage.ts';

/** Modules of the default plan, by what they are to a test. */
function moduleNamed(part: string): Id<'mod'> {
  const module = DK_CATEGORY_B.content.modules.find(({ title }) => title.includes(part));
  if (!module) throw new Error(`no module is called ${part}`);
  return module.id;
}

export const CAR = moduleNamed('indretning');
export const COURSE = moduleNamed('lukket');
export const PEOPLE = moduleNamed('Trafikantadfærd');
export const FIRST_ROAD = moduleNamed('Igangsætning');
export const JUNCTIONS = moduleNamed('Kryds');
export const DARK = moduleNamed('mørke');

/** What happens to a lesson after it was taught, by whom it may be done. First teacher, first student by default. */
export function learningDesk(context: Context, cast: BookingCast) {
  const { school } = cast;
  const [teacher, student] = [cast.teachers[0] as PersonId, cast.students[0] as PersonId];
  const desk = bookingDesk(context, cast);
  const about = (bookingId: string, moduleId: string, studentId: string = student) => ({
    ...{ studentId, moduleId, bookingId },
  });
  const signature = { name: 'Somebody' };
  const signs = {
    teacher: (bookingId: string, moduleId: string, studentId?: string, by: PersonId = teacher) =>
      signAsTeacher(context, school, by, about(bookingId, moduleId, studentId), { signature }),
    student: (bookingId: string, moduleId: string, studentId: PersonId = student) =>
      signAsStudent(context, school, studentId, about(bookingId, moduleId, studentId), {
        signature,
      }),
  };
  return {
    ...{ teacher, student, signs, complete: desk.complete },
    /** both sign */
    async bothSign(bookingId: string, moduleId: string, studentId: PersonId = student) {
      await signs.teacher(bookingId, moduleId, studentId);
      return signs.student(bookingId, moduleId, studentId);
    },
    dispute: (bookingId: string, moduleId: string, text = 'It was shorter.') =>
      disputeLesson(context, school, student, about(bookingId, moduleId), { text }),
    correct: (
      bookingId: string,
      moduleId: string,
      change: Correction['change'],
      by: PersonId = teacher,
    ) =>
      correctLesson(context, school, by, about(bookingId, moduleId), { change, reason: 'A slip.' }),
    answer: (by: PersonId, entry: { id: string; moduleId: string }, accepts: boolean) => {
      const question = { studentId: student, moduleId: entry.moduleId, signatureId: entry.id };
      return answerEntry(context, school, by, question as unknown as Question, accepts);
    },
    ask: (bookingId: string, studentId: string = student) =>
      requestSignature(context, school.schoolId, studentId, bookingId),
    progress: async (studentId: string = student) => {
      const row = await readStudent(context.store, school.schoolId, studentId, SCHOOL_WIDE);
      return readProgress(context.store, row, school.timeZone);
    },
    record: (studentId: string = student) => readRecord(context.store, school.schoolId, studentId),
    verified: (studentId: string = student) =>
      verifyStored(context.store, school.schoolId, studentId),
    /** books a lesson whatever the rules say */
    plan: (wish: Wish) =>
      desk.book({ override: { rules: ['prerequisite'], reason: 'a test' }, ...wish }),
  };
}

/** A school on the twin in which lessons are taught and signed; the clock moves with them. */
export async function learningStage(options: StageOptions = {}) {
  const stage = await bookingStage(options);
  const desk = learningDesk(stage.context, stage);
  const sweeper = stage.world.context({
    now: stage.now,
    actor: { kind: 'system', name: 'sweep' },
  });
  return {
    ...stage,
    ...desk,
    /** a lesson that was taught: booked ahead, and completed ten minutes after its end */
    async taught(wish: Wish & { minutes?: number }, attended: readonly string[] = [desk.student]) {
      const studentIds = wish.studentIds ?? [...attended];
      const booking = await desk.plan({ ...wish, studentIds });
      stage.at(plusMilliseconds(booking.endsAt as never, 600_000));
      await stage.complete(booking.id, {
        attendance: studentIds.map((studentId) => ({
          studentId,
          status: attended.includes(studentId) ? 'attended' : 'no_show',
        })),
      });
      return booking.id;
    },
    as: (context: Partial<Context>) => learningDesk({ ...stage.context, ...context }, stage),
    sweep: () => sweepDue(sweeper, [dueBookings, dueLessons, duePauses]),
    /** throws with whatever is not sound in the raw rows, the records included */
    soundRecords() {
      stage.audited();
      const found = audit(stage.world.twin.rows(), {}, [...keyInvariants, ...learningInvariants]);
      if (found.length > 0) throw new Error(found.map(({ sentence }) => sentence).join('\n'));
    },
  };
}

export type LearningStage = Awaited<ReturnType<typeof learningStage>>;
