import { startInvoiceRun } from '../../domain/finance/invoice-runs.ts';
import { accepted } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { createInvoiceRunRoute } from './create-invoice-run.contract.ts';

export const handler = apiHandler(createInvoiceRunRoute, async ({ caller, context, school }) =>
  accepted(await startInvoiceRun(context, school, caller.scope)),
);
