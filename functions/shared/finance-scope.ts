import type { InvoiceRow } from '../../domain/finance/invoice.entity.ts';
import type { PaymentRow } from '../../domain/finance/payment.entity.ts';
import { requireInvoice, requirePayment } from '../../domain/finance/read-finance.ts';
import { readStudent } from '../../domain/people/read-student.ts';
import type { CallerScope } from '../../domain/people/scope.ts';
import { notFound } from '../../domain/shared/errors.ts';
import type { Store } from '../../domain/store/store.ts';

/**
 * An invoice within the caller's scope: whose it is decides who sees it. A draft is nobody's news yet:
 * the student hears of an invoice when it is issued. Throws `not_found`.
 */
export async function invoiceInScope(
  store: Store,
  schoolId: string,
  invoiceId: string,
  scope: CallerScope,
): Promise<InvoiceRow> {
  const invoice = await requireInvoice(store, schoolId, invoiceId);
  await readStudent(store, schoolId, invoice.studentId, scope);
  if (scope.kind === 'self' && invoice.status === 'draft') throw notFound('This invoice');
  return invoice;
}

/** The same for a payment. Throws `not_found`. */
export async function paymentInScope(
  store: Store,
  schoolId: string,
  paymentId: string,
  scope: CallerScope,
): Promise<PaymentRow> {
  const payment = await requirePayment(store, schoolId, paymentId);
  await readStudent(store, schoolId, payment.studentId, scope);
  return payment;
}
