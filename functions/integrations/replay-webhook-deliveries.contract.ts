import * as z from 'zod';
import { moment } from '../shared/booking-bodies.ts';
import { defineOperation } from '../shared/operation.ts';
import { idOf } from '../shared/schemas.ts';
import { endpointParams } from '../shared/webhook-schemas.ts';

export const replayWebhookDeliveriesRoute = defineOperation({
  name: 'replay-webhook-deliveries',
  method: 'POST',
  path: '/schools/{schoolId}/webhook-endpoints/{endpointId}/replay',
  summary:
    'Sends events of the last 30 days again, within minutes: those named, or 90 at most that happened from a moment up to another; `nextFrom` is where the rest begins.',
  who: { school_admin: 'school' },
  params: endpointParams,
  body: z.union([
    z.strictObject({ eventIds: z.array(idOf('evt')).min(1).max(90) }),
    z.strictObject({ from: moment, to: moment }),
  ]),
  response: {
    status: 202,
    body: () => z.object({ replayed: z.int(), nextFrom: z.iso.datetime().nullable() }),
  },
  errors: ['conflict', 'local_time_does_not_exist', 'local_time_ambiguous'],
  needs: { table: 'write', indexes: ['bySchoolAndTime'] },
});
