import type { PendingEvent } from '../../../events/define.ts';
import { refundFailed } from '../../../events/payments.ts';
import {
  isId,
  type PaymentId,
  type PersonId,
  type RefundId,
  type SchoolId,
} from '../../shared/ids.ts';
import type { Context } from '../../store/context.ts';
import type { TransactItem } from '../../store/port.ts';
import type { Decision } from '../../store/store.ts';
import { create, replace } from '../../store/write.ts';
import type { FinanceSchool } from '../books.ts';
import { planRefundFailed, planRefundReversed, planRefundSucceeded } from '../plan-refund.ts';
import { readRefund } from '../read-finance.ts';
import { type RefundRow, refundEntity } from '../refund.entity.ts';
import type { Handled, RefundFact } from './facts.ts';
import { type FactKind, type ProviderFactRow, providerFactEntity } from './provider-fact.entity.ts';
import { postSuspenseRefund } from './suspense-refund.ts';
import { park } from './waiting.ts';

type Booked = ProviderFactRow & { studentId: string; paymentId: string };

/**
 * Books where one refund stands, once per refund and state: succeeded moves the balance, failed takes
 * that back or calls the promise off. A refund that comes before its payment waits.
 */
export async function postRefund(
  context: Context,
  school: FinanceSchool,
  fact: RefundFact,
): Promise<Handled> {
  const { store } = context;
  const { schoolId } = school;
  const { account, paymentIntentId } = fact;
  // A charge without an intent is none of ours.
  if (paymentIntentId === null) return { outcome: 'ignored' };
  const newRefundId = context.newId('ref');

  return store.transact<Handled>(context, async () => {
    const factOf = (objectId: string, kind: FactKind) =>
      [providerFactEntity, providerFactEntity.get({ account, objectId, kind })] as const;
    const [payment, succeeded, failed] = await store.getAll(
      factOf(paymentIntentId, 'payment'),
      factOf(fact.refundId, 'refund'),
      factOf(fact.refundId, 'refund_failed'),
    );
    if (failed) return { writes: [], result: { outcome: 'known' } };
    if (payment?.suspenseId !== undefined && fact.ownId === payment.suspenseId) {
      return postSuspenseRefund(context, payment, fact);
    }
    if (!isOwned(payment)) {
      const factKey = `${fact.refundId}#${fact.status}`;
      return park(context, schoolId, { account, paymentIntentId, factKey, fact }, payment);
    }
    if (payment.currency !== fact.currency) {
      return { writes: [], result: { outcome: 'ignored', attention: 'contradiction' } };
    }
    const own = isId('ref', fact.ownId)
      ? await readRefund(store, schoolId, payment.paymentId, fact.ownId)
      : null;
    const input = { context, school, fact, payment, own, succeeded };
    switch (fact.status) {
      case 'succeeded':
        if (succeeded) return { writes: [], result: { outcome: 'known' } };
        return succeed({ ...input, newRefundId });
      case 'failed':
      case 'canceled':
        return fail(input);
      case 'pending':
      case 'requires_action':
        return acknowledge(own, fact);
    }
  });
}

type Input = {
  context: Context;
  school: FinanceSchool;
  fact: RefundFact;
  payment: Booked;
  own: RefundRow | null;
  succeeded: ProviderFactRow | null;
};

async function succeed({
  context,
  school,
  fact,
  payment,
  own,
  newRefundId,
}: Input & { newRefundId: RefundId }): Promise<Decision<Handled>> {
  const { refundId: externalId } = fact;
  // What the charge's total has booked already, before this refund had a name.
  const unnamed = payment.unnamedRefunds ?? 0;
  const booked = own ? 0 : Math.min(unnamed, fact.amount);
  const amount = fact.amount - booked;
  const named: ProviderFactRow = {
    ...payment,
    ...(booked > 0 && { unnamedRefunds: unnamed - booked }),
    version: payment.version + 1,
  };
  // Written even when nothing in it changes: a total booked at the same moment must not be missed.
  const asRead = replace(providerFactEntity, named);
  if (amount === 0) {
    return {
      writes: [asRead, guard(context, payment, fact, 'refund', undefined)],
      result: { outcome: 'known' },
    };
  }
  const planned = await planRefundSucceeded(context, school, payment, {
    ...{ refund: own, refundId: newRefundId, amount, externalId },
  });
  return {
    writes: [
      ...planned.writes,
      asRead,
      guard(context, payment, fact, 'refund', planned.refund.refundId),
    ],
    events: planned.events,
    result: { outcome: 'done' },
  };
}

/** Told of first or after it had succeeded: either way it is over, and the balance as it was. */
async function fail(input: Input): Promise<Decision<Handled>> {
  const { context, school, fact, payment, own, succeeded } = input;
  const { store } = context;
  const booked =
    succeeded?.refundId === undefined
      ? null
      : await readRefund(store, school.schoolId, payment.paymentId, succeeded.refundId);
  const planned = booked
    ? await planRefundReversed(context, school, booked, {
        ...{ externalId: fact.refundId, failure: fact.status },
      })
    : own?.status === 'pending'
      ? await planRefundFailed(context, school, own, fact.status)
      : null;
  const refund = booked ?? own;
  return {
    writes: [
      ...(planned?.writes ?? []),
      guard(context, payment, fact, 'refund_failed', refund?.refundId),
    ],
    events: [...(planned?.events ?? []), ...(refund && planned ? [tellFailed(refund)] : [])],
    result: { outcome: 'done', attention: 'refund_failed' },
  };
}

/** The provider has it; what becomes of it is still to be told. */
function acknowledge(own: RefundRow | null, fact: RefundFact): Decision<Handled> {
  if (own?.status !== 'pending' || own.externalId !== undefined) {
    return { writes: [], result: { outcome: 'known' } };
  }
  const next = { ...own, externalId: fact.refundId, version: own.version + 1 };
  return { writes: [replace(refundEntity, next)], result: { outcome: 'done' } };
}

export function isOwned(row: ProviderFactRow | null): row is Booked {
  return row?.paymentId !== undefined && row.studentId !== undefined;
}

function guard(
  context: Context,
  { schoolId, studentId, paymentId, account }: Booked,
  { refundId: objectId, amount, currency }: RefundFact,
  kind: FactKind,
  refundId: string | undefined,
): TransactItem {
  return create(
    providerFactEntity.create({
      ...{ account, objectId, kind, schoolId, studentId, paymentId, amount, currency },
      ...(refundId !== undefined && { refundId }),
      ...{ at: context.now(), version: 1 },
    }),
  );
}

export function tellFailed(refund: RefundRow): PendingEvent {
  const { refundId, paymentId, studentId, amount, currency } = refund;
  return refundFailed.of(
    refund.schoolId as SchoolId,
    { id: refundId, version: refund.version + 1 },
    {
      ...{ refundId: refundId as RefundId, paymentId: paymentId as PaymentId },
      ...{ studentId: studentId as PersonId, amount, currency },
    },
  );
}
