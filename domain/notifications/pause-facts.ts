import { pauseEntity } from '../learning/pause.entity.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import type { Context } from '../store/context.ts';
import type { NotificationRow } from './notification.entity.ts';
import type { NotificationStatus } from './notification.ts';

/** What the warning of a long pause says. Dates in the school's zone. */
export type PauseFacts = { days: number; lastTaughtOn: string; resumeBy: string };

type NotSent = { notSent: { status: NotificationStatus; error: string } };

/** The facts of a pause warning; null for other messages; not sent when a lesson was taught since. */
export async function pauseFacts(
  { store }: Context,
  { kind, about, personId }: NotificationRow,
  school: SchoolRow | null,
): Promise<{ facts: PauseFacts | null } | NotSent> {
  if (kind !== 'pause_warning' || !school) return { facts: null };
  const { days = '', lastTaughtOn = '', resumeBy = '' } = about;
  const { schoolId } = school;
  const pause = await store.get(pauseEntity, pauseEntity.get({ schoolId, studentId: personId }));
  if (pause?.lastTaughtOn !== lastTaughtOn) {
    return { notSent: { status: 'superseded', error: 'taught_since' } };
  }
  return { facts: { days: Number(days), lastTaughtOn, resumeBy } };
}
