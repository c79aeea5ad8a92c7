import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Planned } from '../../domain/finance/books.ts';
import { creditInvoice } from '../../domain/finance/credit-invoice.ts';
import {
  allocate,
  giveBack,
  type PaymentSums,
  refundable,
  release,
  withdraw,
} from '../../domain/finance/payment.ts';
import { planDispute, planDisputeWon } from '../../domain/finance/plan-dispute.ts';
import { planManualRefund } from '../../domain/finance/plan-refund.ts';
import { allocateCredit } from '../../domain/finance/record-payment.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import { DKK } from '../support/booking-cast.ts';
import { type FinanceStage, financeStage, lineOf } from '../support/finance-stage.ts';
import { seededRandom } from '../support/random.ts';

const received = (amount: number): PaymentSums => ({
  ...{ amount, allocations: [], credit: amount },
  ...{ refunded: 0, refunding: 0, disputed: 0, overdrawn: 0 },
});

type Step = {
  what: 'give' | 'take' | 'refund' | 'dispute' | 'back';
  invoice: number;
  amount: number;
};
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    what: fc.constantFrom('give', 'take', 'refund', 'dispute', 'back'),
    invoice: fc.integer({ min: 1, max: 4 }),
    amount: fc.integer({ min: 1, max: 1_500 }),
  }),
  { maxLength: 20 },
);

function after(payment: PaymentSums, { what, invoice, amount }: Step): PaymentSums {
  const id = `inv_${invoice}`;
  switch (what) {
    case 'give':
      return allocate(payment, id, Math.min(amount, payment.credit));
    case 'take':
      return release(payment, id, amount);
    case 'refund':
      return withdraw(payment, amount, 'refunded').payment;
    case 'dispute':
      return withdraw(payment, amount, 'disputed').payment;
    case 'back':
      return giveBack(payment, Math.min(amount, payment.disputed), 'disputed');
  }
}

describe('the money of a payment', () => {
  it('is all accounted for, whatever happens to it, and never less than nothing anywhere', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), steps, (amount, all) => {
        let payment = received(amount);
        for (const step of all) {
          payment = after(payment, step);
          const { allocations, credit, refunded, disputed, overdrawn } = payment;
          const given = allocations.reduce((sum, one) => sum + one.amount, 0);
          expect(given + credit + refunded + disputed).toBe(amount + overdrawn);
          expect(
            Math.min(credit, overdrawn, ...allocations.map((one) => one.amount)),
          ).toBeGreaterThanOrEqual(0);
          expect(new Set(allocations.map(({ invoiceId }) => invoiceId)).size).toBe(
            allocations.length,
          );
          expect(refundable(payment)).toBeLessThanOrEqual(amount);
        }
      }),
    );
  });

  it('that is withdrawn says exactly what each invoice gave up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), steps, fc.nat(3_000), (amount, all, out) => {
        const before = all.reduce(after, received(amount));
        const { payment, released } = withdraw(before, out, 'refunded');
        const held = (sums: PaymentSums, id: string) =>
          sums.allocations.find(({ invoiceId }) => invoiceId === id)?.amount ?? 0;
        for (const { invoiceId } of before.allocations) {
          const gave = released.find((one) => one.invoiceId === invoiceId)?.amount ?? 0;
          expect(held(before, invoiceId) - held(payment, invoiceId)).toBe(gave);
        }
      }),
    );
  });
});

describe('random bookings of money by three clients at once, a quarter of the commits disturbed', () => {
  it.each([1, 2, 3, 4, 5, 6])('leave sound books (seed %i)', async (seed) => {
    const stage = await financeStage({
      ...{ seed, students: 2 },
      rates: { conflict: 0.15, 'timeout-after': 0.05, 'timeout-before': 0.05 },
    });
    const random = seededRandom(seed);

    await Promise.all([1, 2, 3].map(() => client(stage, random)));

    expect(stage.world.rowsOf('ledger-entry').length).toBeGreaterThan(10);
    stage.audited();
  });
});

async function client(stage: FinanceStage, random: ReturnType<typeof seededRandom>) {
  const { context, school } = stage;
  const one = <T>(all: readonly T[]): T | undefined => all[random.int(all.length)];
  const transact = (plan: () => Promise<Planned>) =>
    context.store.transact(context, async () => ({ ...(await plan()), result: null }));
  for (let i = 0; i < 12; i += 1) {
    const studentId = one(stage.students);
    const amount = 1 + random.int(900);
    const invoice = one(stage.world.rowsOf('invoice').filter((row) => row.studentId === studentId));
    const payment = one(stage.world.rowsOf('payment').filter((row) => row.studentId === studentId));
    const key = payment && { paymentId: String(payment.paymentId), studentId: String(studentId) };
    const externalId = `dp_${context.newId('evt')}`;
    const acts: (() => Promise<unknown>)[] = [
      () => stage.issue([lineOf({ unitPrice: amount })], { studentId }),
      () => stage.pay(amount, { studentId: String(studentId) }),
      async () =>
        invoice &&
        creditInvoice(context, school, String(invoice.invoiceId), {
          lines: [{ description: 'x', quantity: 1, unitPrice: DKK(amount), vatRate: 25 }],
          reason: 'x',
        }),
      async () =>
        invoice &&
        allocateCredit(context, school, studentId as never, {
          ...{ invoiceId: String(invoice.invoiceId), amount: DKK(amount) },
        }),
      async () => {
        const refundId = context.newId('ref');
        if (key)
          await transact(() =>
            planManualRefund(context, school, key, { refundId, amount, reason: 'x' }),
          );
      },
      async () => {
        if (!key) return;
        await transact(() => planDispute(context, school, key, { amount, externalId }));
        await transact(() => planDisputeWon(context, school, key, { amount, externalId }));
      },
    ];
    await one(acts)?.().catch((error: unknown) => {
      // what is not there is refused; everything else is a defect
      if (!(error instanceof DomainError) || error.code === 'busy') throw error;
    });
  }
}
