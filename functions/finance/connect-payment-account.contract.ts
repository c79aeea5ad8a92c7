import { onboardingResource } from '../shared/online-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { noBody, schoolParams } from '../shared/schemas.ts';

export const connectPaymentAccountRoute = defineOperation({
  name: 'connect-payment-account',
  method: 'POST',
  path: '/schools/{schoolId}/payment-account',
  summary: "Connects the school's account at the payment provider; the link works once.",
  who: { school_admin: 'school' },
  params: schoolParams,
  body: noBody,
  response: { status: 201, body: onboardingResource },
  errors: ['in_progress', 'payment_refused'],
  needs: { table: 'write', stripe: true, portal: true },
  timeoutSeconds: 25,
});
