import { beforeAll, describe, expect, it } from 'vitest';
import { creditInvoice } from '../../domain/finance/credit-invoice.ts';
import { exportLedger } from '../../domain/finance/export-ledger.ts';
import { balanceEntity, ledgerEntryEntity } from '../../domain/finance/ledger.entity.ts';
import { balanceOf, NO_SUMS, posted, sequenceKey } from '../../domain/finance/ledger.ts';
import { pageLedger, readBalance } from '../../domain/finance/read-finance.ts';
import { rebuildBalance } from '../../domain/finance/rebuild-balance.ts';
import { reportFinance } from '../../domain/finance/report-finance.ts';
import type { Row } from '../../domain/store/port.ts';
import { createStore } from '../../domain/store/store.ts';
import { create } from '../../domain/store/write.ts';
import { DKK, writeAll } from '../support/booking-cast.ts';
import { refusal } from '../support/booking-stage.ts';
import { countingPort } from '../support/counting.ts';
import { type FinanceStage, financeStage, lineOf } from '../support/finance-stage.ts';

/** Fees and disputes by turns, as the books would have posted them: years of a student's money. */
async function plantLedger({ context, school, student }: FinanceStage, count: number) {
  const facts = { schoolId: school.schoolId, studentId: student, currency: 'DKK' };
  let sums = NO_SUMS;
  const entries = Array.from({ length: count }, (_, i) => {
    const kind = i % 2 === 0 ? ('dunning_fee' as const) : ('dispute_won' as const);
    const amount = (i % 2 === 0 ? 1 : -1) * (100 + (i % 7));
    sums = posted(sums, kind, amount);
    const key = { sequenceKey: sequenceKey(i + 1), at: context.now() };
    return { ...facts, ...key, kind, amount, balanceAfter: balanceOf(sums) };
  });
  const balance = { ...facts, ...sums, entries: count, credit: 0, version: count };
  await writeAll(context, [
    create(balanceEntity.create(balance)),
    ...entries.map((entry) => create(ledgerEntryEntity.create(entry))),
  ]);
}

describe('a student with 5,000 ledger entries', () => {
  let stage: FinanceStage;
  beforeAll(async () => {
    stage = await financeStage();
    await plantLedger(stage, 4_990);
    for (let i = 0; i < 5; i += 1) {
      await stage.issue([lineOf({ unitPrice: 100 + i })]);
      await stage.pay(100, { allocations: [] });
    }
  });

  it('has a balance that is their sum, in one read, and pages of one read each', async () => {
    const { port, take } = countingPort(stage.world.twin);
    const store = createStore({ port });
    const { schoolId } = stage.school;
    const balance = await readBalance(store, schoolId, stage.student);
    expect(take()).toMatchObject({ batchGets: 1, queries: 0 });

    let after: Row | undefined;
    let sum = 0;
    const seen: string[] = [];
    do {
      const page = await pageLedger(store, schoolId, stage.student, {
        ...{ limit: 100 },
        ...(after && { after }),
      });
      const reads = take();
      expect(reads.queries + reads.batchGets).toBe(1);
      if (seen.length === 0) expect(page.items[0]?.balanceAfter).toBe(balanceOf(balance as never));
      for (const { amount, sequenceKey } of page.items) {
        sum += amount;
        seen.push(sequenceKey);
      }
      after = page.lastKey;
    } while (after);

    expect(seen).toHaveLength(5_000);
    expect(seen).toEqual(seen.toSorted().reverse());
    expect(sum).toBe(balanceOf(balance as never));
  });

  it('is rebuilt from them: what the row says otherwise is reported, and repaired when asked', async () => {
    const { context, school, student } = stage;
    const key = { schoolId: school.schoolId, studentId: student };
    const rebuild = (repair: boolean) => rebuildBalance(context, key, { repair });
    expect(await rebuild(false)).toMatchObject({
      entries: 5_000,
      isRight: true,
      firstWrongEntry: null,
    });
    const { twin } = stage.world;
    const row = twin.rows().find((one) => one.sk === 'balance') as Row;
    await twin.transactWrite([{ kind: 'put', row: { ...row, paid: 1 } }], 'damage');

    const wrong = await rebuild(true);

    expect(wrong).toMatchObject({ isRight: false, stated: { paid: 1 } });
    expect(await rebuild(false)).toMatchObject({ isRight: true });
  });
});

describe('the export', () => {
  let stage: FinanceStage;
  beforeAll(async () => {
    stage = await financeStage({ students: 3 });
    for (const studentId of stage.students) {
      const { invoiceId } = await stage.issue(
        [
          lineOf({ unitPrice: 54_995, quantity: 3 }),
          lineOf({ unitPrice: 60_000, vatRate: 0, vatExemption: 'outlay' }),
        ],
        { studentId },
      );
      const lines = [{ description: 'x', quantity: 1, unitPrice: DKK(1_000), vatRate: 25 }];
      await creditInvoice(stage.context, stage.school, invoiceId, { lines, reason: 'x' });
      await stage.pay(100_000, { studentId, method: 'mobilepay' });
    }
  });
  const request = { from: '2026-11-01', to: '2026-11-30', limit: 5_000 };

  it.each(['csv', 'journal'] as const)(
    'as %s sums to the ledger, whole or in parts',
    async (format) => {
      const whole = await exportLedger(stage.context, stage.school, { ...request, format });
      const parts: string[] = [];
      let cursor: string | undefined;
      do {
        const part = await exportLedger(stage.context, stage.school, {
          ...{ ...request, format, limit: 2, cursor },
        });
        parts.push(part.text);
        cursor = part.nextCursor ?? undefined;
      } while (cursor);

      expect(parts.join('')).toBe(whole.text);
      const rows = whole.text.replace('\uFEFF', '').trimEnd().split('\r\n').slice(1);
      const cells = rows.map((row) => row.split(format === 'csv' ? ',' : ';'));
      const sum = cells.reduce(
        (all, row) =>
          all + Math.round(Number(row[format === 'csv' ? 10 : 4]?.replace(',', '.')) * 100),
        0,
      );
      const ledger = stage.world.rowsOf('ledger-entry');
      expect(sum).toBe(ledger.reduce((all, { amount }) => all + Number(amount), 0));
      expect(cells).toHaveLength(format === 'csv' ? 9 : 12);
    },
  );

  it('as a journal says in Danish what an accounting program asks', async () => {
    const { text } = await exportLedger(stage.context, stage.school, {
      ...request,
      format: 'journal',
    });

    expect(text.split('\r\n').slice(0, 5)).toMatchObject([
      '\uFEFFDato;Bilag;Tekst;Konto;Beløb;Modkonto;Momskode modkonto;Valuta;Reference',
      expect.stringMatching(/^23-11-2026;1;Faktura 1;5600;1649,85;1000;U25;DKK;inv_/),
      expect.stringMatching(/^23-11-2026;1;Faktura 1;5600;600,00;1050;;DKK;inv_/),
      expect.stringMatching(/^23-11-2026;K1;Kreditnota K1;5600;-10,00;1000;U25;DKK;inv_/),
      expect.stringMatching(/^23-11-2026;[0-9a-z]{6}-3;Betaling;5600;-1000,00;5830;;DKK;pay_/),
    ]);
  });

  it('refuses a cursor of another span, and a span of more than two years', async () => {
    const first = await exportLedger(stage.context, stage.school, {
      ...request,
      format: 'csv',
      limit: 1,
    });
    const cursor = first.nextCursor ?? '';
    const other = { ...request, format: 'csv' as const, to: '2026-12-01', cursor };

    expect(
      (await refusal(exportLedger(stage.context, stage.school, other))).details.errors,
    ).toMatchObject([{ path: '/cursor' }]);
    const long = { ...request, format: 'csv' as const, to: '2029-01-01' };
    expect(
      (await refusal(exportLedger(stage.context, stage.school, long))).details.errors,
    ).toMatchObject([{ path: '/to' }]);
  });

  it('and the report agree: issued, paid, outstanding, by month and kind, with ages of what is overdue', async () => {
    stage.at('2027-01-20T09:00:00Z');

    const report = await reportFinance(stage.context, stage.school, request);

    expect(report).toMatchObject({
      totals: { issued: DKK(674_955), credited: DKK(3_000), paid: DKK(300_000) },
      months: [{ month: '2026-11', paid: DKK(300_000) }],
      outstanding: { invoices: 3, amount: DKK(371_955) },
      overdue: { invoices: 3, amount: DKK(371_955) },
    });
    expect(report.overdue.ageing.map(({ days, invoices }) => [days, invoices])).toEqual([
      ['1-30', 0],
      ['31-60', 3],
      ['61-90', 0],
      ['91+', 0],
    ]);
  });
});
