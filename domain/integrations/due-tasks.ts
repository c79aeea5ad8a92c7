import { plusMilliseconds } from '../shared/instant.ts';
import { dueAt } from '../store/due.ts';
import type { DueKind } from '../store/sweep-due.ts';
import { replace } from '../store/write.ts';
import type { IntegrationQueues } from './integration-queues.ts';
import { planRoll } from './plan-roll.ts';
import type { Platform } from './platform.ts';
import { platformTaskEntity } from './platform-task.entity.ts';
import { UNTOUCHED_AFTER } from './want-task.ts';

const KEY = /^(?<schoolId>sch_[0-9a-z]{26})#task#(?<platform>e-teori|findkoreskole)$/;

/**
 * Tasks whose pause is over, and those whose queue message was lost: back into their queue. A school's
 * roll, which nobody else works, goes on.
 */
export function dueTasks(queues: IntegrationQueues): DueKind {
  return {
    name: 'platform-task',
    owns: ({ pk }) => KEY.test(pk),
    async carryOut(context, { pk, sk: subjectId }) {
      const { schoolId = '', platform = '' } = KEY.exec(pk)?.groups ?? {};
      const key = { schoolId, platform: platform as Platform, subjectId };
      const { store } = context;
      const due = await store.transact<boolean>(context, async () => {
        const row = await store.get(platformTaskEntity, platformTaskEntity.get(key));
        const now = context.now();
        if (!row?.dueAt || row.dueAt > now) return { writes: [], result: false };
        const { parkedUntil: _, ...rest } = row;
        const next = {
          ...rest,
          ...dueAt(plusMilliseconds(now, UNTOUCHED_AFTER), subjectId),
          version: row.version + 1,
        };
        return { writes: [replace(platformTaskEntity, next)], result: true };
      });
      if (!due) return;
      if (key.platform === 'e-teori' && subjectId === schoolId) {
        return planRoll(context, schoolId, queues);
      }
      await queues.enqueue(key.platform, { schoolId, subjectId });
    },
  };
}
