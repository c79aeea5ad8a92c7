import { createInvoice } from '../../domain/finance/change-invoices.ts';
import { creditInvoice } from '../../domain/finance/credit-invoice.ts';
import { dueInvoices } from '../../domain/finance/due-invoices.ts';
import { planManualRefund, planRefundRequest } from '../../domain/finance/plan-refund.ts';
import { recordPayment } from '../../domain/finance/record-payment.ts';
import { enrolStudent } from '../../domain/people/enrol-student.ts';
import type { MembershipRow } from '../../domain/people/membership.entity.ts';
import { readMembership } from '../../domain/people/read-people.ts';
import type { RegistrationForm } from '../../domain/people/registration.ts';
import { readSchool } from '../../domain/schools/read-schools.ts';
import type { SchoolId } from '../../domain/shared/ids.ts';
import { DAY } from '../../domain/shared/instant.ts';
import type { World } from './store-world.ts';

const DKK = (amount: number) => ({ amount, currency: 'DKK' });

/**
 * A student with money of every kind: an invoice part paid, credited and reminded of, a payment with
 * credit left, a refund paid out and one promised, a draft.
 */
export async function payOfEverything(world: World, schoolId: SchoolId, form: RegistrationForm) {
  const context = world.context();
  const { id: studentId } = await enrolStudent(context, schoolId, form);
  const school = await readSchool(world.store, schoolId);
  const student = (await readMembership(world.store, schoolId, studentId)) as MembershipRow;
  const line = { description: 'Lovpakke', quantity: 2, unitPrice: DKK(100_000), vatRate: 25 };
  const invoice = await createInvoice(context, school, student, { lines: [line] });
  await createInvoice(context, school, student, { lines: [line], draft: true });
  const pay = (amount: number, allocations: [string, number][]) =>
    recordPayment(context, school, studentId, {
      ...{ amount: DKK(amount), method: 'bank_transfer', receivedAt: '2026-11-20' },
      allocations: allocations.map(([invoiceId, part]) => ({ invoiceId, amount: DKK(part) })),
    });
  await pay(80_000, [[invoice.id, 80_000]]);
  const over = await pay(30_000, []);
  const refund = (plan: typeof planManualRefund, amount: number) => {
    const refundId = context.newId('ref');
    const key = { paymentId: over.id, studentId };
    return world.store.transact(context, async () => ({
      ...(await plan(context, school, key, { refundId, amount, reason: 'left' })),
      result: null,
    }));
  };
  await refund(planManualRefund, 10_000);
  await refund(planRefundRequest, 5_000);
  await creditInvoice(context, school, invoice.id, {
    lines: [{ ...line, quantity: 1, unitPrice: DKK(20_000) }],
    reason: 'too dear',
  });
  // The day after the due day: the first reminder.
  const later = world.context({ now: () => world.now(16 * DAY) });
  await dueInvoices.carryOut(later, { pk: `${schoolId}#inv#${invoice.id}`, sk: 'invoice' });
}
