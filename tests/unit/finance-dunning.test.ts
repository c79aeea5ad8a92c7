import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newDunning, nextStep, reminded } from '../../domain/finance/dunning.ts';
import { agreeInstalments, pauseDunning } from '../../domain/finance/instalments.ts';
import { isOverdue } from '../../domain/finance/invoice.ts';
import { planDispute } from '../../domain/finance/plan-dispute.ts';
import { DAY, instant } from '../../domain/shared/instant.ts';
import { localDate } from '../../domain/shared/time.ts';
import { DKK } from '../support/booking-cast.ts';
import { refusal } from '../support/booking-stage.ts';
import { type FinanceStage, financeStage, lineOf } from '../support/finance-stage.ts';

/** Sweeps once a day, at 10 in Copenhagen; answers the days on which a reminder went out. */
async function days(stage: FinanceStage, from: string, count: number): Promise<string[]> {
  for (let i = 0; i < count; i += 1) {
    stage.at(new Date(Date.parse(`${from}T09:00:00Z`) + i * DAY).toISOString());
    await stage.sweep();
  }
  return stage
    .events('InvoiceReminderSent')
    .map(({ at }) => at.slice(0, 10))
    .sort();
}

describe('an overdue invoice', () => {
  it('becomes so when the due day ends in Copenhagen, not an hour before', () => {
    const invoice = {
      status: 'issued',
      total: 1,
      paid: 0,
      credited: 0,
      dueDate: '2026-12-07',
    } as const;
    const today = (at: string) => localDate(instant(at), 'Europe/Copenhagen');

    expect(isOverdue(invoice, today('2026-12-07T22:59:59Z'))).toBe(false);
    expect(isOverdue(invoice, today('2026-12-07T23:00:00Z'))).toBe(true);
  });

  it('is announced, then reminded of on days 1, 11 and 21, for 100 kroner each, and never again', async () => {
    const stage = await financeStage();
    const { invoiceId } = await stage.issue();

    const reminders = await days(stage, '2026-11-24', 60);

    expect(stage.events('InvoiceDueSoon').map(({ at }) => at.slice(0, 10))).toEqual(['2026-12-04']);
    expect(reminders).toEqual(['2026-12-08', '2026-12-18', '2026-12-28']);
    expect(stage.balance()).toMatchObject({ fees: 30_000, entries: 4 });
    expect(stage.invoice(invoiceId).dueAt).toBeUndefined();
    stage.audited();
  });

  it('is reminded of once when the sweep was away for months, and ten days later at the earliest again', async () => {
    const stage = await financeStage();
    await stage.issue();
    await stage.sweep();

    stage.at('2027-03-01T09:00:00Z');
    await stage.sweep();
    await stage.sweep();

    expect(stage.events('InvoiceDueSoon')).toEqual([]);
    expect(await days(stage, '2027-03-02', 30)).toEqual(['2027-03-01', '2027-03-11', '2027-03-21']);
    stage.audited();
  });

  it('is reminded of once by many sweeps at once', async () => {
    const stage = await financeStage({ seed: 3, rates: { conflict: 0.2, 'timeout-after': 0.2 } });
    await stage.issue();
    await stage.sweep();
    stage.at('2026-12-08T09:00:00Z');

    await Promise.all([stage.sweep(), stage.sweep(), stage.sweep()]);

    expect(stage.events('InvoiceReminderSent')).toHaveLength(1);
    stage.audited();
  });

  it.each([
    ['payment', (stage: FinanceStage) => stage.pay(55_000)],
    [
      'a dispute',
      async (stage: FinanceStage, invoiceId: string) => {
        const payment = await stage.pay(55_000, { method: 'card' });
        await stage.context.store.transact(stage.context, async () => ({
          ...(await planDispute(stage.context, stage.school, payment, {
            ...{ amount: 55_000, externalId: 'dp_1' },
          })),
          result: invoiceId,
        }));
      },
    ],
    [
      'a pause',
      (stage: FinanceStage, invoiceId: string) =>
        pauseDunning(stage.context, stage.school, invoiceId, { reason: 'ringet' }),
    ],
    [
      'an agreement',
      (stage: FinanceStage, invoiceId: string) =>
        agreeInstalments(stage.context, stage.school, stage.student, {
          ...{ invoiceId, count: 3, firstDueDate: '2027-01-01' },
        }),
    ],
  ] as const)('is not reminded of after %s', async (_, stop) => {
    const stage = await financeStage();
    const { invoiceId } = await stage.issue();
    expect(await days(stage, '2026-12-01', 12)).toEqual(['2026-12-08']);

    await stop(stage, invoiceId);

    expect(await days(stage, '2026-12-13', 40)).toEqual(['2026-12-08']);
    stage.audited();
  });

  it('that is paused until a day is reminded of from then on', async () => {
    const stage = await financeStage();
    const { invoiceId } = await stage.issue();
    const pause = { reason: 'aftale', until: '2027-01-10' };
    await pauseDunning(stage.context, stage.school, invoiceId, pause);

    expect(await days(stage, '2026-12-01', 60)).toEqual(['2027-01-10', '2027-01-20']);
  });
});

describe('what the law allows', () => {
  it('cannot be exceeded: no fourth reminder, no fee above 100 kroner, whatever the settings say', () => {
    let dunning = newDunning([1, 2, 3, 4, 5], 99_999);
    expect(dunning).toMatchObject({ days: [1, 2, 3], fee: 10_000 });
    for (let i = 0; i < 3; i += 1) {
      dunning = reminded(dunning, instant(Date.UTC(2027, 0, 1 + 10 * i)))?.dunning ?? dunning;
    }
    expect(reminded(dunning, instant(Date.UTC(2028, 0, 1)))).toBeNull();
  });

  it('puts ten days between two reminders, whenever the sweep comes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 3 }),
        fc.array(fc.integer({ min: 0, max: 40 * DAY }), { minLength: 3, maxLength: 3 }),
        (offsets, delays) => {
          let invoice = {
            ...{ status: 'issued' as const, total: 1, paid: 0, credited: 0 },
            ...{ issuedAt: '2026-11-23T08:00:00.000Z', dueDate: '2026-12-07' },
            dunning: { ...newDunning(offsets, 10_000), noticed: 'skipped' as const },
          };
          const sent: number[] = [];
          for (const delay of delays) {
            const step = nextStep(invoice, 'Europe/Copenhagen');
            if (!step) break;
            const at = instant(Date.parse(step.at) + delay);
            sent.push(Date.parse(at));
            const next = reminded(invoice.dunning, at);
            if (next) invoice = { ...invoice, dunning: { ...next.dunning, noticed: 'skipped' } };
          }
          for (const [i, at] of sent.entries()) {
            expect(at - (sent[i - 1] ?? at - 10 * DAY)).toBeGreaterThanOrEqual(10 * DAY);
          }
        },
      ),
    );
  });
});

describe('instalments', () => {
  it('make an invoice overdue by the first that is not covered', async () => {
    const stage = await financeStage();
    const { invoiceId } = await stage.issue([lineOf({ unitPrice: 900 })]);
    const plan = [
      { dueDate: '2027-01-01', amount: DKK(300) },
      { dueDate: '2027-02-01', amount: DKK(600) },
    ];
    const agreed = await agreeInstalments(stage.context, stage.school, stage.student, {
      ...{ invoiceId, instalments: plan },
    });
    await stage.pay(300);

    expect(agreed).toMatchObject({ nextDueDate: '2027-01-01', instalments: plan });
    expect(stage.balance()).toMatchObject({ earliestDue: '2027-02-01' });
    stage.audited();
  });

  it('that do not sum to what is owed are refused', async () => {
    const stage = await financeStage();
    const { invoiceId } = await stage.issue([lineOf({ unitPrice: 900 })]);
    const agree = (...amounts: number[]) =>
      agreeInstalments(stage.context, stage.school, stage.student, {
        invoiceId,
        instalments: amounts.map((amount, i) => ({
          dueDate: `2027-01-0${i + 1}`,
          amount: DKK(amount),
        })),
      });

    expect((await refusal(agree(300, 599))).details.errors).toMatchObject([{ code: 'wrong_sum' }]);
    expect((await refusal(agree(300, 601))).details.errors).toMatchObject([{ code: 'wrong_sum' }]);
  });
});
