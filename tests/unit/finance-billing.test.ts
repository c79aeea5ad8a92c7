import { describe, expect, it } from 'vitest';
import { billStudent } from '../../domain/finance/bill-student.ts';
import { createInvoice, removeInvoice } from '../../domain/finance/change-invoices.ts';
import { creditInvoice } from '../../domain/finance/credit-invoice.ts';
import {
  carryOutSlice,
  getInvoiceRun,
  startInvoiceRun,
} from '../../domain/finance/invoice-runs.ts';
import { waiveFee } from '../../domain/scheduling/waive-fee.ts';
import type { PersonId, SchoolId } from '../../domain/shared/ids.ts';
import { DKK, SCHOOL_WIDE } from '../support/booking-cast.ts';
import { refusal } from '../support/booking-stage.ts';
import { type FinanceStage, financeStage } from '../support/finance-stage.ts';

const FIRST = '2026-12-01T10:00:00Z';
const SECOND = '2026-12-02T10:00:00Z';

const bill = async (stage: FinanceStage, studentId?: PersonId) =>
  billStudent(stage.context, stage.school, await stage.member(studentId));

describe('what a student owes for bookings', () => {
  it('is invoiced once: lessons held and fees, at the prices agreed, oldest first', async () => {
    const stage = await financeStage();
    const missed = await stage.teach(SECOND, { status: 'no_show' });
    const held = await stage.teach(FIRST);

    const invoice = await bill(stage);

    expect(invoice.lines).toMatchObject([
      {
        ...{ description: 'Road, 2026-12-01 11:00', unitPrice: DKK(55_000), vat: DKK(11_000) },
        ...{ bookingId: held, charge: 'lesson', suppliedOn: '2026-12-01' },
      },
      {
        description: 'Gebyr for udeblivelse: Road, 2026-12-02 11:00',
        ...{ bookingId: missed, charge: 'no_show', unitPrice: DKK(55_000) },
      },
    ]);
    expect((await refusal(bill(stage))).code).toBe('nothing_to_invoice');
    stage.audited();
  });

  it('is invoiced once by fifty who try at once', async () => {
    const stage = await financeStage({ seed: 5, rates: { conflict: 0.2, 'timeout-after': 0.1 } });
    await stage.teach(FIRST);

    const tries = await Promise.allSettled(Array.from({ length: 50 }, () => bill(stage)));

    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(stage.world.rowsOf('invoice')).toHaveLength(1);
    stage.audited();
  });

  it('and stands on a draft is free again when the draft is deleted, and stays billed when credited', async () => {
    const stage = await financeStage();
    const bookingId = await stage.teach(FIRST);
    const line = {
      description: 'Lektion',
      quantity: 1,
      unitPrice: DKK(100),
      vatRate: 25,
      bookingId,
    };
    const draft = await createInvoice(stage.context, stage.school, await stage.member(), {
      ...{ lines: [line], draft: true },
    });
    expect((await refusal(bill(stage))).code).toBe('nothing_to_invoice');

    await removeInvoice(stage.context, stage.school, draft.id);
    const invoice = await bill(stage);
    await creditInvoice(stage.context, stage.school, invoice.id, { reason: 'kulance' });

    expect((await refusal(bill(stage))).code).toBe('nothing_to_invoice');
    stage.audited();
  });

  it('by a line of the same booking twice is refused, naming the invoice', async () => {
    const stage = await financeStage();
    const bookingId = await stage.teach(FIRST);
    const { id } = await bill(stage);
    const line = {
      description: 'Lektion',
      quantity: 1,
      unitPrice: DKK(100),
      vatRate: 25,
      bookingId,
    };

    const refused = await refusal(
      createInvoice(stage.context, stage.school, await stage.member(), { lines: [line] }),
    );

    expect(refused).toMatchObject({ code: 'already_invoiced', details: { invoiceId: id } });
  });

  it('and was waived before is never invoiced; what is invoiced is no longer waived', async () => {
    const stage = await financeStage();
    const { context, school, student } = stage;
    const waive = (bookingId: string) =>
      waiveFee(context, school, SCHOOL_WIDE, { bookingId, studentId: student, reason: 'syg' });
    await waive(await stage.teach(FIRST, { status: 'no_show' }));
    expect((await refusal(bill(stage))).code).toBe('nothing_to_invoice');
    const second = await stage.teach(SECOND, { status: 'no_show' });
    await bill(stage);

    expect((await refusal(waive(second))).code).toBe('already_invoiced');
    stage.audited();
  });
});

describe('a run over the school', () => {
  it('invoices everybody once, killed and repeated slices included', async () => {
    const stage = await financeStage({ students: 25 });
    for (const [i, studentId] of stage.students.entries()) {
      if (i % 2 === 0)
        await stage.teach(new Date(Date.parse(FIRST) + i * 36e5).toISOString(), { studentId });
    }
    const schoolId = stage.school.schoolId as SchoolId;
    const run = await startInvoiceRun(stage.context, stage.school, SCHOOL_WIDE);
    const slice = (n: number) =>
      carryOutSlice(stage.context, schoolId, { runId: run.id, slice: n });

    // The first try dies after some students; its message comes again, and once more after that.
    await bill(stage, stage.students[0]);
    await slice(0);
    await slice(0);
    await slice(1);
    await slice(1);

    expect(stage.world.rowsOf('invoice')).toHaveLength(13);
    expect(await getInvoiceRun(stage.context, schoolId, run.id)).toMatchObject({
      ...{ status: 'done', students: 25, invoices: 12 },
    });
    expect(stage.events('InvoiceRunContinued').map(({ data }) => data)).toMatchObject([
      { slice: 0 },
      { slice: 1 },
    ]);
    stage.audited();
  });
});
