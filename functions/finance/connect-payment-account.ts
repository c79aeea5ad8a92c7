import { connectAccount } from '../../domain/finance/online/connect-account.ts';
import { created } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { ENV, requireEnvironment } from '../shared/environment.ts';
import { stripeOfStage } from '../shared/stripe-provider.ts';
import { connectPaymentAccountRoute } from './connect-payment-account.contract.ts';

const returnUrl = `${requireEnvironment(ENV.portalUrl)}/payment-account`;

export const handler = apiHandler(connectPaymentAccountRoute, async ({ context, school }) => {
  const answer = await connectAccount(context, school, await stripeOfStage(), returnUrl);
  return { ...created(`/schools/${school.schoolId}/payment-account`, answer), passing: true };
});
