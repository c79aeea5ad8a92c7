import { exportLedger } from '../../domain/finance/export-ledger.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { exportFinanceRoute } from './export-finance.contract.ts';

export const handler = apiHandler(exportFinanceRoute, async ({ query, context, school }) => {
  const { from, to, format, limit } = query;
  const { text, nextCursor } = await exportLedger(context, school, query);
  const next =
    nextCursor && new URLSearchParams({ from, to, format, limit: `${limit}`, cursor: nextCursor });
  const path = `/schools/${school.schoolId}/finance/export`;
  return {
    status: 200,
    body: text,
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="ledger-${from}-${to}.csv"`,
      ...(next && { link: `<${path}?${next}>; rel="next"` }),
    },
  };
});
