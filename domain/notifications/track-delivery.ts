import type { Context } from '../store/context.ts';
import { notDue } from '../store/due.ts';
import type { TransactItem } from '../store/port.ts';
import { replace } from '../store/write.ts';
import { type NotificationRow, notificationEntity } from './notification.entity.ts';
import type { NotificationStatus } from './notification.ts';
import { findSentMessage } from './sent-messages.ts';
import { mayBecome } from './status.ts';
import { type AddressKey, liftBounce, type SuppressionReason, suppress } from './suppression.ts';

/** What a provider says became of a message that it took. */
export type DeliveryReport = {
  providerId: string;
  /** null: nothing that changes the status, such as a mail called spam by who has it */
  status: Extract<NotificationStatus, 'delivered' | 'undelivered' | 'bounced' | 'failed'> | null;
  /** the provider's code, `ses_bounce_General`; absent where all went well */
  code?: string;
  /** the address is to be written to no more */
  suppress?: SuppressionReason;
};

/** `unknown`: no such message yet, the sender may be about to save it. */
export type Tracked =
  | { outcome: 'unknown' }
  | {
      outcome: 'tracked';
      row: NotificationRow;
      /** the status it has reached by this report; null: it had it before */
      became: NotificationStatus | null;
    };

/**
 * Moves a notification to what its provider reports. Reports come in any order and more than once: a
 * status only rises, so an old or repeated one changes nothing, and what an address learned from it
 * (that it bounces, that its owner said stop) is kept all the same.
 */
export async function trackDelivery(context: Context, report: DeliveryReport): Promise<Tracked> {
  const { store, now } = context;
  const known = await findSentMessage(context, report.providerId);
  if (!known) return { outcome: 'unknown' };
  const { owner, notificationId, channel, addressKey } = known;
  const to: AddressKey = { channel, addressKey };
  return store.transact<Tracked>(context, async () => {
    const row = await store.get(
      notificationEntity,
      notificationEntity.get({ owner, notificationId }),
    );
    if (!row) return { writes: [], result: { outcome: 'unknown' } };
    const next = reported(row, report, now());
    const writes: TransactItem[] = [
      ...(next ? [replace(notificationEntity, next)] : []),
      ...(report.suppress
        ? await suppress(context, to, { reason: report.suppress, code: report.code ?? '' })
        : []),
      ...(next?.status === 'delivered' ? await liftBounce(context, to) : []),
    ];
    const became = next && next.status !== row.status ? next.status : null;
    return { writes, result: { outcome: 'tracked', row: next ?? row, became } };
  });
}

/** The row as the report makes it; null when it tells nothing new. */
function reported(
  row: NotificationRow,
  { status, code }: DeliveryReport,
  at: string,
): NotificationRow | null {
  if (status === null) {
    return code === undefined || row.lastError === code
      ? null
      : { ...row, lastError: code, version: row.version + 1 };
  }
  if (!mayBecome(row.status, status)) return null;
  const { claimedUntil: _, ...rest } = notDue(row);
  return {
    ...rest,
    status,
    ...(status === 'delivered' && { deliveredAt: at }),
    ...(code !== undefined && { lastError: code }),
    version: row.version + 1,
  };
}
