import { fanOut } from '../../domain/notifications/fan-out.ts';
import type { OutgoingMessage, OutgoingQueues } from '../../domain/notifications/outgoing.ts';
import type { EmailProvider } from '../../domain/notifications/provider.ts';
import { sendByEmail } from '../../domain/notifications/send-notification.ts';
import { writeMessage } from '../../domain/notifications/write-message.ts';
import { schoolEntity } from '../../domain/schools/school.entity.ts';
import type { SchoolId } from '../../domain/shared/ids.ts';
import { newId } from '../../domain/shared/new-id.ts';
import { create } from '../../domain/store/write.ts';
import { SCHOOL_WIDE } from './booking-cast.ts';
import { cast } from './notifications.ts';
import { createWorld, type World } from './store-world.ts';
import { plantStudents } from './students.ts';

/** A provider takes a mail in a tenth of a second; Lambda runs five batches of five at once. */
const PROVIDER_MS = 100;
const SENDERS = 25;
/** A consumer that comes back later: `LOOK_AGAIN_SECONDS` of its handler. */
const AGAIN_MS = 2_000;
const RULES = { portalUrl: 'https://portal.example', allowList: '*' };

/** A death is noticed when the message is visible again. */
const VISIBILITY_MS = 30_000;

export type Sent = { notificationId: string; at: number };

/**
 * Schools that write to their students, over one queue in order and senders that take from its head,
 * all in the scheduler's time. `crashes` is how often a sender dies right after the provider's yes.
 */
export function messageRush({ seed = 1, crashes = 0 } = {}) {
  const world = createWorld({ seed });
  const context = world.context();
  const { scheduler, random } = world;
  const waiting: OutgoingMessage[] = [];
  const sent: Sent[] = [];
  let longest = 0;
  let busy = 0;
  let died = 0;
  const queues: OutgoingQueues = {
    async enqueue(_channel, message) {
      waiting.push(message);
      longest = Math.max(longest, waiting.length);
    },
  };
  const deaths = new Map<string, () => void>();
  const provider: EmailProvider = {
    async send({ notificationId }) {
      await scheduler.sleep(PROVIDER_MS);
      sent.push({ notificationId, at: scheduler.now() });
      if (random.chance(crashes)) {
        died += 1;
        deaths.get(notificationId)?.();
        // Nobody is there any more to hear the answer, or to let go of the claim.
        return new Promise(() => {});
      }
      return { providerId: `ses-${sent.length}` };
    },
  };

  async function sendOne(): Promise<void> {
    const next = waiting.shift();
    if (!next) return;
    busy += 1;
    const { notificationId } = next;
    const death = new Promise<void>((die) => deaths.set(notificationId, die)).then(async () => {
      // Its visibility timeout passes, then somebody else receives it.
      await scheduler.sleep(VISIBILITY_MS);
      waiting.push(next);
    });
    const sending = sendByEmail(context, next, provider, { ...RULES, wait: scheduler.sleep });
    await Promise.race([sending, death]);
    busy -= 1;
  }

  return {
    world,
    sent,
    longestQueue: () => longest,
    died: () => died,
    school: (students: number) => plantSchool(world, students),
    /** Staff write to everybody; resolves when the last of them has been handed to the queue. */
    async write(schoolId: SchoolId): Promise<void> {
      const { messageId } = await writeMessage(context, schoolId, SCHOOL_WIDE, {
        ...{ audience: { all: true }, channels: ['email'], body: 'Hej' },
      });
      const told = { schoolId, messageId: messageId ?? '', eventId: newId('evt') };
      while ((await fanOut(context, told, queues)) === 'again') await scheduler.sleep(AGAIN_MS);
    },
    /** Takes messages as long as there are any, or `until` says enough. */
    async send(until: () => boolean): Promise<void> {
      const worker = async () => {
        while (!until()) {
          if (waiting.length === 0) await scheduler.sleep(50);
          else await sendOne();
        }
      };
      await Promise.all(Array.from({ length: SENDERS }, worker));
    },
    idle: () => waiting.length === 0 && busy === 0,
  };
}

async function plantSchool(world: World, students: number): Promise<SchoolId> {
  const { schoolId, school } = cast();
  const context = world.context();
  await context.store.transact(context, () => ({
    writes: [create(schoolEntity.create(school))],
    result: null,
  }));
  await plantStudents(world, schoolId, students);
  return schoolId;
}
