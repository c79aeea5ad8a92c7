import { describe, expect, it } from 'vitest';
import { disputeMove } from '../../domain/finance/online/dispute-move.ts';
import type { Handled } from '../../domain/finance/online/facts.ts';
import { type ReconcileStep, reconcileStep } from '../../domain/finance/online/reconcile.ts';
import { lineOf } from '../support/finance-stage.ts';
import { onlineStage } from '../support/online-stage.ts';

/** Invoices that were all paid, and of which every second event was lost. */
async function halfTold(count: number) {
  const stage = await onlineStage({ pageSize: 3 });
  const { account, paper } = stage;
  const created = Math.floor(Date.parse(stage.now()) / 1_000);
  for (let i = 0; i < count; i++) {
    const invoice = await stage.issue([lineOf({ unitPrice: 10_000 + i })]);
    const { checkout } = await stage.checkOut(invoice.invoiceId);
    const fact = stage.paymentOf(checkout.sessionId);
    const { paymentIntentId, amount, currency } = fact;
    const reference = paper.sessions.get(checkout.sessionId)?.reference ?? {};
    paper.payments.push({
      ...{ account, paymentIntentId, amount, currency, created, reference },
      ...{ chargeId: `ch_${i}`, succeeded: true },
    });
    const ids = { account, paymentIntentId, created };
    const refund = { refundId: `re_${i}`, amount: 1_000, currency, status: 'succeeded' } as const;
    paper.refunds.push({ ...ids, ...refund, ownId: null });
    paper.disputes.push({
      ...{ ...ids, disputeId: `dp_${i}`, chargeId: null, amount: 500, currency },
      status: i % 3 === 0 ? 'won' : 'needs_response',
    });
    if (i % 2 === 0) await stage.tell(fact);
  }
  const reconcile = async () => {
    let step: ReconcileStep | null = {
      ...{ schoolId: stage.schoolId, account, list: 'payments', checked: 0, healed: 0 },
    };
    const handled: Handled[] = [];
    let healed = 0;
    while (step) {
      const result = await reconcileStep(stage.context, stage, stage.school, step);
      ({ next: step, healed } = result);
      handled.push(...result.handled);
    }
    return { healed, handled };
  };
  return { ...stage, reconcile };
}

describe('a reconciliation', () => {
  it('books what events had not told, page by page, and nothing twice', async () => {
    const stage = await halfTold(7);

    const first = await stage.reconcile();
    const second = await stage.reconcile();

    expect(first.healed).toBe(3 + 7 + 7);
    expect(second.healed).toBe(0);
    expect(stage.balance()).toMatchObject({
      ...{ issued: 70_021, paid: 70_021, refunded: 7_000 },
      disputed: 500 * 4,
    });
    expect(stage.told('PaymentReceived')).toHaveLength(7);
    stage.audited();
  });

  it('leaves alone what did not succeed, and puts into suspense what matches nothing', async () => {
    const stage = await halfTold(2);
    const [known] = stage.paper.payments;
    if (!known) throw new Error('two payments were made');
    stage.paper.payments.push({ ...known, paymentIntentId: 'pi_open', succeeded: false });
    stage.paper.payments.push({ ...known, paymentIntentId: 'pi_strange', amount: 1 });

    await stage.reconcile();

    expect(stage.suspense()).toMatchObject([{ paymentIntentId: 'pi_strange', amount: 1 }]);
  });

  it.each([
    ['warning_needs_response', null],
    ['warning_closed', null],
    ['needs_response', 'withdrawn'],
    ['under_review', 'withdrawn'],
    ['lost', 'withdrawn'],
    ['won', 'reinstated'],
  ])('reads the dispute status %s as money %s', (status, moved) => {
    expect(disputeMove(status)).toBe(moved);
  });
});
