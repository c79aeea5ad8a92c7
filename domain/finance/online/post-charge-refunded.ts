import type { Context } from '../../store/context.ts';
import { create, replace } from '../../store/write.ts';
import type { FinanceSchool } from '../books.ts';
import { planRefundSucceeded } from '../plan-refund.ts';
import { readPayment } from '../read-finance.ts';
import type { ChargeRefundedFact, Handled } from './facts.ts';
import { isOwned, postRefund } from './post-refund.ts';
import type { PaymentProvider } from './provider.ts';
import { providerFactEntity } from './provider-fact.entity.ts';
import { park } from './waiting.ts';

/**
 * A charge's total says that refunds happened, not which: it grows with each of them, and its event
 * comes beside theirs. So the refunds are looked up and booked one by one, each once. Only when the
 * provider knows of none is the difference booked by the total, to be matched to the refund that is
 * named later.
 */
export async function postChargeRefunded(
  context: Context,
  school: FinanceSchool,
  fact: ChargeRefundedFact,
  provider: Pick<PaymentProvider, 'refundsOf'>,
): Promise<Handled> {
  const { store } = context;
  const { schoolId } = school;
  const { account, paymentIntentId, amountRefunded, chargeId } = fact;
  const key = { account, objectId: paymentIntentId, kind: 'payment' } as const;
  const before = await store.get(providerFactEntity, providerFactEntity.get(key));
  if (isOwned(before) && (await missing(context, before, amountRefunded)) <= 0) {
    return { outcome: 'known' };
  }
  if (isOwned(before)) {
    const refunds = await provider.refundsOf(account, paymentIntentId);
    for (const refund of refunds) {
      await postRefund(context, school, { ...refund, kind: 'refund', account });
    }
    if (refunds.length > 0) return { outcome: 'done' };
  }

  const refundId = context.newId('ref');
  const objectId = `${chargeId}_${amountRefunded}`;
  const handled = await store.transact<Handled | null>(context, async () => {
    const payment = await store.get(providerFactEntity, providerFactEntity.get(key));
    if (!isOwned(payment)) {
      const factKey = `${chargeId}#${amountRefunded}`;
      return park(context, schoolId, { account, paymentIntentId, factKey, fact }, payment);
    }
    // The payment came between the two reads: now its refunds can be asked for.
    if (!isOwned(before)) return { writes: [], result: null };
    const amount = await missing(context, payment, amountRefunded);
    if (amount <= 0) return { writes: [], result: { outcome: 'known' } };
    const planned = await planRefundSucceeded(context, school, payment, {
      ...{ refund: null, refundId, amount, externalId: objectId },
    });
    const unnamedRefunds = (payment.unnamedRefunds ?? 0) + amount;
    return {
      writes: [
        ...planned.writes,
        replace(providerFactEntity, { ...payment, unnamedRefunds, version: payment.version + 1 }),
        create(
          providerFactEntity.create({
            ...{ account, objectId, kind: 'refund', schoolId },
            ...{ studentId: payment.studentId, paymentId: payment.paymentId, refundId, amount },
            ...{ currency: payment.currency, at: context.now(), version: 1 },
          }),
        ),
      ],
      events: planned.events,
      result: { outcome: 'done' },
    };
  });
  return handled ?? postChargeRefunded(context, school, fact, provider);
}

/** What the total knows beyond the refunds that are booked or promised. */
async function missing(
  { store }: Context,
  { schoolId, paymentId }: { schoolId: string; paymentId: string },
  amountRefunded: number,
): Promise<number> {
  const payment = await readPayment(store, schoolId, paymentId);
  return payment ? amountRefunded - payment.refunded - payment.refunding : 0;
}
