import { describe, expect, it } from 'vitest';
import {
  type AskedTurn,
  askedRefunds,
  settleAsked,
} from '../../domain/finance/online/ask-refund.ts';
import { postChargeRefunded } from '../../domain/finance/online/post-charge-refunded.ts';
import { type WaitingTurn, waitingFacts } from '../../domain/finance/online/waiting.ts';
import type { PaymentRow } from '../../domain/finance/payment.entity.ts';
import { sweepDue } from '../../domain/store/sweep-due.ts';
import { lineOf } from '../support/finance-stage.ts';
import { onlineStage } from '../support/online-stage.ts';
import { idempotencyScope } from '../support/store-world.ts';

/** A paid invoice of 500 kroner. */
const paid = async () => {
  const stage = await onlineStage();
  const invoice = await stage.issue([lineOf({ unitPrice: 50_000 })]);
  const { checkout } = await stage.checkOut(invoice.invoiceId);
  const payment = stage.paymentOf(checkout.sessionId);
  await stage.tell(payment);
  return { ...stage, invoice, fact: payment, payment: stage.payments()[0] as PaymentRow };
};
const refunds = (stage: { world: { rowsOf(kind: string): unknown[] } }) =>
  stage.world.rowsOf('refund');

describe('a refund that the provider tells of', () => {
  it('before its payment waits, and is right once that is there', async () => {
    const stage = await onlineStage();
    const invoice = await stage.issue([lineOf({ unitPrice: 50_000 })]);
    const { checkout } = await stage.checkOut(invoice.invoiceId);
    const payment = stage.paymentOf(checkout.sessionId);

    const early = await stage.tell(stage.refundOf(payment));
    const again = await stage.tell(stage.refundOf(payment));
    const booked = await stage.tell(payment);

    expect([early, again]).toEqual([[{ outcome: 'waiting' }], [{ outcome: 'waiting' }]]);
    expect(booked).toEqual([{ outcome: 'done' }, { outcome: 'done' }]);
    expect(stage.waiting()).toEqual([]);
    expect(stage.balance()).toMatchObject({ paid: 50_000, refunded: 10_000 });
    stage.audited();
  });

  it('that waits is looked at again by the clock, less and less often, and somebody is called', async () => {
    const stage = await onlineStage();
    const turns: WaitingTurn[] = [];
    const payment = { ...stage.refundOf({ paymentIntentId: 'pi_never' } as never) };
    await stage.tell(payment);

    let last: unknown;
    for (let minutes = 6; turns.length < 12; minutes += 60) {
      stage.at(new Date(Date.parse('2026-11-23T08:00:00Z') + minutes * 60_000).toISOString());
      await sweepDue(stage.context, [waitingFacts(async (turn) => void turns.push(turn))]);
      [last] = await stage.turn('pi_never');
    }

    expect(turns[0]).toEqual({
      ...{ kind: 'waiting', schoolId: stage.schoolId, paymentIntentId: 'pi_never' },
    });
    expect(last).toEqual({ outcome: 'waiting', attention: 'waits_long' });
  });

  it('that failed after it had succeeded gives the balance back, and somebody is called', async () => {
    const stage = await paid();
    await stage.tell(stage.refundOf(stage.fact));

    const failed = await stage.tell(stage.refundOf(stage.fact, { status: 'failed' }));
    const late = await stage.tell(stage.refundOf(stage.fact));

    expect(failed).toEqual([{ outcome: 'done', attention: 'refund_failed' }]);
    expect(late).toEqual([{ outcome: 'known' }]);
    expect(stage.balance()).toMatchObject({ refunded: 0 });
    expect(stage.row('invoice')).toMatchObject({ status: 'paid' });
    expect(stage.told('RefundFailed')).toHaveLength(1);
    stage.audited();
  });

  it('is booked by its name though the total of its charge was told first', async () => {
    const stage = await paid();
    const total = (amountRefunded: number) =>
      postChargeRefunded(
        stage.context,
        stage.school,
        {
          ...{ kind: 'charge_refunded', account: stage.account, chargeId: 'ch_1', amountRefunded },
          ...{ paymentIntentId: stage.fact.paymentIntentId, currency: 'DKK' },
        },
        stage.provider,
      );

    const results = [await total(10_000), await total(30_000), await total(10_000)];
    // The third refund is not in the totals, and is named first.
    await stage.tell(stage.refundOf(stage.fact, { refundId: 're_3', amount: 5_000 }));
    await stage.tell(stage.refundOf(stage.fact, { refundId: 're_1', amount: 10_000 }));
    await stage.tell(stage.refundOf(stage.fact, { refundId: 're_2', amount: 20_000 }));

    expect(results.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'known']);
    expect(stage.balance()).toMatchObject({ refunded: 35_000 });
    stage.audited();
  });

  it('is looked up by its charge, so that each is booked by its own name', async () => {
    const stage = await paid();
    const { account, fact } = stage;
    const listed = stage.refundOf(fact, { refundId: 're_7', amount: 12_000 });
    stage.paper.refunds.push({ ...listed, account, created: 1 });

    const chargeRefunded = {
      ...({ kind: 'charge_refunded', account, chargeId: 'ch_1', amountRefunded: 12_000 } as const),
      ...{ paymentIntentId: fact.paymentIntentId, currency: 'DKK' },
    };
    await stage.tell(chargeRefunded);
    const named = await stage.tell(listed);

    expect(named).toEqual([{ outcome: 'known' }]);
    expect(stage.ledger().at(-1)).toEqual(['refund', 12_000, 're_7']);
  });
});

describe('a refund that staff ask for', () => {
  it('moves the money once, and opens the invoice again', async () => {
    const stage = await paid();

    const refund = await stage.refund(stage.payment, 20_000);
    const event = await stage.tell(
      stage.refundOf(stage.fact, { refundId: 're_1', amount: 20_000, ownId: refund.refundId }),
    );

    expect(refund).toMatchObject({ status: 'succeeded', amount: 20_000, externalId: 're_1' });
    expect(event).toEqual([{ outcome: 'known' }]);
    expect(stage.row('invoice')).toMatchObject({ status: 'part_paid', paid: 30_000 });
    expect(stage.world.rowsOf('asked-refund')).toEqual([]);
    stage.audited();
  });

  it('beyond what is left of the payment is refused before the provider is asked', async () => {
    const stage = await paid();
    await stage.refund(stage.payment, 20_000);

    await expect(stage.refund(stage.payment, 30_001)).rejects.toMatchObject({
      code: 'refund_exceeds_rest',
    });

    expect(stage.paper.calls.filter(({ name }) => name === 'refund')).toHaveLength(1);
  });

  it.each(['down', 'answer_lost'] as const)(
    'while the provider is %s is one refund, however often it is asked for',
    async (trouble) => {
      const stage = await paid();
      stage.paper.trouble(trouble, trouble);

      const tries = [];
      for (let i = 0; i < 3; i++) {
        tries.push(await stage.refund(stage.payment, 20_000).catch(({ code }) => code));
      }

      expect(tries).toEqual([
        'unavailable',
        'unavailable',
        expect.objectContaining({ status: 'succeeded' }),
      ]);
      expect(stage.paper.refunds).toHaveLength(1);
      expect(refunds(stage)).toHaveLength(1);
      stage.audited();
    },
  );

  it('under one Idempotency-Key is one refund, before and after the provider has answered', async () => {
    const stage = await paid();
    const idempotency = idempotencyScope();
    stage.paper.trouble('answer_lost');

    await expect(stage.refund(stage.payment, 5_000, { idempotency })).rejects.toMatchObject({
      code: 'unavailable',
    });
    const answered = await stage.refund(stage.payment, 5_000, { idempotency });
    const replayed = await stage.refund(stage.payment, 5_000, { idempotency });
    const another = await stage.refund(stage.payment, 5_000);

    expect(replayed).toEqual(answered);
    expect(another.refundId).not.toBe(answered.refundId);
    expect(stage.balance()).toMatchObject({ refunded: 10_000 });
    stage.audited();
  });

  it('that its event books before anybody is answered is still one refund', async () => {
    const stage = await paid();
    stage.paper.trouble('answer_lost');
    await stage.refund(stage.payment, 20_000).catch(() => {});
    const [{ refundId: ownId } = { refundId: '' }] = refunds(stage) as { refundId: string }[];
    await stage.tell(stage.refundOf(stage.fact, { refundId: 're_1', amount: 20_000, ownId }));

    const again = await stage.refund(stage.payment, 20_000);
    const another = await stage.refund(stage.payment, 20_000);

    expect(again.refundId).toBe(ownId);
    expect(another.refundId).not.toBe(ownId);
    expect(stage.balance()).toMatchObject({ refunded: 40_000 });
    stage.audited();
  });

  it('waits while another one of the payment is unanswered', async () => {
    const stage = await paid();
    stage.paper.trouble('down');
    await stage.refund(stage.payment, 20_000).catch(() => {});

    await expect(stage.refund(stage.payment, 10_000)).rejects.toMatchObject({
      code: 'in_progress',
    });
  });

  it('that the provider refuses, or fails later, leaves the balance as it was', async () => {
    const stage = await paid();
    stage.paper.trouble('refused');
    const refused = await stage.refund(stage.payment, 20_000);
    stage.paper.refundsBegin('pending');
    const pending = await stage.refund(stage.payment, 30_000);
    const failed = await stage.tell(
      stage.refundOf(stage.fact, {
        ...{ refundId: 're_1', amount: 30_000, ownId: pending.refundId, status: 'failed' },
      }),
    );

    expect(refused).toMatchObject({ status: 'failed', failure: 'not_today' });
    expect(pending).toMatchObject({ status: 'pending', externalId: 're_1' });
    expect(failed).toEqual([{ outcome: 'done', attention: 'refund_failed' }]);
    expect(stage.balance()).toMatchObject({ refunded: 0 });
    expect(stage.row('payment')).toMatchObject({ refunding: 0, refunded: 0 });
    stage.audited();
  });

  it.each([
    ['answer_lost', 'succeeded', 20_000],
    ['down', 'failed', 0],
  ] as const)(
    'and never came back for is settled by what the provider knows (%s)',
    async (trouble, status, refunded) => {
      const stage = await paid();
      const turns: AskedTurn[] = [];
      stage.paper.trouble(trouble);
      await stage.refund(stage.payment, 20_000).catch(() => {});

      stage.at('2026-11-23T10:00:00.000Z');
      await sweepDue(stage.context, [askedRefunds(async (turn) => void turns.push(turn))]);
      for (const turn of turns) {
        await settleAsked(stage.context, stage.school, turn, stage.provider);
      }

      expect(turns).toHaveLength(1);
      expect(refunds(stage)).toMatchObject([{ status }]);
      expect(stage.balance()).toMatchObject({ refunded });
      expect(stage.world.rowsOf('asked-refund')).toEqual([]);
      stage.audited();
    },
  );
});

describe('a dispute', () => {
  it('takes the money back once, and gives it back once when it is won', async () => {
    const stage = await paid();
    const dispute = stage.disputeOf(stage.fact);

    await stage.tell(dispute);
    const again = await stage.tell(dispute);
    await stage.tell({ ...dispute, moved: 'reinstated' });
    const late = await stage.tell(dispute);

    expect([again, late]).toEqual([[{ outcome: 'known' }], [{ outcome: 'known' }]]);
    expect(stage.balance()).toMatchObject({ disputed: 0 });
    expect(stage.row('invoice')).toMatchObject({ status: 'paid' });
    stage.audited();
  });

  it('heard of only when it is won is booked whole', async () => {
    const stage = await paid();

    await stage.tell(stage.disputeOf(stage.fact, { moved: 'reinstated' }));

    expect(stage.ledger().slice(-2)).toEqual([
      ['dispute', 50_000, 'dp_x'],
      ['dispute_won', -50_000, 'dp_x'],
    ]);
    stage.audited();
  });
});
