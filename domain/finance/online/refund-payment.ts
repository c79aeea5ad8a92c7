import type { Money } from '../../shared/money.ts';
import type { Context } from '../../store/context.ts';
import type { FinanceSchool } from '../books.ts';
import { requireCurrency } from '../check-lines.ts';
import type { PaymentRow } from '../payment.entity.ts';
import { planManualRefund } from '../plan-refund.ts';
import { refundView } from '../views.ts';
import { askRefund } from './ask-refund.ts';
import type { PaymentProvider } from './provider.ts';

/**
 * Pays money of a payment back: what came in online by the provider, anything else as staff say they
 * have done it. Throws `invalid` for another currency, and what `askRefund` throws.
 */
export async function refundPayment(
  context: Context,
  school: FinanceSchool,
  payment: PaymentRow,
  { amount, reason }: { amount: Money; reason: string },
  provider: () => Promise<PaymentProvider>,
) {
  requireCurrency(school, amount, '/amount');
  const asked = { amount: amount.amount, reason };
  if (payment.account !== undefined) {
    return refundView(await askRefund(context, school, payment, asked, await provider()));
  }
  const refundId = context.newId('ref');
  return context.store.transact(context, async () => {
    const { refund, ...planned } = await planManualRefund(context, school, payment, {
      ...{ ...asked, refundId },
    });
    return { ...planned, result: refundView(refund) };
  });
}
