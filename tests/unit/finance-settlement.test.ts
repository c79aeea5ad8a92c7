import { describe, expect, it } from 'vitest';
import { creditInvoice } from '../../domain/finance/credit-invoice.ts';
import { settleStudent } from '../../domain/finance/settle-student.ts';
import { createService } from '../../domain/schools/change-services.ts';
import { DKK } from '../support/booking-cast.ts';
import { refusal } from '../support/booking-stage.ts';
import { type FinanceStage, financeStage, lineOf } from '../support/finance-stage.ts';

const FEE = { finance: { settlement: { fee: DKK(50_000) } } };
const course = () => [lineOf({ description: 'Lovpakke', unitPrice: 1_299_500 })];
/** A course, and a sign-up that is kept. */
const mixed = async ({ context, school }: FinanceStage) => {
  const { id } = await createService(context, school, {
    ...{ name: 'Tilmelding', kind: 'sign_up', price: DKK(50_000), vatRate: 25 },
  });
  return [...course(), lineOf({ description: 'Tilmelding', unitPrice: 50_000, serviceId: id })];
};
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

  it('is settled once: what was used and the sign-up are not paid out by asking again', async () => {
    const stage = await financeStage();
    const { invoiceId } = await stage.issue(await mixed(stage));
    await stage.pay(1_349_500);
    await stage.teach('2026-12-01T10:00:00Z');

    const booked = await settle(stage, true);
    const proposal = await settle(stage, false);
    const again = await refusal(settle(stage, true));

    expect(booked).toMatchObject({ usedTotal: DKK(55_000), refundTotal: DKK(1_244_500) });
    expect(proposal).toMatchObject({ prepaid: DKK(0), creditNotes: [], refundTotal: DKK(0) });
    expect(again.code).toBe('nothing_to_settle');
    expect(stage.invoice(invoiceId)).toMatchObject({ paid: 105_000, credited: 1_244_500 });
    stage.audited();
  });

  it('who used nothing is told that nothing is left, not that a credit is too high', async () => {
    const stage = await financeStage();
    await stage.issue(await mixed(stage));
    await stage.pay(1_349_500);
    await settle(stage, true);

    expect((await refusal(settle(stage, true))).code).toBe('nothing_to_settle');
  });

  it('is settled by one of two who confirm at once', async () => {
    const stage = await financeStage();
    await stage.issue(await mixed(stage));
    await stage.pay(1_349_500);
    await stage.teach('2026-12-01T10:00:00Z');

    const both = await Promise.allSettled([settle(stage, true), settle(stage, true)]);

    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = both.find((one) => one.status === 'rejected');
    expect(lost?.reason).toMatchObject({ code: 'nothing_to_settle' });
    expect(stage.balance()).toMatchObject({ refunded: 1_244_500 });
    stage.audited();
  });

  it('may buy ahead once more, and that is settled like the first', async () => {
    const stage = await financeStage({ settings: FEE });
    await stage.issue(course());
    await stage.pay(1_299_500);
    await settle(stage, true);
    await stage.issue([lineOf({ unitPrice: 300_000 })]);
    await stage.pay(300_000);
    await stage.teach('2026-12-01T10:00:00Z');

    expect(await settle(stage, true)).toMatchObject({
      ...{ usedTotal: DKK(55_000), adminFee: DKK(50_000), prepaid: DKK(300_000) },
      refundTotal: DKK(195_000),
    });
    stage.audited();
  });

  it('whose course is worth no more than the fee leaves it to the school, once', async () => {
    const stage = await financeStage({ settings: FEE });
    await stage.issue([lineOf({ unitPrice: 30_000 })]);
    await stage.pay(30_000);

    const booked = await settle(stage, true);

    expect(booked).toMatchObject({ adminFee: DKK(30_000), creditNotes: [], refunds: [] });
    expect((await refusal(settle(stage, true))).code).toBe('nothing_to_settle');
  });

  it('a part of the course that was credited before is not given back once more', async () => {
    const stage = await financeStage();
    const { invoiceId } = await stage.issue(await mixed(stage));
    const some = [{ description: 'Lovpakke', quantity: 1, unitPrice: DKK(200_000), vatRate: 25 }];
    await creditInvoice(stage.context, stage.school, invoiceId, { lines: some, reason: 'Rabat' });

    expect(await settle(stage, false)).toMatchObject({ prepaid: DKK(1_099_500) });
  });

  it('a sign-up that was credited before takes nothing from the course', async () => {
    const stage = await financeStage();
    const { invoiceId } = await stage.issue(await mixed(stage));
    const some = [{ description: 'Tilmelding', quantity: 1, unitPrice: DKK(50_000), vatRate: 25 }];
    await creditInvoice(stage.context, stage.school, invoiceId, { lines: some, reason: 'Gave' });

    expect(await settle(stage, false)).toMatchObject({ prepaid: DKK(1_299_500) });
  });

  it('with nothing to settle is told so', async () => {
    const stage = await financeStage();

    expect((await refusal(settle(stage, true))).code).toBe('nothing_to_settle');
  });
});

describe('a student who used more than was bought ahead', () => {
  it('is invoiced what it does not cover, the last lessons', async () => {
    const stage = await financeStage({ settings: FEE });
    await stage.issue([lineOf({ unitPrice: 55_000 })]);
    await stage.pay(55_000);
    await stage.teach('2026-12-01T10:00:00Z');
    const second = await stage.teach('2026-12-02T10:00:00Z');
    const third = await stage.teach('2026-12-03T10:00:00Z');

    const proposal = await settle(stage, false);
    const booked = await settle(stage, true);

    const figures = {
      ...{ usedTotal: DKK(165_000), prepaid: DKK(55_000), adminFee: DKK(0), creditNotes: [] },
      ...{ refundTotal: DKK(0), balanceAfter: DKK(110_000) },
    };
    expect(proposal).toMatchObject({ ...figures, invoice: { total: DKK(110_000) } });
    expect(booked).toMatchObject(figures);
    expect(stage.invoice(booked.invoice?.invoiceId ?? '')).toMatchObject({
      ...{ total: 110_000, status: 'issued' },
      lines: [{ bookingId: second }, { bookingId: third }],
    });
    expect((await refusal(settle(stage, true))).code).toBe('nothing_to_settle');
    stage.audited();
  });

  it('has what is too little for a whole lesson credited, and it goes to the invoice', async () => {
    const stage = await financeStage({ settings: FEE });
    await stage.issue([lineOf({ unitPrice: 100_000 })]);
    await stage.pay(100_000);
    for (const day of [1, 2, 3]) await stage.teach(`2026-12-0${day}T10:00:00Z`);

    const booked = await settle(stage, true);

    // 165,000 used, 100,000 paid: one lesson is covered, 45,000 go to the invoice over the other two.
    expect(booked).toMatchObject({
      ...{ creditNotes: [{ amount: DKK(45_000) }], invoice: { total: DKK(110_000) } },
      ...{ adminFee: DKK(0), refunds: [], balanceAfter: DKK(65_000) },
    });
    expect(stage.invoice(booked.invoice?.invoiceId ?? '')).toMatchObject({ paid: 45_000 });
    stage.audited();
  });
});
