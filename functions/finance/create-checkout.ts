import { openCheckout } from '../../domain/finance/online/open-checkout.ts';
import { created, ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { ENV, requireEnvironment } from '../shared/environment.ts';
import { invoiceInScope } from '../shared/finance-scope.ts';
import { stripeOfStage } from '../shared/stripe-provider.ts';
import { createCheckoutRoute } from './create-checkout.contract.ts';

const portalUrl = requireEnvironment(ENV.portalUrl);

export const handler = apiHandler(
  createCheckoutRoute,
  async ({ params, caller, context, school }) => {
    const { schoolId, invoiceId } = params;
    await invoiceInScope(context.store, schoolId, invoiceId, caller.scope);
    const { fresh, checkout } = await openCheckout(
      context,
      { school, invoiceId, returnUrl: `${portalUrl}/invoices/${invoiceId}` },
      await stripeOfStage(),
    );
    return fresh ? created(checkout.url, checkout) : ok(checkout);
  },
);
