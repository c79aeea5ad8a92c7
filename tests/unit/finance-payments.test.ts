import { describe, expect, it } from 'vitest';
import type { PaymentRow } from '../../domain/finance/payment.entity.ts';
import { planDispute, planDisputeWon } from '../../domain/finance/plan-dispute.ts';
import {
  planManualRefund,
  planRefundFailed,
  planRefundRequest,
  planRefundReversed,
  planRefundSucceeded,
} from '../../domain/finance/plan-refund.ts';
import { recordPayment } from '../../domain/finance/record-payment.ts';
import type { RefundRow } from '../../domain/finance/refund.entity.ts';
import type { RefundId } from '../../domain/shared/ids.ts';
import { DKK } from '../support/booking-cast.ts';
import { refusal } from '../support/booking-stage.ts';
import { type FinanceStage, financeStage, lineOf } from '../support/finance-stage.ts';

const due = (dueDate: string) => ({ dueDate });

describe('a payment', () => {
  // The dates were a 500: only their shape was looked at.
  it.each([
    ['2026-02-30'],
    ['2026-02-29'],
    ['2026-13-01'],
    ['9999-99-99'],
    ['9999-12-31'],
    ['0000-01-01'],
    ['9999-12-31T23:30:00Z'],
  ])('was not received on %s', async (receivedAt) => {
    const { context, school, student } = await financeStage();
    const input = { amount: DKK(500), method: 'cash', receivedAt } as const;

    const { code, details } = await refusal(recordPayment(context, school, student, input));

    expect(code).toBe('invalid');
    expect(details.errors).toMatchObject([{ path: '/receivedAt', code: 'invalid_time' }]);
  });

  it('received on a date counts from its midnight in the school', async () => {
    const { context, school, student } = await financeStage();
    const input = { amount: DKK(500), method: 'cash', receivedAt: '2028-02-29' } as const;

    const { receivedAt } = await recordPayment(context, school, student, input);

    expect(receivedAt).toBe('2028-02-28T23:00:00.000Z');
  });

  it('settles what is open, the first due first, and leaves the rest as credit', async () => {
    const stage = await financeStage();
    const late = await stage.issue([lineOf({ unitPrice: 300 })], due('2027-02-01'));
    const early = await stage.issue([lineOf({ unitPrice: 200 })], due('2027-01-01'));

    const first = await stage.pay(250);
    const second = await stage.pay(400);

    expect(first.allocations).toEqual([
      { invoiceId: early.invoiceId, amount: 200 },
      { invoiceId: late.invoiceId, amount: 50 },
    ]);
    expect(second).toMatchObject({
      allocations: [{ invoiceId: late.invoiceId, amount: 250 }],
      credit: 150,
    });
    expect(stage.invoice(early.invoiceId)).toMatchObject({ status: 'paid', paid: 200 });
    expect(stage.balance()).toMatchObject({ paid: 650, credit: 150, entries: 4 });
    expect(stage.balance()?.earliestDue).toBeUndefined();
    stage.audited();
  });

  it('gives the chosen invoices no more than they are owed', async () => {
    const stage = await financeStage();
    const early = await stage.issue([lineOf({ unitPrice: 200 })], due('2027-01-01'));
    const late = await stage.issue([lineOf({ unitPrice: 300 })], due('2027-02-01'));

    const payment = await stage.pay(500, {
      allocations: [{ invoiceId: late.invoiceId, amount: 450 }],
    });

    expect(payment).toMatchObject({
      allocations: [{ invoiceId: late.invoiceId, amount: 300 }],
      credit: 200,
    });
    expect(stage.balance()).toMatchObject({ earliestDue: '2027-01-01', credit: 200 });
    expect(stage.invoice(early.invoiceId)).toMatchObject({ status: 'issued' });
    stage.audited();
  });

  it('by card and in cash at once on one invoice settles it once; the second is credit', async () => {
    const stage = await financeStage({ seed: 7, rates: { conflict: 0.3, 'timeout-after': 0.3 } });
    const { invoiceId } = await stage.issue();
    const allocations = [{ invoiceId, amount: 55_000 }];

    await Promise.all([
      stage.pay(55_000, { allocations, method: 'card' }),
      stage.pay(55_000, { allocations }),
    ]);

    expect(stage.invoice(invoiceId)).toMatchObject({ status: 'paid', paid: 55_000 });
    expect(stage.balance()).toMatchObject({ credit: 55_000, paid: 110_000 });
    stage.audited();
  });

  it('for an invoice of somebody else is refused', async () => {
    const stage = await financeStage();
    const { invoiceId } = await stage.issue([lineOf()], { studentId: stage.students[1] });

    const refused = await refusal(stage.pay(100, { allocations: [{ invoiceId, amount: 100 }] }));

    expect(refused.code).toBe('not_found');
  });
});

describe('a refund', () => {
  it('takes the credit first, then reopens the invoice that was settled last', async () => {
    const stage = await financeStage();
    const first = await stage.issue([lineOf({ unitPrice: 600 })], due('2027-01-01'));
    const last = await stage.issue([lineOf({ unitPrice: 300 })], due('2027-02-01'));
    const payment = await stage.pay(1_000);

    await refund(stage, payment, 450);

    expect(stage.invoice(last.invoiceId)).toMatchObject({ status: 'issued', paid: 0 });
    expect(stage.invoice(first.invoiceId)).toMatchObject({ status: 'part_paid', paid: 550 });
    expect(stage.balance()).toMatchObject({
      ...{ refunded: 450, credit: 0, earliestDue: '2027-01-01' },
    });
    stage.audited();
  });

  it('beyond what is left of the payment is refused, promised refunds counted', async () => {
    const stage = await financeStage();
    const payment = await stage.pay(1_000, { allocations: [] });
    await refund(stage, payment, 300);
    await request(stage, payment, 500);

    const refused = await refusal(refund(stage, payment, 201));

    expect(refused).toMatchObject({
      code: 'refund_exceeds_rest',
      details: { rest: { amount: 200 } },
    });
    stage.audited();
  });

  it('that is promised moves the balance only when the money has moved, and a failed one never', async () => {
    const stage = await financeStage();
    const payment = await stage.pay(1_000, { allocations: [] });
    const [kept, failed] = [await request(stage, payment, 600), await request(stage, payment, 400)];
    expect(stage.balance()).toMatchObject({ refunded: 0, credit: 1_000 });

    await run(stage, () => planRefundFailed(stage.context, stage.school, failed, 'closed account'));
    const fact = { refund: kept, refundId: kept.refundId as RefundId, amount: 600 };
    const done = await run(stage, () =>
      planRefundSucceeded(stage.context, stage.school, payment, { ...fact, externalId: 're_1' }),
    );

    expect(stage.balance()).toMatchObject({ refunded: 600, credit: 400 });
    expect(stage.row('payment')).toMatchObject({ refunding: 0, refunded: 600, credit: 400 });
    stage.audited();

    await run(stage, () =>
      planRefundReversed(stage.context, stage.school, done, { externalId: 'rv_1', failure: 'x' }),
    );
    expect(stage.balance()).toMatchObject({ refunded: 0, credit: 1_000 });
    stage.audited();
  });
});

describe('a dispute', () => {
  it('makes the invoice owed again without reminders; won, the invoice has its money back', async () => {
    const stage = await financeStage();
    const { invoiceId } = await stage.issue();
    const payment = await stage.pay(60_000, { method: 'card' });
    const fact = { amount: 60_000, externalId: 'dp_1' };

    await run(stage, () => planDispute(stage.context, stage.school, payment, fact));

    expect(stage.invoice(invoiceId)).toMatchObject({ status: 'issued', paid: 0 });
    expect(stage.invoice(invoiceId).dueAt).toBeUndefined();
    expect(stage.balance()).toMatchObject({ disputed: 60_000, credit: 0 });
    stage.audited();

    await run(stage, () => planDisputeWon(stage.context, stage.school, payment, fact));

    expect(stage.invoice(invoiceId)).toMatchObject({ status: 'paid', paid: 55_000 });
    expect(stage.balance()).toMatchObject({ disputed: 0, credit: 5_000 });
    stage.audited();
  });

  it('of money that was refunded already is booked as it happened', async () => {
    const stage = await financeStage();
    const payment = await stage.pay(1_000, { allocations: [] });
    await refund(stage, payment, 800);

    const fact = { amount: 1_000, externalId: 'dp_1' };
    await run(stage, () => planDispute(stage.context, stage.school, payment, fact));

    expect(stage.row('payment')).toMatchObject({ overdrawn: 800, credit: 0, disputed: 1_000 });
    expect(stage.balance()).toMatchObject({ paid: 1_000, refunded: 800, disputed: 1_000 });
    stage.audited();
  });
});

type Planned = Awaited<ReturnType<typeof planDispute>> & { refund?: RefundRow };

function run<P extends Planned>(stage: FinanceStage, plan: () => Promise<P>) {
  return stage.context.store.transact(stage.context, async () => {
    const planned = await plan();
    return { ...planned, result: planned.refund as RefundRow };
  });
}

function refund(stage: FinanceStage, payment: PaymentRow, amount: number) {
  const refundId = stage.context.newId('ref');
  return run(stage, () =>
    planManualRefund(stage.context, stage.school, payment, { refundId, amount, reason: 'left' }),
  );
}

function request(stage: FinanceStage, payment: PaymentRow, amount: number) {
  const refundId = stage.context.newId('ref');
  return run(stage, () =>
    planRefundRequest(stage.context, stage.school, payment, { refundId, amount, reason: 'left' }),
  );
}
