import type { EventEnvelope } from '../../events/define.ts';
import { membershipActivated, studentEnrolled } from '../../events/people.ts';
import { readMembership } from '../people/read-people.ts';
import { readSettings } from '../schools/read-schools.ts';
import type { PersonId } from '../shared/ids.ts';
import type { Context } from '../store/context.ts';
import type { IntegrationQueues } from './integration-queues.ts';
import { planRoll, wantRoll } from './plan-roll.ts';
import { type TaskKey, type Wish, wantTask } from './want-task.ts';

/**
 * Notes what the platforms are to be told because of an event, and enqueues it. The change itself is
 * long committed: no enrolment waits for a platform, or fails with it.
 */
export async function planTasks(
  context: Context,
  event: EventEnvelope,
  queues: IntegrationQueues,
): Promise<void> {
  const { schoolId } = event;
  if (schoolId === null) throw new Error(`${event.name} ${event.id} names no school`);
  const { settings } = await readSettings(context.store, schoolId);
  const { eTeori, findkoreskole } = settings.integrations;
  const want = async (key: TaskKey, wish: Wish) => {
    if (!(await wantTask(context, key, wish))) return;
    await queues.enqueue(key.platform, { schoolId, subjectId: key.subjectId });
  };
  const studentId = studentOf(event);
  if (studentId === null) {
    // Who has opted out is told to be taken off the list, if they were ever on it.
    const wish = { again: true, begin: findkoreskole };
    await want({ schoolId, platform: 'findkoreskole', subjectId: schoolId }, wish);
    // It may have opted in with this change: its students of before are to have accounts, too. Who has
    // opted out loses nothing; nobody new is provisioned.
    if (event.name === 'SettingsChanged' && eTeori) {
      await wantRoll(context, schoolId);
      await planRoll(context, schoolId, queues);
    }
    return;
  }
  if (!eTeori) return;
  // A stranger's registration gives nobody's name away: provisioned is who is active.
  const membership = await readMembership(context.store, schoolId, studentId);
  if (membership?.status !== 'active' || !membership.student) return;
  await want(
    { schoolId, platform: 'e-teori', subjectId: studentId },
    { again: false, begin: true },
  );
}

function studentOf({ name, data }: EventEnvelope): PersonId | null {
  switch (name) {
    case 'StudentEnrolled':
      return studentEnrolled.schema.parse(data).personId;
    case 'MembershipActivated':
      return membershipActivated.schema.parse(data).personId;
    default:
      return null;
  }
}
