import { createInvoice } from '../../domain/finance/change-invoices.ts';
import { askRefund } from '../../domain/finance/online/ask-refund.ts';
import { connectAccount } from '../../domain/finance/online/connect-account.ts';
import type { PaymentFact, ProviderFact } from '../../domain/finance/online/facts.ts';
import { handleFact } from '../../domain/finance/online/handle-facts.ts';
import { openCheckout } from '../../domain/finance/online/open-checkout.ts';
import { readPaymentAccount } from '../../domain/finance/online/payment-account.ts';
import type { SuspenseRow } from '../../domain/finance/online/suspense.entity.ts';
import { resolveSuspense } from '../../domain/finance/online/suspense.ts';
import type { PaymentRow } from '../../domain/finance/payment.entity.ts';
import { enrolStudent } from '../../domain/people/enrol-student.ts';
import type { MembershipRow } from '../../domain/people/membership.entity.ts';
import { readMembership } from '../../domain/people/read-people.ts';
import type { RegistrationForm } from '../../domain/people/registration.ts';
import { readSchool } from '../../domain/schools/read-schools.ts';
import type { SchoolId } from '../../domain/shared/ids.ts';
import { paperProvider } from './paper-provider.ts';
import type { World } from './store-world.ts';

const RETURN = 'https://portal.example';

/**
 * A school that is paid online, with money of every kind: a paid session, a refund and one that nobody
 * was answered about, a dispute won, money in suspense open and given to somebody, a refund that waits.
 */
export async function payOnline(world: World, schoolId: SchoolId, form: RegistrationForm) {
  const context = world.context();
  const { provider, ...paper } = paperProvider();
  const { id: studentId } = await enrolStudent(context, schoolId, form);
  const school = await readSchool(world.store, schoolId);
  const student = (await readMembership(world.store, schoolId, studentId)) as MembershipRow;
  await connectAccount(context, school, provider, RETURN);
  const account = (await readPaymentAccount(world.store, schoolId))?.account ?? '';
  const tell = async (fact: ProviderFact) => {
    await handleFact(context, { provider }, school, fact);
  };
  const able = { chargesEnabled: true, payoutsEnabled: true, detailsSubmitted: true };
  await tell({ kind: 'account', account, at: 1, ...able });

  const unitPrice = { amount: 90_000, currency: 'DKK' };
  const line = { description: 'Lektion', quantity: 1, unitPrice, vatRate: 25 };
  const invoice = await createInvoice(context, school, student, { lines: [line] });
  const { checkout } = await openCheckout(
    context,
    { school, invoiceId: invoice.id, returnUrl: RETURN },
    provider,
  );
  const payment: PaymentFact = {
    ...{ kind: 'payment', account, paymentIntentId: 'pi_1', sessionId: checkout.sessionId },
    ...{ amount: 90_000, currency: 'DKK', at: 1_795_420_800 },
    reference: { schoolId, invoiceId: invoice.id, attempt: '0001' },
  };
  const of = (paymentIntentId: string) => ({ account, paymentIntentId, currency: 'DKK' });
  await tell(payment);
  const refund = { kind: 'refund', status: 'succeeded', ownId: null } as const;
  await tell({ ...refund, ...of('pi_1'), refundId: 're_a', amount: 1_000 });
  const dispute = { kind: 'dispute', ...of('pi_1'), disputeId: 'dp_1', amount: 2_000 } as const;
  await tell({ ...dispute, moved: 'reinstated' });
  await tell({ ...refund, ...of('pi_never'), refundId: 're_b', amount: 500 });
  const paid = world.rowsOf('payment').find((row) => row.account === account) as PaymentRow;
  paper.trouble('answer_lost');
  await askRefund(context, school, paid, { amount: 300, reason: 'x' }, provider).catch(() => {});

  const nothing = { schoolId: null, invoiceId: null, attempt: null };
  for (const paymentIntentId of ['pi_2', 'pi_3'])
    await tell({ ...payment, paymentIntentId, sessionId: null, reference: nothing });
  const [odd] = world.rowsOf('suspense') as SuspenseRow[];
  await resolveSuspense(context, school, odd?.suspenseId ?? '', { studentId }, 'per_admin');
}
