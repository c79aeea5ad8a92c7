import * as z from 'zod';
import { EXPORT_FORMATS } from '../../domain/finance/export-formats.ts';
import { defineOperation } from '../shared/operation.ts';
import { date, schoolParams } from '../shared/schemas.ts';

export const exportFinanceRoute = defineOperation({
  name: 'export-finance',
  method: 'GET',
  path: '/schools/{schoolId}/finance/export',
  summary:
    'The ledger of a span of days, as a table or as a journal for an accounting program. A long one comes in parts: `Link` with `rel="next"` names the next.',
  who: { school_admin: 'school' },
  params: schoolParams,
  query: z.strictObject({
    from: date,
    to: date,
    format: z.enum(EXPORT_FORMATS).default('csv'),
    limit: z.coerce.number().int().min(1).max(5_000).default(5_000),
    cursor: z.string().max(4_000).optional(),
  }),
  response: { status: 200, body: () => z.string(), mediaType: 'text/csv' },
  needs: { table: 'read', indexes: ['bySchoolAndTime'], keys: true },
  memory: 1_024,
});
