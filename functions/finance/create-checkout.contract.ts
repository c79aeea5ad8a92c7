import { invoiceParams } from '../shared/finance-bodies.ts';
import { checkoutResource } from '../shared/online-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { noBody } from '../shared/schemas.ts';

export const createCheckoutRoute = defineOperation({
  name: 'create-checkout',
  method: 'POST',
  path: '/schools/{schoolId}/invoices/{invoiceId}/checkout',
  summary: 'Opens the page on which an invoice is paid; an open one is answered again with 200.',
  who: { school_admin: 'school', office: 'departments', student: 'self' },
  params: invoiceParams,
  body: noBody,
  response: {
    status: 201,
    body: checkoutResource,
    otherwise: { status: 200, when: 'One is open already, and is answered again.' },
  },
  errors: [
    ...(['invoice_paid', 'conflict', 'in_progress'] as const),
    ...(['payment_account_inactive', 'payment_refused'] as const),
  ],
  needs: { table: 'write', stripe: true, portal: true },
  timeoutSeconds: 25,
});
