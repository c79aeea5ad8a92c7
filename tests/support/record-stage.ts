import { dueLessons } from '../../domain/learning/due-lessons.ts';
import { duePauses } from '../../domain/learning/due-pauses.ts';
import type { Channel } from '../../domain/notifications/notification.ts';
import { untouchedNotifications } from '../../domain/notifications/requeue.ts';
import { dueBookings } from '../../domain/scheduling/due-bookings.ts';
import { plusMilliseconds } from '../../domain/shared/instant.ts';
import { sweepDue } from '../../domain/store/sweep-due.ts';
import { messageStage } from './booking-messages.ts';
import type { StageOptions, Wish } from './booking-stage.ts';
import { learningDesk } from './learning-stage.ts';

/** A school on the twin in which lessons are taught and signed, and whoever is concerned is told. */
export async function recordStage(options: StageOptions = {}) {
  const stage = await messageStage(options);
  const desk = learningDesk(stage.context, stage);
  const sweeper = stage.world.context({
    now: stage.now,
    actor: { kind: 'system', name: 'sweep' },
  });
  const kinds = [dueBookings, dueLessons, duePauses, untouchedNotifications(stage.queues)];
  return {
    ...stage,
    ...desk,
    /** a lesson that these students attended; what was told until then is behind */
    async taught(wish: Wish = {}, attended: readonly string[] = [desk.student]) {
      const studentIds = wish.studentIds ?? [...attended];
      const booking = await desk.plan({ ...wish, studentIds });
      stage.at(plusMilliseconds(booking.endsAt as never, 600_000));
      const attendance = studentIds.map((studentId) => ({
        studentId,
        status: attended.includes(studentId) ? ('attended' as const) : ('no_show' as const),
      }));
      await stage.complete(booking.id, { attendance });
      await stage.tell();
      await stage.send();
      stage.mails.length = 0;
      stage.texts.length = 0;
      return booking.id;
    },
    /** lets every event be told, and every message go */
    async deliver() {
      await stage.tell();
      await stage.send();
    },
    sweep: () => sweepDue(sweeper, kinds),
    /** `status lastError` of each message of a kind to a person */
    endings: (kind: string, personId: string = desk.student, channel: Channel = 'email') =>
      stage
        .rows((row) => row.kind === kind && row.personId === personId && row.channel === channel)
        .map(({ status, lastError }) => `${status} ${lastError ?? ''}`.trim()),
  };
}
