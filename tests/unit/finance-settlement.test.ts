import { describe, expect, it } from 'vitest';
import { settleStudent } from '../../domain/finance/settle-student.ts';
import { DKK } from '../support/booking-cast.ts';
import { refusal } from '../support/booking-stage.ts';
import { type FinanceStage, financeStage, lineOf } from '../support/finance-stage.ts';

const FEE = { finance: { settlement: { fee: DKK(50_000) } } };
const course = () => [lineOf({ description: 'Lovpakke', unitPrice: 1_299_500 })];
const settle = async (stage: FinanceStage, confirm: boolean) =>
  settleStudent(stage.context, stage.school, await stage.member(), { confirm });

describe('a student who leaves', () => {
  it('is proposed what is credited and paid back, and nothing is written', async () => {
    const stage = await financeStage({ settings: FEE });
    await stage.issue(course());
    await stage.pay(1_299_500);
    await stage.teach('2026-12-01T10:00:00Z');
    const before = stage.world.twin.rows().length;

    const proposal = await settle(stage, false);

    expect(proposal).toMatchObject({
      ...{ usedTotal: DKK(55_000), adminFee: DKK(50_000), prepaid: DKK(1_299_500) },
      creditNotes: [{ creditNoteId: null, amount: DKK(1_194_500) }],
      refunds: [{ refundId: null, method: 'cash', amount: DKK(1_194_500) }],
      ...{ refundTotal: DKK(1_194_500), balanceAfter: DKK(0) },
    });
    expect(stage.world.twin.rows()).toHaveLength(before);
  });

  it('is settled in one step: lessons used and the fee kept, the rest credited and refunded', async () => {
    const stage = await financeStage({ settings: FEE });
    const { invoiceId } = await stage.issue(course());
    await stage.pay(1_299_500);
    await stage.teach('2026-12-01T10:00:00Z');
    await stage.teach('2026-12-02T10:00:00Z', { status: 'no_show' });

    const booked = await settle(stage, true);

    expect(booked).toMatchObject({ usedTotal: DKK(110_000), refundTotal: DKK(1_139_500) });
    expect(stage.invoice(invoiceId)).toMatchObject({
      ...{ status: 'paid', paid: 160_000, credited: 1_139_500 },
    });
    expect(stage.balance()).toMatchObject({ refunded: 1_139_500, credit: 0 });
    expect((await settle(stage, false)).used).toEqual([]);
    stage.audited();
  });

  it('has card refunds queued: the balance moves when the money has', async () => {
    const stage = await financeStage();
    await stage.issue(course());
    await stage.pay(1_299_500, { method: 'card' });

    const booked = await settle(stage, true);

    expect(booked).toMatchObject({ refundTotal: DKK(1_299_500), balanceAfter: DKK(0) });
    expect(stage.events('RefundRequested')).toHaveLength(1);
    expect(stage.balance()).toMatchObject({ refunded: 0, credit: 1_299_500 });
    stage.audited();
  });

  it('who paid a part is credited what is owed before anything is paid back', async () => {
    const stage = await financeStage();
    const { invoiceId } = await stage.issue(course());
    const other = await stage.issue([lineOf({ unitPrice: 20_000, serviceId: 'svc_none' })]);
    await stage.pay(500_000, { allocations: [{ invoiceId, amount: 500_000 }] });
    await stage.teach('2026-12-01T10:00:00Z');

    const booked = await settle(stage, true);

    // 1,319,500 bought ahead, 55,000 used: 445,000 of the 500,000 go back.
    expect(booked.refundTotal).toEqual(DKK(445_000));
    expect(stage.invoice(other.invoiceId)).toMatchObject({ status: 'credited' });
    expect(booked.balanceAfter).toEqual(DKK(0));
    stage.audited();
  });

  it('without anything bought ahead is invoiced what was used, out of their credit first', async () => {
    const stage = await financeStage({ settings: FEE });
    await stage.pay(60_000, { allocations: [] });
    await stage.teach('2026-12-01T10:00:00Z');

    const booked = await settle(stage, true);

    expect(booked).toMatchObject({
      ...{ adminFee: DKK(0), creditNotes: [], invoice: { total: DKK(55_000) } },
      ...{ refundTotal: DKK(5_000), balanceAfter: DKK(0) },
    });
    stage.audited();
  });

  it('with nothing to settle is told so', async () => {
    const stage = await financeStage();

    expect((await refusal(settle(stage, true))).code).toBe('nothing_to_settle');
  });
});
