import { describe, expect, it } from 'vitest';
import { lineOf } from '../support/finance-stage.ts';
import { onlineStage } from '../support/online-stage.ts';

const invoiced = async (options: Parameters<typeof onlineStage>[0] = {}) => {
  const stage = await onlineStage(options);
  const invoice = await stage.issue([lineOf({ unitPrice: 50_000 })]);
  const { checkout } = await stage.checkOut(invoice.invoiceId);
  const payment = stage.paymentOf(checkout.sessionId);
  return { ...stage, invoice, checkout, payment };
};

describe('a payment that came in online', () => {
  it('settles the invoice it was asked for, once, whichever event tells it', async () => {
    const stage = await invoiced();

    const first = await stage.tell({ ...stage.payment, sessionId: null });
    const again = await stage.tell(stage.payment);

    expect(first).toEqual([{ outcome: 'done' }]);
    expect(again).toEqual([{ outcome: 'known' }]);
    expect(stage.ledger()).toEqual([
      ['invoice', 50_000, null],
      ['payment', -50_000, stage.payment.paymentIntentId],
    ]);
    expect(stage.invoice).toMatchObject({ status: 'issued' });
    expect(stage.row('invoice')).toMatchObject({ status: 'paid', paid: 50_000 });
    expect(stage.told('PaymentReceived')).toHaveLength(1);
    stage.audited();
  });

  it('finds its attempt though the session was never written down', async () => {
    const stage = await onlineStage();
    const invoice = await stage.issue();
    stage.paper.trouble('answer_lost');
    await expect(stage.checkOut(invoice.invoiceId)).rejects.toMatchObject({ code: 'unavailable' });

    const [handled] = await stage.tell(stage.paymentOf('cs_1'));

    expect(handled).toEqual({ outcome: 'done' });
    expect(stage.row('invoice')).toMatchObject({ status: 'paid' });
  });

  it.each([
    ['another amount', { amount: 49_999 }, 'other_amount'],
    ['another currency', { currency: 'SEK' }, 'other_currency'],
    ['a session nobody opened', { sessionId: 'cs_9' }, 'unknown_attempt'],
    ['another school', { school: 'sch_01kat5n8x0e4vv6h7w7b1q2r3s' }, 'other_school'],
    ['another invoice', { invoice: 'inv_01kat5n8x0e4vv6h7w7b1q2r3s' }, 'other_invoice'],
  ])('goes to suspense whole when it tells of %s', async (_what, wrong, reason) => {
    const { school, invoice, ...fields } = wrong as Record<string, string>;
    const stage = await invoiced();
    const reference = {
      ...stage.payment.reference,
      ...(school && { schoolId: school }),
      ...(invoice && { invoiceId: invoice }),
      ...('sessionId' in wrong && { schoolId: null, invoiceId: null, attempt: null }),
    };
    const fact = { ...stage.payment, reference, ...fields };

    const handled = await stage.tell(fact);

    expect(handled).toEqual([{ outcome: 'suspended', attention: 'suspended' }]);
    expect(stage.suspense()).toMatchObject([
      { status: 'open', reason, amount: fact.amount, currency: fact.currency },
    ]);
    expect(stage.row('invoice')).toMatchObject({ status: 'issued', paid: 0, version: 1 });
    expect(stage.told('MoneySuspended')).toHaveLength(1);
    stage.audited();
  });

  it('is given where it belongs when a later event names its session', async () => {
    const stage = await invoiced();
    const nothing = { schoolId: null, invoiceId: null, attempt: null };

    await stage.tell({ ...stage.payment, sessionId: null, reference: nothing });
    const [later] = await stage.tell(stage.payment);

    expect(later).toEqual({ outcome: 'done' });
    expect(stage.suspense()).toMatchObject([{ status: 'resolved', resolvedBy: 'stripe' }]);
    expect(stage.row('invoice')).toMatchObject({ status: 'paid' });
    stage.audited();
  });

  it('of an account that is none of ours, or of the other mode, changes nothing', async () => {
    const stage = await invoiced();
    const before = stage.world.twin.rows();
    const notice = stage.notice(stage.payment);
    const { handleNotice } = await import('../../domain/finance/online/handle-facts.ts');
    const carryOut = (over: object) =>
      handleNotice(stage.context, stage.desk, { ...notice, ...over });

    expect(await carryOut({ livemode: true })).toMatchObject({ ignored: 'other_mode' });
    expect(await carryOut({ livemode: null })).toMatchObject({ ignored: 'other_mode' });
    expect(await carryOut({ account: 'acct_9' })).toMatchObject({ ignored: 'unknown_account' });
    expect(await carryOut({ account: null })).toMatchObject({ ignored: 'unknown_account' });
    expect(stage.world.twin.rows()).toEqual(before);
  });

  it('beside cash on the same invoice becomes credit', async () => {
    const stage = await invoiced();

    await Promise.all([stage.pay(50_000), stage.tell(stage.payment)]);

    expect(stage.row('invoice')).toMatchObject({ status: 'paid', paid: 50_000 });
    expect(stage.balance()).toMatchObject({ paid: 100_000, credit: 50_000 });
    stage.audited();
  });

  it('by a second session becomes credit, and somebody is called', async () => {
    const stage = await invoiced();
    // The first session ended for us, and was paid in the same minute.
    stage.at('2026-11-24T08:00:00.000Z');
    const second = await stage.checkOut(stage.invoice.invoiceId);

    const first = await stage.tell(stage.payment);
    const twice = await stage.tell(stage.paymentOf(second.checkout.sessionId));

    expect(first).toEqual([{ outcome: 'done' }]);
    expect(twice).toEqual([{ outcome: 'done', attention: 'double_payment' }]);
    expect(stage.balance()).toMatchObject({ paid: 100_000, credit: 50_000 });
    stage.audited();
  });
});

describe('an attempt that came to nothing', () => {
  it('tells the student once, and leaves the invoice open for another card', async () => {
    const stage = await invoiced();
    const failed = {
      ...({ kind: 'attempt', outcome: 'failed', sessionId: null } as const),
      account: stage.account,
      ...{ paymentIntentId: stage.payment.paymentIntentId, reference: stage.payment.reference },
    };

    await stage.tell(failed);
    await stage.tell({ ...failed, sessionId: stage.checkout.sessionId });
    const afterwards = await stage.tell(stage.payment);

    expect(stage.told('PaymentFailed')).toHaveLength(1);
    expect(afterwards).toEqual([{ outcome: 'done' }]);
    expect(stage.row('invoice')).toMatchObject({ status: 'paid' });
  });

  it('is not told when the payment came in after all', async () => {
    const stage = await invoiced();
    await stage.tell(stage.payment);

    const late = await stage.tell({
      ...{ kind: 'attempt', account: stage.account, outcome: 'failed', sessionId: null },
      ...{ paymentIntentId: stage.payment.paymentIntentId, reference: stage.payment.reference },
    });

    expect(late).toEqual([{ outcome: 'known' }]);
    expect(stage.told('PaymentFailed')).toHaveLength(0);
  });
});
