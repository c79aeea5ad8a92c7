import { TEST_KEYS } from '../store-world.ts';
import { type Planted, set, unset } from './sample.ts';

const isDone = ({ status }: { status?: unknown }) => status === 'done';
const isPending = ({ status }: { status?: unknown }) => status === 'pending';
const isDelivered = ({ status }: { status?: unknown }) => status === 'delivered';
const isQuarantined = ({ status }: { status?: unknown }) => status === 'quarantined';
const NOT_DUE = ['dueAt', 'dueDay', 'dueShard', 'duePk', 'dueSk'];

/** Planted violations of what holds of platforms and webhooks. */
export const plantedIntegrations: Planted = {
  'what a platform is to be told is told, refused, under way or waiting, and never forgotten': [
    ({ one }) => set(one('platform-task'), { status: 'lost' }),
    ({ one }) => {
      for (const field of NOT_DUE) delete one('platform-task', isPending)[field];
    },
    ({ one }) => set(one('platform-task', isDone), { dueAt: '2026-11-23T09:00:00.000Z' }),
    ({ one }) =>
      Object.assign(one('platform-task', isPending), { parkedUntil: '2027-01-01T00:00:00.000Z' }),
    ({ one }) => {
      const row = one('platform-task', isDone);
      set(row, { status: 'refused' });
      delete row.lastError;
    },
  ],
  'an event at an endpoint is delivered, given up, skipped, under way or waiting, and never forgotten':
    [
      ({ one }) => set(one('webhook-delivery'), { status: 'lost' }),
      ({ one }) => {
        for (const field of NOT_DUE) delete one('webhook-delivery', isPending)[field];
      },
      ({ one }) => {
        one('webhook-delivery', isDelivered).claimedUntil = '2026-11-23T08:00:20.000Z';
      },
      ({ one }) => unset(one('webhook-delivery', isDelivered), 'deliveredAt'),
      ({ one }) => {
        (one('webhook-delivery').payload as { schoolId: string }).schoolId = 'sch_other';
      },
    ],
  'a delivery of a platform is kept with its body while it is quarantined, and without it after': [
    ({ one }) => unset(one('platform-delivery', isQuarantined), 'reason'),
    ({ one }) => unset(one('platform-delivery', isQuarantined), 'body'),
    ({ one }) => unset(one('platform-delivery', isQuarantined), 'schoolPk', 'schoolSk'),
    ({ one }) => unset(one('platform-delivery'), 'ttl'),
  ],
  'no row holds the secret of a webhook endpoint': [
    ({ one }) => {
      const { endpointId, secretVersion } = one('webhook-endpoint');
      const secret = TEST_KEYS.webhook(`${endpointId}.${secretVersion}`);
      one('idempotency').result = { secret: `whsec_${secret}` };
    },
  ],
};
