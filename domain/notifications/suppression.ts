import type { Context } from '../store/context.ts';
import type { TransactItem } from '../store/port.ts';
import { create, remove } from '../store/write.ts';
import { type Channel, isSecurity, type NotificationKind } from './notification.ts';
import { type SuppressionRow, suppressionEntity } from './suppression.entity.ts';

/** The mailbox does not exist, its owner called us spam, or the number's owner said stop. */
export type SuppressionReason = 'bounce' | 'complaint' | 'stop';

/** Why a message may not go to an address, as `lastError` tells it. */
const TOLD_AS: Record<SuppressionReason, string> = {
  bounce: 'address_bounced',
  complaint: 'address_complained',
  stop: 'number_said_stop',
};

/** An address as its suppression is found by it: by a keyed hash, never by itself. */
export type AddressKey = { channel: Channel; addressKey: string };

export function addressKeyOf({ keys }: Context, channel: Channel, address: string): AddressKey {
  return { channel, addressKey: keys.suppression(address.toLowerCase()) };
}

function findSuppression({ store }: Context, to: AddressKey): Promise<SuppressionRow | null> {
  return store.get(suppressionEntity, suppressionEntity.get(to));
}

/**
 * Why nothing is to be sent to an address, or null. Who called a mail spam is still told of their own
 * account; a member of staff who sends again knows of the bounce, and the mailbox may be back.
 */
export async function suppressedBecause(
  context: Context,
  message: { kind: NotificationKind; resendOf?: string | undefined },
  to: AddressKey,
): Promise<string | null> {
  const found = await findSuppression(context, to);
  if (!found) return null;
  if (found.reason === 'complaint' && isSecurity(message.kind)) return null;
  if (found.reason === 'bounce' && message.resendOf !== undefined) return null;
  return TOLD_AS[found.reason];
}

/** The write that suppresses an address, or none when it is already. */
export async function suppress(
  context: Context,
  to: AddressKey,
  { reason, code }: { reason: SuppressionReason; code: string },
): Promise<TransactItem[]> {
  if (await findSuppression(context, to)) return [];
  const row = { ...to, reason, code, createdAt: context.now(), version: 1 };
  return [create(suppressionEntity.create(row))];
}

/** The write that lifts a bounce: a mailbox that takes a mail is there. */
export async function liftBounce(context: Context, to: AddressKey): Promise<TransactItem[]> {
  const found = await findSuppression(context, to);
  if (found?.reason !== 'bounce') return [];
  const { channel, addressKey, version } = found;
  return [
    remove(
      suppressionEntity
        .remove({ channel, addressKey })
        .where((attribute, operation) => operation.eq(attribute.version, version)),
    ),
  ];
}
