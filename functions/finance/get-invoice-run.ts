import { getInvoiceRun } from '../../domain/finance/invoice-runs.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { getInvoiceRunRoute } from './get-invoice-run.contract.ts';

export const handler = apiHandler(getInvoiceRunRoute, async ({ params, context }) =>
  ok(await getInvoiceRun(context, params.schoolId, params.runId)),
);
