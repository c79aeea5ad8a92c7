import {
  paymentAccountView,
  readPaymentAccount,
} from '../../domain/finance/online/payment-account.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { getPaymentAccountRoute } from './get-payment-account.contract.ts';

export const handler = apiHandler(getPaymentAccountRoute, async ({ context, params }) =>
  ok(paymentAccountView(await readPaymentAccount(context.store, params.schoolId))),
);
