import { createHash } from 'node:crypto';
import type { PendingEvent } from '../../events/define.ts';
import { DAY, epochSeconds, plusMilliseconds } from '../shared/instant.ts';
import type { Context } from '../store/context.ts';
import type { TransactItem } from '../store/port.ts';
import { create, replace } from '../store/write.ts';
import type { Platform } from './platform.ts';
import {
  type PlatformDeliveryRow,
  platformDeliveryEntity,
  type QuarantineReason,
} from './platform-delivery.entity.ts';

const KEPT = 30 * DAY;

/** A delivery whose signature was good. */
export type Delivery = {
  platform: Platform;
  /** of the `X-Delivery-Id` header */
  deliveryHash: string;
  body: Record<string, unknown>;
};

/** What to do with a delivery: carry it out, or keep it until somebody can place it. */
export type Placement =
  | { writes: readonly TransactItem[]; events?: readonly PendingEvent[] }
  | { quarantine: QuarantineReason };

export type Taken =
  | { outcome: 'accepted' | 'duplicate' }
  | { outcome: 'quarantined'; reason: QuarantineReason };

/** What a delivery is known by, from its `X-Delivery-Id`. */
export function deliveryHashOf(deliveryId: string): string {
  return createHash('sha256').update(deliveryId).digest('hex');
}

/**
 * Takes a delivery once: what it changes commits with the row that says it has been here. One that
 * was quarantined is placed anew when it comes again.
 */
export function takeDelivery(
  context: Context,
  { platform, deliveryHash, body }: Delivery,
  place: () => Promise<Placement>,
): Promise<Taken> {
  const { store } = context;
  return store.transact<Taken>(context, async () => {
    const earlier = await store.get(
      platformDeliveryEntity,
      platformDeliveryEntity.get({ platform, deliveryHash }),
    );
    if (earlier && earlier.status !== 'quarantined') {
      return { writes: [], result: { outcome: 'duplicate' } };
    }
    const placement = await place();
    const reason = 'quarantine' in placement ? placement.quarantine : null;
    const now = context.now();
    const row: PlatformDeliveryRow = {
      ...{ platform, deliveryHash, createdAt: now, version: (earlier?.version ?? 0) + 1 },
      ...(reason ? { status: 'quarantined', reason, body } : { status: 'accepted' }),
      ttl: epochSeconds(plusMilliseconds(now, KEPT)),
    };
    const write = earlier
      ? replace(platformDeliveryEntity, row)
      : create(platformDeliveryEntity.create(row));
    if ('quarantine' in placement) {
      const { quarantine } = placement;
      return { writes: [write], result: { outcome: 'quarantined', reason: quarantine } };
    }
    return {
      writes: [write, ...placement.writes],
      events: placement.events ?? [],
      result: { outcome: 'accepted' },
    };
  });
}
