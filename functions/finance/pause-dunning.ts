import { pauseDunning } from '../../domain/finance/instalments.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { invoiceInScope } from '../shared/finance-scope.ts';
import { pauseDunningRoute } from './pause-dunning.contract.ts';

export const handler = apiHandler(
  pauseDunningRoute,
  async ({ params, body, caller, context, school }) => {
    const { schoolId, invoiceId } = params;
    await invoiceInScope(context.store, schoolId, invoiceId, caller.scope);
    return ok(await pauseDunning(context, school, invoiceId, body));
  },
);
