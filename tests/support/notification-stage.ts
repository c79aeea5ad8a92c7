import { tellAbout } from '../../domain/notifications/create-notification.ts';
import {
  type NotificationRow,
  notificationEntity,
} from '../../domain/notifications/notification.entity.ts';
import type { NotificationKind } from '../../domain/notifications/notification.ts';
import { newId } from '../../domain/shared/new-id.ts';
import { dueAt } from '../../domain/store/due.ts';
import { create } from '../../domain/store/write.ts';
import { cast, enrolled, memoryQueues, plant } from './notifications.ts';
import { createWorld, type World } from './store-world.ts';

const RULES = { portalUrl: 'https://portal.example', allowList: '*' };

/** A planted school and student in a world whose clock a test can move. */
export async function stage(overrides: Parameters<typeof cast>[0] = {}, seed = 1) {
  const world = createWorld({ seed });
  let moved = 0;
  const context = world.context({ now: () => world.now(moved) });
  const people = cast(overrides);
  await plant(context, people);
  const { queues, sent } = memoryQueues();
  const options = { ...RULES, wait: world.scheduler.sleep, queues };
  return {
    world,
    context,
    ...people,
    queues,
    sent,
    options,
    pass: (milliseconds: number) => {
      moved += milliseconds;
    },
    rows: () => rowsOf(world),
  };
}

function rowsOf(world: World): NotificationRow[] {
  return world
    .rowsOf('notification')
    .map((Item) => notificationEntity.parse({ Item }).data as NotificationRow);
}

export type Stage = Awaited<ReturnType<typeof stage>>;

/** A welcome mail that is queued and waits for its sender. */
export async function welcomed(overrides: Parameters<typeof cast>[0] = {}, seed = 1) {
  const all = await stage(overrides, seed);
  const [row] = await tellAbout(all.context, enrolled(all), all.queues);
  if (!row) throw new Error('no notification');
  return { ...all, message: { owner: row.owner, notificationId: row.notificationId } };
}

/** An SMS of a kind that has a text for it. */
export async function texted(overrides: Parameters<typeof cast>[0] = {}) {
  const all = await stage(overrides);
  const message = { owner: all.schoolId, notificationId: newId('ntf') };
  await all.context.store.transact(all.context, () => ({
    writes: [
      create(
        notificationEntity.create({
          ...message,
          schoolId: all.schoolId,
          personId: all.personId,
          eventId: newId('evt'),
          kind: 'invoice_issued' satisfies NotificationKind,
          channel: 'sms',
          about: { invoiceId: all.invoice.invoiceId },
          status: 'queued',
          attempts: 0,
          correlationId: 'test',
          ...dueAt(all.context.now(), message.notificationId),
          createdAt: all.context.now(),
          version: 1,
        }),
      ),
    ],
    result: null,
  }));
  return { ...all, message };
}

export const only = ({ rows }: Pick<Stage, 'rows'>): NotificationRow => {
  const [row, ...others] = rows();
  if (!row || others.length > 0) throw new Error(`${others.length + 1} notifications`);
  return row;
};
