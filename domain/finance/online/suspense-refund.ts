import type { Context } from '../../store/context.ts';
import type { Decision } from '../../store/store.ts';
import { create, replace } from '../../store/write.ts';
import type { Handled, RefundFact } from './facts.ts';
import { type ProviderFactRow, providerFactEntity } from './provider-fact.entity.ts';
import { suspenseEntity } from './suspense.entity.ts';

/**
 * Where the refund of money in suspense stands. No student had it, so no ledger moves; failed, the
 * money is staff's to decide about again.
 */
export async function postSuspenseRefund(
  context: Context,
  payment: ProviderFactRow,
  fact: RefundFact,
): Promise<Decision<Handled>> {
  const { schoolId, suspenseId = '' } = payment;
  const row = await context.store.get(suspenseEntity, suspenseEntity.get({ schoolId, suspenseId }));
  if (!row) throw new Error(`no money ${suspenseId} in suspense`);
  const failed = fact.status === 'failed' || fact.status === 'canceled';
  const settled = failed || fact.status === 'succeeded';
  const guard = providerFactEntity.create({
    ...{ account: payment.account, objectId: fact.refundId, schoolId, suspenseId },
    kind: failed ? 'refund_failed' : 'refund',
    ...{ amount: fact.amount, currency: fact.currency, at: context.now(), version: 1 },
  });
  const status = failed ? 'open' : settled ? 'refunded' : row.status;
  if (row.status === status && row.externalRefundId === fact.refundId) {
    return { writes: [], result: { outcome: 'known' } };
  }
  const next = {
    ...row,
    ...{ status, externalRefundId: fact.refundId, version: row.version + 1 },
  } as const;
  return {
    writes: [replace(suspenseEntity, next), ...(failed ? [create(guard)] : [])],
    result: { outcome: 'done', ...(failed && { attention: 'refund_failed' as const }) },
  };
}
