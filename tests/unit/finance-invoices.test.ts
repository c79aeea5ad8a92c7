import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeInvoice,
  createInvoice,
  issueInvoice,
  removeInvoice,
} from '../../domain/finance/change-invoices.ts';
import { creditInvoice, creditLines } from '../../domain/finance/credit-invoice.ts';
import { monthlyInstalments, splitEvenly } from '../../domain/finance/instalments.ts';
import { invoiceTotal, lineTotal, lineVat, vatByRate } from '../../domain/finance/invoice.ts';
import { DKK } from '../support/booking-cast.ts';
import { refusal } from '../support/booking-stage.ts';
import { anyLines } from '../support/finance-lines.ts';
import { financeStage, lineOf } from '../support/finance-stage.ts';

const lineInput = (amount = 54_995, overrides: object = {}) => ({
  ...{ description: 'Kørelektion', quantity: 1, unitPrice: DKK(amount), vatRate: 25 },
  ...overrides,
});

describe('VAT', () => {
  it('of 3 x 549.95 at 25 % is 329.97, and of a rate the sum of its lines', () => {
    const lines = [
      lineOf({ unitPrice: 54_995, quantity: 3 }),
      lineOf({ unitPrice: 54_995 }),
      lineOf({ unitPrice: 10_001, vatRate: 0, vatExemption: 'outlay' }),
    ];

    expect(lines.map(lineVat)).toEqual([32_997, 10_999, 0]);
    expect(vatByRate(lines)).toEqual([
      { vatRate: 25, gross: 219_980, vat: 43_996 },
      { vatRate: 0, gross: 10_001, vat: 0 },
    ]);
  });

  it('of lines sums to that of their rate, whatever they are, and never to more than the total', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const rates = vatByRate(lines);
        const vat = lines.reduce((sum, line) => sum + lineVat(line), 0);
        expect(rates.reduce((sum, one) => sum + one.vat, 0)).toBe(vat);
        expect(rates.reduce((sum, one) => sum + one.gross, 0)).toBe(invoiceTotal(lines));
        for (const line of lines) {
          // half up, to the øre: gross * rate / (100 + rate)
          const exact = (lineTotal(line) * line.vatRate) / (100 + line.vatRate);
          expect(Math.abs(lineVat(line) - exact)).toBeLessThanOrEqual(0.5);
        }
      }),
    );
  });
});

describe('instalments', () => {
  it('of every amount from 1 to 100000 in 2 to 12 parts sum to it, and differ by one øre at most', () => {
    for (let amount = 1; amount <= 100_000; amount += 1) {
      const parts = 2 + (amount % 11);
      const split = splitEvenly(amount, parts);
      const sum = split.reduce((all, part) => all + part, 0);
      if (sum !== amount || split.length !== parts || (split[0] ?? 0) - (split.at(-1) ?? 0) > 1)
        throw new Error(`${amount} in ${parts}: ${split}`);
    }
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 2, max: 12 }), (a, n) => {
        expect(splitEvenly(a, n).reduce((sum, part) => sum + part, 0)).toBe(a);
      }),
    );
  });

  it('come month by month, on the last day of a short one', () => {
    expect(monthlyInstalments(1_000, 3, '2027-01-31')).toEqual([
      { dueDate: '2027-01-31', amount: 334 },
      { dueDate: '2027-02-28', amount: 333 },
      { dueDate: '2027-03-31', amount: 333 },
    ]);
  });
});

describe('an invoice', () => {
  it('is issued with the next number, due after the days of payment; a draft uses none', async () => {
    const stage = await financeStage();
    const { context, school } = stage;
    const member = await stage.member();
    const draft = await createInvoice(context, school, member, {
      lines: [lineInput()],
      draft: true,
    });
    const issued = await createInvoice(context, school, member, { lines: [lineInput()] });

    await removeInvoice(context, school, draft.id);
    const second = await createInvoice(context, school, member, { lines: [lineInput()] });

    expect(draft).toMatchObject({ number: null, status: 'draft', issuedAt: null });
    expect([issued.number, second.number]).toEqual([1, 2]);
    expect(issued).toMatchObject({ status: 'issued', dueDate: '2026-12-07', rest: DKK(54_995) });
    expect(stage.balance()).toMatchObject({ issued: 109_990, earliestDue: '2026-12-07' });
    stage.audited();
  });

  it('is changed and issued as a draft, and never again after', async () => {
    const stage = await financeStage();
    const { context, school } = stage;
    const member = await stage.member();
    const buyer = { name: 'Kommunen', email: 'faktura@kommune.example', ean: '5790000123456' };
    const { id } = await createInvoice(context, school, member, {
      ...{ lines: [lineInput()], draft: true, dueDate: '2027-01-01' },
    });

    const changed = await changeInvoice(context, school, id, { buyer, lines: [lineInput(100)] });
    const issued = await issueInvoice(context, school, id);

    expect(changed).toMatchObject({ buyer, total: DKK(100), version: 2 });
    expect(issued).toMatchObject({ number: 1, dueDate: '2027-01-01', version: 3 });
    for (const again of [
      issueInvoice(context, school, id),
      changeInvoice(context, school, id, { lines: [lineInput()] }),
      removeInvoice(context, school, id),
    ]) {
      expect((await refusal(again)).code).toBe('invoice_issued');
    }
    stage.audited();
  });

  it.each([
    [{ unitPrice: { amount: 100, currency: 'SEK' } }, '/lines/0/unitPrice/currency'],
    [{ vatRate: undefined }, '/lines/0/vatRate'],
    [{ vatExemption: 'education' }, '/lines/0/vatRate'],
    [{ vatRate: undefined, vatExemption: 'because' }, '/lines/0/vatExemption'],
  ])('with %j is refused by the name of the field', async (fields, path) => {
    const stage = await financeStage();
    const lines = [lineInput(100, fields)];

    const refused = await refusal(
      createInvoice(stage.context, stage.school, await stage.member(), { lines }),
    );

    expect(refused.details.errors).toMatchObject([{ path }]);
  });

  it('50 at once, with a third of all commits disturbed: n to n+49, no gap, no repeat', async () => {
    const rates = { conflict: 0.15, 'timeout-after': 0.1, 'timeout-before': 0.05 };
    const stage = await financeStage({ seed: 11, students: 10, rates });

    await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        stage.issue([lineOf()], { studentId: stage.students[i % 10] }),
      ),
    );

    const numbers = stage.world.rowsOf('invoice').map(({ number }) => Number(number));
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
    expect(stage.world.faults.counts.conflict).toBeGreaterThan(5);
    stage.audited();
  });
});

describe('a credit note', () => {
  it('without lines credits all that is owed, in a series of its own', async () => {
    const stage = await financeStage();
    const { invoiceId } = await stage.issue([lineOf({ quantity: 3, unitPrice: 54_995 })]);

    const note = await creditInvoice(stage.context, stage.school, invoiceId, { reason: 'fejl' });

    expect(note).toMatchObject({
      ...{ number: 1, displayNumber: 'K1', total: DKK(164_985) },
      vatByRate: [{ vatRate: 25, vat: DKK(32_997) }],
    });
    expect(stage.invoice(invoiceId)).toMatchObject({ status: 'credited', credited: 164_985 });
    expect(stage.balance()).toMatchObject({ issued: 164_985, credited: 164_985 });
    stage.audited();
  });

  it('beyond what is owed is refused, in all as by VAT rate', async () => {
    const stage = await financeStage();
    const { invoiceId } = await stage.issue([
      lineOf({ unitPrice: 1_000 }),
      lineOf({ unitPrice: 500, vatRate: 0, vatExemption: 'outlay' }),
    ]);
    await stage.pay(200);
    const credit = (amount: number, overrides: object = {}) =>
      creditInvoice(stage.context, stage.school, invoiceId, {
        lines: [lineInput(amount, overrides)],
        reason: 'x',
      });

    expect(await refusal(credit(1_301))).toMatchObject({
      ...{ code: 'credit_exceeds_rest', details: { rest: DKK(1_300) } },
    });
    expect((await refusal(credit(1_001))).code).toBe('credit_exceeds_rest');
    await credit(1_000);
    expect((await refusal(credit(1))).code).toBe('credit_exceeds_rest');
    await credit(300, { vatRate: undefined, vatExemption: 'outlay' });
    expect(stage.invoice(invoiceId)).toMatchObject({ status: 'paid', paid: 200, credited: 1_300 });
    stage.audited();
  });

  it('of a part is spread over the rates, to the øre', () => {
    fc.assert(
      fc.property(anyLines, fc.double({ min: 0, max: 1, noNaN: true }), (lines, share) => {
        const total = invoiceTotal(lines);
        const amount = Math.floor(total * share);
        const credit = creditLines({ lines, total, number: 1 }, [], amount);
        expect(invoiceTotal(credit)).toBe(amount);
        for (const { vatRate, gross } of vatByRate(credit)) {
          const held = vatByRate(lines).find((one) => one.vatRate === vatRate)?.gross ?? 0;
          expect(gross).toBeLessThanOrEqual(held);
        }
      }),
    );
  });
});
