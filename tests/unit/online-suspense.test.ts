import { describe, expect, it } from 'vitest';
import type { PaymentFact } from '../../domain/finance/online/facts.ts';
import { handleWaiting } from '../../domain/finance/online/handle-facts.ts';
import {
  pageSuspense,
  type Resolution,
  refundSuspense,
  resolveSuspense,
} from '../../domain/finance/online/suspense.ts';
import { lineOf } from '../support/finance-stage.ts';
import { onlineStage } from '../support/online-stage.ts';

/** 500 kroner that name nothing, in suspense. */
const suspended = async (overrides: Partial<PaymentFact> = {}) => {
  const stage = await onlineStage();
  const invoice = await stage.issue([lineOf({ unitPrice: 50_000 })]);
  const { checkout } = await stage.checkOut(invoice.invoiceId);
  const matching = stage.paymentOf(checkout.sessionId);
  const nothing = { schoolId: null, invoiceId: null, attempt: null };
  const fact = { ...matching, sessionId: null, reference: nothing, ...overrides };
  await stage.tell(fact);
  const id = () => String(stage.suspense()[0]?.suspenseId);
  const resolve = (resolution: Resolution) =>
    resolveSuspense(stage.context, stage.school, id(), resolution, 'per_admin');
  const carryOutRefund = () =>
    refundSuspense(
      stage.context,
      stage.schoolId,
      { suspenseId: id(), version: Number(stage.suspense()[0]?.version) },
      stage.provider,
    );
  return { ...stage, matching, fact, id, resolve, carryOutRefund };
};

describe('money in suspense', () => {
  it('given to a student is one credit, whatever is told of it later', async () => {
    const stage = await suspended();

    const resolved = await stage.resolve({ studentId: stage.student });
    const late = await stage.tell(stage.matching, stage.fact);

    expect(resolved).toMatchObject({ status: 'resolved', studentId: stage.student });
    expect(late).toEqual([{ outcome: 'known' }, { outcome: 'known' }]);
    expect(stage.row('invoice')).toMatchObject({ status: 'paid' });
    expect(stage.balance()).toMatchObject({ paid: 50_000 });
    expect(stage.told('PaymentReceived')).toHaveLength(1);
    stage.audited();
  });

  it('settles the invoice that staff name, and no draft or other student’s', async () => {
    const stage = await suspended();
    const second = await stage.issue([lineOf({ unitPrice: 20_000 })]);
    const foreign = await stage.issue([lineOf()], { studentId: stage.students[1] as never });
    const { student: studentId } = stage;

    await expect(stage.resolve({ studentId, invoiceId: foreign.invoiceId })).rejects.toMatchObject({
      code: 'not_found',
    });
    await stage.resolve({ studentId, invoiceId: second.invoiceId });

    expect(stage.invoice(second.invoiceId)).toMatchObject({ status: 'paid' });
    expect(stage.balance()).toMatchObject({ credit: 30_000 });
    await expect(stage.resolve({ studentId })).rejects.toMatchObject({ code: 'conflict' });
    stage.audited();
  });

  it('resolved while its event comes again is given to one of the two', async () => {
    const stage = await suspended();

    const [staff] = await Promise.allSettled([
      stage.resolve({ studentId: stage.students[1] as string }),
      stage.tell(stage.matching),
    ]);

    expect(['fulfilled', 'rejected']).toContain(staff.status);
    expect(stage.payments()).toHaveLength(1);
    stage.audited();
  });

  it('keeps what is told of it waiting until it is somebody’s', async () => {
    const stage = await suspended();
    const early = await stage.tell(
      stage.refundOf(stage.fact),
      stage.disputeOf(stage.fact, { amount: 40_000 }),
    );
    await stage.resolve({ studentId: stage.student });

    const { paymentIntentId } = stage.fact;
    await handleWaiting(stage.context, stage.desk, stage.school, paymentIntentId);

    expect(early).toEqual([{ outcome: 'waiting' }, { outcome: 'waiting' }]);
    expect(stage.waiting()).toEqual([]);
    expect(stage.balance()).toMatchObject({ refunded: 10_000, disputed: 40_000 });
    stage.audited();
  });

  it('in another currency can only go back', async () => {
    const stage = await suspended({ currency: 'SEK' });

    await expect(stage.resolve({ studentId: stage.student })).rejects.toMatchObject({
      details: { errors: [{ path: '/studentId', code: 'wrong_currency' }] },
    });
  });

  it('is listed while it waits for staff, page by page', async () => {
    const stage = await suspended();
    for (const n of [2, 3, 4, 5]) {
      stage.at(`2026-11-23T08:00:0${n}.000Z`);
      await stage.tell({ ...stage.fact, paymentIntentId: `pi_${n}` });
    }
    await stage.resolve({ refund: true });

    const seen: string[][] = [];
    let after: Parameters<typeof pageSuspense>[3]['after'];
    do {
      const page = await pageSuspense(stage.context.store, stage.schoolId, 'open', {
        ...{ limit: 2, ...(after && { after }) },
      });
      seen.push(page.items.map(({ paymentIntentId }) => paymentIntentId));
      after = page.lastKey;
    } while (after);

    expect(seen.map(({ length }) => length)).toEqual([2, 2]);
    expect(new Set(seen.flat()).size).toBe(4);
  });

  it('goes back to the payer once, and moves no ledger', async () => {
    const stage = await suspended();
    stage.paper.trouble('answer_lost');

    const asked = await stage.resolve({ refund: true });
    await expect(stage.carryOutRefund()).rejects.toMatchObject({ code: 'unavailable' });
    await stage.carryOutRefund();
    await stage.carryOutRefund();
    const event = stage.refundOf(stage.fact, {
      refundId: 're_1',
      amount: 50_000,
      ownId: stage.id(),
    });
    await stage.tell(event);

    expect(asked).toMatchObject({ status: 'refunding' });
    expect(stage.told('SuspenseRefundRequested')).toHaveLength(1);
    expect(stage.suspense()).toMatchObject([{ status: 'refunded', externalRefundId: 're_1' }]);
    expect(stage.paper.refunds).toHaveLength(1);
    expect(stage.ledger()).toEqual([['invoice', 50_000, null]]);
    stage.audited();
  });

  it('is staff’s again when the provider will not send it back', async () => {
    const stage = await suspended();
    stage.paper.trouble('refused');

    await stage.resolve({ refund: true });
    const refused = await stage.carryOutRefund();
    await stage.resolve({ refund: true });
    await stage.carryOutRefund();

    expect(refused).toEqual({ outcome: 'done', attention: 'refund_failed' });
    expect(stage.suspense()).toMatchObject([{ status: 'refunded' }]);
    expect(new Set(stage.paper.calls.map(({ key }) => key)).size).toBe(stage.paper.calls.length);
  });
});
