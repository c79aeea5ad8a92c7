import { suspenseRefundRequested } from '../../../events/payments.ts';
import { DomainError, invalidField, notFound } from '../../shared/errors.ts';
import { isId, type SchoolId } from '../../shared/ids.ts';
import { instant } from '../../shared/instant.ts';
import type { Context } from '../../store/context.ts';
import type { Row } from '../../store/port.ts';
import type { Page, PageOptions } from '../../store/reader.ts';
import type { Store } from '../../store/store.ts';
import { replace } from '../../store/write.ts';
import type { FinanceSchool } from '../books.ts';
import { planPayment } from '../plan-payment.ts';
import { readInvoice } from '../read-finance.ts';
import type { Handled } from './facts.ts';
import { giveTo } from './post-payment.ts';
import { type PaymentProvider, ProviderRefused } from './provider.ts';
import { providerFactEntity } from './provider-fact.entity.ts';
import { type SuspenseRow, type SuspenseStatus, suspenseEntity } from './suspense.entity.ts';
import { postSuspenseRefund } from './suspense-refund.ts';

/** Money in suspense as it is shown. */
export type Suspense = ReturnType<typeof suspenseView>;

export function suspenseView(row: SuspenseRow) {
  return {
    id: row.suspenseId,
    amount: { amount: row.amount, currency: row.currency },
    reason: row.reason,
    status: row.status,
    externalId: row.paymentIntentId,
    claimedInvoiceId: row.claimedInvoiceId ?? null,
    receivedAt: row.receivedAt,
    studentId: row.studentId ?? null,
    paymentId: row.paymentId ?? null,
    resolvedAt: row.resolvedAt ?? null,
    version: row.version,
  };
}

/** Rows read at a time: what is decided lies between what is not. */
const READ_AT_ONCE = 100;

/** A school's money in suspense of one status, newest first, a page at a time. */
export async function pageSuspense(
  store: Store,
  schoolId: string,
  status: SuspenseStatus,
  { limit, after }: PageOptions,
): Promise<Page<SuspenseRow>> {
  const query = suspenseEntity.query.bySchool({ schoolId }).begins({ suspenseId: 'sus_' });
  const items: SuspenseRow[] = [];
  let from = after;
  do {
    const page: Page<SuspenseRow> = await store.page(suspenseEntity, query, {
      ...{ limit: READ_AT_ONCE, descending: true },
      ...(from && { after: from }),
    });
    items.push(...page.items.filter((row) => row.status === status));
    from = page.lastKey;
  } while (from && items.length <= limit);
  const last = items.length > limit ? items[limit - 1] : undefined;
  if (!last) return { items };
  const { suspenseId } = last;
  const { Key } = suspenseEntity.get({ schoolId, suspenseId }).params() as { Key: Row };
  return { items: items.slice(0, limit), lastKey: Key };
}

export type Resolution = { studentId: string; invoiceId?: string | undefined } | { refund: true };

/**
 * Staff decide whose the money is, or send it back. Given to a student it settles the invoice named,
 * or what is open, oldest first; the guard of the payment moves with it, so that a late event about
 * it finds it booked. A refund is queued.
 *
 * Throws `not_found`; `conflict` when it is decided already; `invalid` for another currency than the
 * school's, which no student's books can hold.
 */
export async function resolveSuspense(
  context: Context,
  school: FinanceSchool,
  suspenseId: string,
  resolution: Resolution,
  by: string,
): Promise<Suspense> {
  const { store } = context;
  const { schoolId } = school;
  const paymentId = context.newId('pay');
  return store.transact<Suspense>(context, async () => {
    const row = await store.get(suspenseEntity, suspenseEntity.get({ schoolId, suspenseId }));
    if (!row) throw notFound('This money');
    if (row.status !== 'open') {
      throw new DomainError('conflict', `This money is ${row.status} already.`);
    }
    if ('refund' in resolution) return refund(context, row, by);
    const { studentId, invoiceId } = resolution;
    if (row.currency !== school.currency) {
      const message = `/studentId: the money is in ${row.currency}; it can only be refunded.`;
      throw invalidField('/studentId', 'wrong_currency', message);
    }
    if (invoiceId !== undefined) await requireInvoiceOf(store, schoolId, studentId, invoiceId);
    const { account, paymentIntentId, amount } = row;
    const key = { account, objectId: paymentIntentId, kind: 'payment' } as const;
    const booked = await store.get(providerFactEntity, providerFactEntity.get(key));
    if (booked?.suspenseId !== suspenseId) throw new Error(`${suspenseId} has no guard`);
    const planned = await planPayment(context, school, {
      ...{ paymentId, studentId, amount, method: 'card' },
      receivedAt: instant(row.receivedAt),
      recordedBy: by,
      external: { id: paymentIntentId, account },
      allocations: invoiceId === undefined ? 'oldest_first' : [{ invoiceId, amount }],
    });
    const given = { ...booked, studentId, paymentId, version: booked.version + 1 };
    const now = context.now();
    return {
      writes: [
        ...planned.writes,
        replace(providerFactEntity, given),
        giveTo(row, { studentId, paymentId }, now, by),
      ],
      events: planned.events,
      result: suspenseView({
        ...row,
        ...{ status: 'resolved', studentId, paymentId, resolvedAt: now },
        version: row.version + 1,
      }),
    };
  });
}

async function requireInvoiceOf(
  store: Store,
  schoolId: string,
  studentId: string,
  invoiceId: string,
): Promise<void> {
  const invoice = await readInvoice(store, schoolId, invoiceId);
  if (invoice?.studentId !== studentId) throw notFound('This invoice');
  if (invoice.status === 'draft') {
    throw new DomainError('conflict', 'This invoice is a draft; issue it first.');
  }
}

function refund(context: Context, row: SuspenseRow, resolvedBy: string) {
  const next: SuspenseRow = {
    ...row,
    ...{ status: 'refunding', resolvedBy, resolvedAt: context.now(), version: row.version + 1 },
  };
  const { schoolId, suspenseId } = row;
  if (!isId('sus', suspenseId)) throw new Error(`${suspenseId} is no id of money in suspense`);
  const event = suspenseRefundRequested.of(
    schoolId as SchoolId,
    { id: suspenseId, version: next.version },
    { suspenseId },
  );
  return {
    writes: [replace(suspenseEntity, next)],
    events: [event],
    result: suspenseView(next),
  };
}

/**
 * Asks the provider to send money in suspense back, under a key of this decision: a later one, after
 * a failure, asks anew. Repeatable. A refusal gives the money back to staff.
 */
export async function refundSuspense(
  context: Context,
  schoolId: string,
  { suspenseId, version }: { suspenseId: string; version: number },
  provider: Pick<PaymentProvider, 'refund'>,
): Promise<Handled> {
  const { store } = context;
  const key = { schoolId, suspenseId };
  const row = await store.get(suspenseEntity, suspenseEntity.get(key));
  if (row?.status !== 'refunding') return { outcome: 'known' };
  const { account, paymentIntentId, amount, currency } = row;
  const fact = { kind: 'refund', account, paymentIntentId, amount, currency } as const;
  let answer: Pick<Parameters<typeof postSuspenseRefund>[2], 'refundId' | 'status'>;
  try {
    answer = await provider.refund(
      { account, paymentIntentId, amount, reference: { refundId: suspenseId, schoolId } },
      `refund_${suspenseId}_${version}`,
    );
  } catch (error) {
    if (!(error instanceof ProviderRefused)) throw error;
    answer = { refundId: `${suspenseId}_${version}`, status: 'failed' };
  }
  return store.transact<Handled>(context, async () => {
    const objectId = paymentIntentId;
    const payment = await store.get(
      providerFactEntity,
      providerFactEntity.get({ account, objectId, kind: 'payment' }),
    );
    if (!payment) throw new Error(`${suspenseId} has no guard`);
    return postSuspenseRefund(context, payment, { ...fact, ...answer, ownId: suspenseId });
  });
}
