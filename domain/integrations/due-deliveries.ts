import { plusMilliseconds } from '../shared/instant.ts';
import { dueAt } from '../store/due.ts';
import type { DueKind } from '../store/sweep-due.ts';
import { replace } from '../store/write.ts';
import type { IntegrationQueues } from './integration-queues.ts';
import { UNTOUCHED_AFTER } from './plan-deliveries.ts';
import { webhookDeliveryEntity } from './webhook-delivery.entity.ts';

const KEY = /^(?<schoolId>sch_[0-9a-z]{26})#whk#(?<endpointId>whk_[0-9a-z]{26})$/;

/** Deliveries whose next try has come, were replayed, or lost their queue message: into the queue. */
export function dueDeliveries(queues: IntegrationQueues): DueKind {
  return {
    name: 'webhook-delivery',
    owns: ({ pk }) => KEY.test(pk),
    async carryOut(context, { pk, sk: eventId }) {
      const { schoolId = '', endpointId = '' } = KEY.exec(pk)?.groups ?? {};
      const key = { schoolId, endpointId, eventId };
      const { store } = context;
      const due = await store.transact<boolean>(context, async () => {
        const row = await store.get(webhookDeliveryEntity, webhookDeliveryEntity.get(key));
        const now = context.now();
        if (!row?.dueAt || row.dueAt > now) return { writes: [], result: false };
        const { parkedUntil: _, ...rest } = row;
        const next = {
          ...rest,
          ...dueAt(plusMilliseconds(now, UNTOUCHED_AFTER), eventId),
          version: row.version + 1,
        };
        return { writes: [replace(webhookDeliveryEntity, next)], result: true };
      });
      if (due) await queues.enqueue('webhooks', key);
    },
  };
}
