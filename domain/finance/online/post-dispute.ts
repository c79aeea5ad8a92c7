import type { Context } from '../../store/context.ts';
import { create } from '../../store/write.ts';
import type { FinanceSchool } from '../books.ts';
import { planDispute, planDisputeWon } from '../plan-dispute.ts';
import type { DisputeFact, Handled } from './facts.ts';
import { isOwned } from './post-refund.ts';
import { providerFactEntity } from './provider-fact.entity.ts';
import { park } from './waiting.ts';

/**
 * Books a dispute: withdrawn once, reinstated once. A dispute that is heard of only when it is won
 * was withdrawn, too: both are booked, and the late news of the first is known then.
 */
export async function postDispute(
  context: Context,
  school: FinanceSchool,
  fact: DisputeFact,
): Promise<Handled> {
  if (fact.moved === 'withdrawn') return book(context, school, fact, 'dispute');
  const withdrawn = await book(context, school, fact, 'dispute');
  if (withdrawn.outcome !== 'done' && withdrawn.outcome !== 'known') return withdrawn;
  return book(context, school, fact, 'dispute_won');
}

function book(
  context: Context,
  school: FinanceSchool,
  fact: DisputeFact,
  kind: 'dispute' | 'dispute_won',
): Promise<Handled> {
  const { store } = context;
  const { account, paymentIntentId, disputeId, amount, currency } = fact;
  const plan = kind === 'dispute' ? planDispute : planDisputeWon;
  return store.transact<Handled>(context, async () => {
    const key = { account, objectId: disputeId, kind };
    const [booked, payment] = await store.getAll(
      [providerFactEntity, providerFactEntity.get(key)],
      [
        providerFactEntity,
        providerFactEntity.get({ account, objectId: paymentIntentId, kind: 'payment' }),
      ],
    );
    if (booked) return { writes: [], result: { outcome: 'known' } };
    if (!isOwned(payment)) {
      const factKey = `${disputeId}#${fact.moved}`;
      return park(context, school.schoolId, { account, paymentIntentId, factKey, fact }, payment);
    }
    if (payment.currency !== currency) {
      return { writes: [], result: { outcome: 'ignored', attention: 'contradiction' } };
    }
    const planned = await plan(context, school, payment, { amount, externalId: disputeId });
    const { schoolId, studentId, paymentId } = payment;
    const guard = providerFactEntity.create({
      ...{ ...key, schoolId, studentId, paymentId, amount, currency },
      ...{ at: context.now(), version: 1 },
    });
    return {
      ...{ writes: [...planned.writes, create(guard)], events: planned.events },
      result: { outcome: 'done' },
    };
  });
}
