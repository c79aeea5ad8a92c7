import { webhookEndpointDisabled } from '../../events/integrations.ts';
import { readStaff } from '../people/read-people.ts';
import type { Id, PersonId, SchoolId } from '../shared/ids.ts';
import { HOUR, type Instant, millisecondsBetween } from '../shared/instant.ts';
import type { Context } from '../store/context.ts';
import { replace } from '../store/write.ts';
import { type WebhookEndpointRow, webhookEndpointEntity } from './webhook-endpoint.entity.ts';
import { TRIED_FOR } from './webhook-schedule.ts';

/** The endpoint's first failure is noted a little after the delivery's first try. */
const MARGIN = HOUR;

type EndpointKey = { schoolId: string; endpointId: string };

/** Something arrived: what failed before is forgotten. Writes only when something had failed. */
export async function noteSuccess(context: Context, endpoint: WebhookEndpointRow): Promise<void> {
  if (endpoint.failingSince === undefined) return;
  const { store } = context;
  const key = { schoolId: endpoint.schoolId, endpointId: endpoint.endpointId };
  await store.transact(context, async () => {
    const row = await store.get(webhookEndpointEntity, webhookEndpointEntity.get(key));
    if (row?.failingSince === undefined) return { writes: [], result: null };
    const { failingSince: _, ...rest } = row;
    const next = { ...rest, version: row.version + 1 };
    return { writes: [replace(webhookEndpointEntity, next)], result: null };
  });
}

/**
 * A try failed. The first one is remembered; an endpoint at which a delivery was given up after a day,
 * and nothing else arrived that day, is switched off, and so is one that says it is gone (410). The
 * school's administrators are told by the event.
 */
export async function noteFailure(
  context: Context,
  { schoolId, endpointId }: EndpointKey,
  { gone, over }: { gone: boolean; over: boolean },
): Promise<void> {
  const { store } = context;
  await store.transact(context, async () => {
    const key = { schoolId, endpointId };
    const row = await store.get(webhookEndpointEntity, webhookEndpointEntity.get(key));
    if (row?.status !== 'enabled') return { writes: [], result: null };
    const now = context.now();
    const failingSince = (row.failingSince ?? now) as Instant;
    const version = row.version + 1;
    const failing = over && millisecondsBetween(failingSince, now) >= TRIED_FOR - MARGIN;
    if (!gone && !failing) {
      if (row.failingSince !== undefined) return { writes: [], result: null };
      return {
        writes: [replace(webhookEndpointEntity, { ...row, failingSince, version })],
        result: null,
      };
    }
    const reason = gone ? ('gone' as const) : ('failing' as const);
    const next: WebhookEndpointRow = {
      ...{ ...row, status: 'disabled', disabledReason: reason, failingSince, version },
    };
    const id = endpointId as Id<'whk'>;
    const adminIds = await adminsOf(context, schoolId);
    return {
      writes: [replace(webhookEndpointEntity, next)],
      events: [
        webhookEndpointDisabled.of(
          schoolId as SchoolId,
          { id, version },
          { endpointId: id, reason, adminIds },
        ),
      ],
      result: null,
    };
  });
}

async function adminsOf({ store }: Context, schoolId: string): Promise<PersonId[]> {
  const staff = await readStaff(store, schoolId);
  return staff
    .filter(({ roles, status }) => roles.includes('school_admin') && status === 'active')
    .map(({ personId }) => personId as PersonId);
}
