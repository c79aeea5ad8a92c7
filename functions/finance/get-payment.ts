import { paymentView } from '../../domain/finance/views.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { paymentInScope } from '../shared/finance-scope.ts';
import { getPaymentRoute } from './get-payment.contract.ts';

export const handler = apiHandler(getPaymentRoute, async ({ params, caller, context }) => {
  const { schoolId, paymentId } = params;
  return ok(paymentView(await paymentInScope(context.store, schoolId, paymentId, caller.scope)));
});
