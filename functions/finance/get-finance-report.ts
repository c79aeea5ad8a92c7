import { reportFinance } from '../../domain/finance/report-finance.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { getFinanceReportRoute } from './get-finance-report.contract.ts';

export const handler = apiHandler(getFinanceReportRoute, async ({ query, context, school }) =>
  ok(await reportFinance(context, school, query)),
);
