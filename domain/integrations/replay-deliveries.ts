import { DomainError, invalidField, notFound } from '../shared/errors.ts';
import { type Instant, plusMilliseconds } from '../shared/instant.ts';
import { readInstant } from '../shared/time.ts';
import type { Context } from '../store/context.ts';
import { dueAt } from '../store/due.ts';
import type { Page, PageOptions } from '../store/reader.ts';
import type { Store } from '../store/store.ts';
import { replace } from '../store/write.ts';
import { readEndpoint } from './change-endpoints.ts';
import { type WebhookDeliveryRow, webhookDeliveryEntity } from './webhook-delivery.entity.ts';

/** One transaction's worth. */
const MOST_REPLAYED = 90;

export type ReplayInput = { eventIds: string[] } | { from: string; to: string };

/** `nextFrom`: where a range that held more goes on; null when all of it is under way. */
export type Replayed = { replayed: number; nextFrom: Instant | null };

/** What was and is to be sent to an endpoint, newest event first. Throws `not_found`. */
export async function pageDeliveries(
  store: Store,
  schoolId: string,
  endpointId: string,
  options: PageOptions,
): Promise<Page<WebhookDeliveryRow>> {
  await readEndpoint(store, schoolId, endpointId);
  return store.page(
    webhookDeliveryEntity,
    webhookDeliveryEntity.query.byTime({ schoolId, endpointId }),
    { ...options, descending: true },
  );
}

/**
 * Sends events again, whatever became of them before: those named, or those that happened from a
 * moment up to another, oldest first; without an offset they are the school's local time. The sweep
 * enqueues them within minutes. What is under way anyway is left alone. Throws `not_found` for an event that was never for this endpoint, `conflict`
 * while it is disabled, `local_time_*` and `invalid` for a moment that is none.
 */
export async function replayDeliveries(
  context: Context,
  key: { schoolId: string; endpointId: string },
  { timeZone }: { timeZone: string },
  input: ReplayInput,
): Promise<Replayed> {
  const { store } = context;
  const asked =
    'eventIds' in input
      ? input
      : {
          from: readInstant(input.from, timeZone, '/from'),
          to: readInstant(input.to, timeZone, '/to'),
        };
  return store.transact<Replayed>(context, async () => {
    const { status } = await readEndpoint(store, key.schoolId, key.endpointId);
    if (status === 'disabled')
      throw new DomainError('conflict', 'This endpoint is disabled: enable it first.');
    const { rows, nextFrom } =
      'eventIds' in asked
        ? await named(store, key, asked.eventIds)
        : await within(store, key, asked);
    const again = rows.filter(({ status }) => status !== 'pending');
    return {
      writes: again.map((row) => replace(webhookDeliveryEntity, fresh(row, context.now()))),
      result: { replayed: again.length, nextFrom },
    };
  });
}

function fresh(row: WebhookDeliveryRow, now: Instant): WebhookDeliveryRow {
  const { lastError: _e, lastStatus: _s, firstTriedAt: _f, deliveredAt: _d, ...rest } = row;
  return {
    ...{ ...rest, ...dueAt(now, row.eventId), status: 'pending', attempts: 0 },
    version: row.version + 1,
  };
}

type Key = { schoolId: string; endpointId: string };
type Found = { rows: WebhookDeliveryRow[]; nextFrom: Instant | null };

async function named(store: Store, key: Key, eventIds: readonly string[]): Promise<Found> {
  const asked = [...new Set(eventIds)].map(
    (eventId) => [webhookDeliveryEntity, webhookDeliveryEntity.get({ ...key, eventId })] as const,
  );
  const rows = (await store.getAll(...asked)) as (WebhookDeliveryRow | null)[];
  if (rows.includes(null)) throw notFound('This event');
  return { rows: rows.filter((row) => row !== null), nextFrom: null };
}

async function within(
  store: Store,
  key: Key,
  { from, to }: { from: Instant; to: Instant },
): Promise<Found> {
  if (to <= from) throw invalidField('/to', 'not_after_from', '/to: must come after `from`.');
  const { items } = await store.page(
    webhookDeliveryEntity,
    webhookDeliveryEntity.query.byTime(key).between({ occurredAt: from }, { occurredAt: to }),
    { limit: MOST_REPLAYED + 1 },
  );
  // What was sent at one moment stays together: the next call begins with the whole of it.
  const next = items[MOST_REPLAYED]?.occurredAt as Instant | undefined;
  const rows = next ? items.filter(({ occurredAt }) => occurredAt < next) : items;
  if (next && rows.length === 0) {
    const first = await consistent(store, items.slice(0, MOST_REPLAYED));
    return { rows: first, nextFrom: plusMilliseconds(next, 1) };
  }
  return { rows: await consistent(store, rows), nextFrom: next ?? null };
}

/** The index may be behind: what is rewritten is read again. */
async function consistent(
  store: Store,
  rows: readonly WebhookDeliveryRow[],
): Promise<WebhookDeliveryRow[]> {
  const found = await store.getAll(
    ...rows.map(
      ({ schoolId, endpointId, eventId }) =>
        [
          webhookDeliveryEntity,
          webhookDeliveryEntity.get({ schoolId, endpointId, eventId }),
        ] as const,
    ),
  );
  return (found as (WebhookDeliveryRow | null)[]).filter((row) => row !== null);
}
