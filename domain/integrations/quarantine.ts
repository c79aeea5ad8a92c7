import { notFound } from '../shared/errors.ts';
import type { Context } from '../store/context.ts';
import type { Store } from '../store/store.ts';
import { replace } from '../store/write.ts';
import { type PlatformDeliveryRow, platformDeliveryEntity } from './platform-delivery.entity.ts';
import { type LeadInput, placeLead } from './receive-lead.ts';
import { placeResult, type ResultInput } from './receive-result.ts';
import { type Placement, type Taken, takeDelivery } from './take-delivery.ts';

/** What an operator sees of a delivery that belongs nowhere: ids and references, and nobody's name. */
export type Quarantined = {
  id: string;
  platform: string;
  reason: string;
  /** the school or student that it names */
  reference: string;
  createdAt: string;
};

/** What an id shows of the hash: enough that two of them never meet in a month. */
const ID_LENGTH = 16;

/** Deliveries in quarantine, oldest first. */
export async function listQuarantine(store: Store): Promise<Quarantined[]> {
  return (await readQuarantine(store)).map(
    ({ deliveryHash, platform, reason, body, createdAt }) => ({
      ...{ id: deliveryHash.slice(0, ID_LENGTH), platform, createdAt },
      reason: reason ?? '',
      reference: String(body?.schoolRef ?? body?.studentRef ?? ''),
    }),
  );
}

/**
 * Places a delivery as if it came now. `quarantined`: the cause is not gone, it stays. Throws
 * `not_found`, and `invalid` for what the school's country has no use for, such as the phone.
 */
export async function releaseDelivery(context: Context, id: string): Promise<Taken> {
  const { platform, deliveryHash, body = {} } = await find(context.store, id);
  const place = (): Promise<Placement> =>
    platform === 'e-teori'
      ? placeResult(context, body as ResultInput)
      : placeLead(context, body as LeadInput);
  return takeDelivery(context, { platform, deliveryHash, body }, place);
}

/** Gives a delivery up: its body goes, and a further copy of it changes nothing. Throws `not_found`. */
export async function dropDelivery(context: Context, id: string): Promise<void> {
  const { store } = context;
  const { platform, deliveryHash } = await find(store, id);
  await store.transact(context, async () => {
    const row = await store.get(
      platformDeliveryEntity,
      platformDeliveryEntity.get({ platform, deliveryHash }),
    );
    if (row?.status !== 'quarantined') throw notFound('This delivery');
    const { body: _b, reason: _r, ...rest } = row;
    const next = { ...rest, status: 'dropped' as const, version: row.version + 1 };
    return { writes: [replace(platformDeliveryEntity, next)], result: null };
  });
}

async function find(store: Store, id: string): Promise<PlatformDeliveryRow> {
  const found = (await readQuarantine(store)).find(
    ({ deliveryHash }) => deliveryHash.slice(0, ID_LENGTH) === id,
  );
  if (!found) throw notFound('This delivery');
  return found;
}

function readQuarantine(store: Store): Promise<PlatformDeliveryRow[]> {
  return store.all(platformDeliveryEntity, platformDeliveryEntity.query.quarantined({}));
}
