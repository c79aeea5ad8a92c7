import { refundPayment } from '../../domain/finance/online/refund-payment.ts';
import { created } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { paymentInScope } from '../shared/finance-scope.ts';
import { stripeOfStage } from '../shared/stripe-provider.ts';
import { createRefundRoute } from './create-refund.contract.ts';

export const handler = apiHandler(
  createRefundRoute,
  async ({ params, body, caller, context, school }) => {
    const { schoolId, paymentId } = params;
    const payment = await paymentInScope(context.store, schoolId, paymentId, caller.scope);
    const refund = await refundPayment(context, school, payment, body, stripeOfStage);
    return created(`/schools/${schoolId}/payments/${paymentId}`, refund);
  },
);
