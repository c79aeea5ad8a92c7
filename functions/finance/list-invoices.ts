import type { InvoiceRow } from '../../domain/finance/invoice.entity.ts';
import { pageInvoices } from '../../domain/finance/read-finance.ts';
import { invoiceView } from '../../domain/finance/views.ts';
import { readStudent } from '../../domain/people/read-student.ts';
import { localDate } from '../../domain/shared/time.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { answerPage } from '../shared/paging.ts';
import { listInvoicesRoute } from './list-invoices.contract.ts';

export const handler = apiHandler(
  listInvoicesRoute,
  async ({ params, query, caller, context, school }) => {
    const { schoolId, studentId } = params;
    await readStudent(context.store, schoolId, studentId, caller.scope);
    const today = localDate(context.now(), school.timeZone);
    return ok(
      await answerPage(
        context.keys,
        `invoices ${schoolId} ${studentId}`,
        query,
        (row: InvoiceRow) => invoiceView(row, today),
        async (options) => {
          const page = await pageInvoices(context.store, schoolId, studentId, options);
          // Students hear of an invoice when it is issued: such a page may be short.
          const items =
            caller.scope.kind === 'self'
              ? page.items.filter(({ status }) => status !== 'draft')
              : page.items;
          return { ...page, items };
        },
      ),
    );
  },
);
