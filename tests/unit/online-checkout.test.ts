import { describe, expect, it } from 'vitest';
import { connectAccount } from '../../domain/finance/online/connect-account.ts';
import {
  paymentAccountView,
  readPaymentAccount,
} from '../../domain/finance/online/payment-account.ts';
import { lineOf } from '../support/finance-stage.ts';
import { onlineStage } from '../support/online-stage.ts';
import { idempotencyScope } from '../support/store-world.ts';

const invoiced = async () => {
  const stage = await onlineStage();
  const { invoiceId } = await stage.issue([lineOf({ unitPrice: 50_000 })]);
  return { ...stage, invoiceId, open: () => stage.checkOut(invoiceId) };
};
const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    ({ code }) => code,
  );

describe('a checkout', () => {
  it('is opened once, and answered again as long as it is open', async () => {
    const stage = await invoiced();

    const first = await stage.open();
    const again = await stage.open();

    expect(first.fresh).toBe(true);
    expect(again).toEqual({ fresh: false, checkout: first.checkout });
    expect([...stage.paper.sessions.values()]).toMatchObject([
      {
        amount: 50_000,
        currency: 'DKK',
        reference: { invoiceId: stage.invoiceId, attempt: '0001' },
      },
    ]);
    stage.audited();
  });

  it('is one session for everybody who asks at once, and for who asks again after silence', async () => {
    const stage = await invoiced();
    stage.paper.trouble('answer_lost');

    expect(await refusalOf(stage.open())).toBe('unavailable');
    const answers = await Promise.all(Array.from({ length: 10 }, () => stage.open()));

    expect(new Set(answers.map(({ checkout }) => checkout.sessionId)).size).toBe(1);
    expect(answers.filter(({ fresh }) => fresh)).toHaveLength(1);
    expect(stage.paper.sessions.size).toBe(1);
  });

  it('is replayed as it was by its Idempotency-Key', async () => {
    const stage = await invoiced();
    const idempotency = idempotencyScope();

    const first = await stage.checkOut(stage.invoiceId, { idempotency });
    const replayed = await stage.checkOut(stage.invoiceId, { idempotency });

    expect(replayed).toEqual(first);
  });

  it('for another amount ends the one before', async () => {
    const stage = await invoiced();
    const first = await stage.open();
    await stage.pay(20_000);

    const second = await stage.open();

    expect(stage.paper.sessions.get(first.checkout.sessionId)?.expired).toBe(true);
    expect(stage.paper.sessions.get(second.checkout.sessionId)?.amount).toBe(30_000);
  });

  it('is anew when the last is about to end', async () => {
    const stage = await invoiced();
    await stage.open();
    stage.at('2026-11-24T06:55:00.000Z');

    const next = await stage.open();

    expect(next).toMatchObject({ fresh: true, checkout: { sessionId: 'cs_2' } });
  });

  it('is refused for what is paid, for a draft, without an account, and while a bank is thinking', async () => {
    const stage = await invoiced();
    const { checkout } = await stage.open();
    const attempt = { kind: 'attempt', account: stage.account, outcome: 'processing' } as const;
    const { reference } = stage.paymentOf(checkout.sessionId);

    await stage.tell({
      ...attempt,
      sessionId: checkout.sessionId,
      paymentIntentId: null,
      reference,
    });
    expect(await refusalOf(stage.open())).toBe('in_progress');
    await stage.tell({
      ...attempt,
      outcome: 'failed',
      sessionId: checkout.sessionId,
      paymentIntentId: null,
      reference,
    });
    await stage.open();
    await stage.pay(50_000);
    expect(await refusalOf(stage.open())).toBe('invoice_paid');

    const second = await stage.issue();
    await stage.tell({ kind: 'deauthorized', account: stage.account });
    expect(await refusalOf(stage.checkOut(second.invoiceId))).toBe('payment_account_inactive');
  });

  it('that the provider refuses says so, and the next one is asked for anew', async () => {
    const stage = await invoiced();
    stage.paper.trouble('refused');

    await expect(stage.open()).rejects.toMatchObject({
      code: 'payment_refused',
      details: { reason: 'not_today' },
    });
    const next = await stage.open();

    expect(next.fresh).toBe(true);
    expect(stage.paper.calls.map(({ key }) => key.slice(-4)).slice(-2)).toEqual(['0001', '0002']);
  });
});

describe('a payment account', () => {
  const view = async ({ context, schoolId }: Awaited<ReturnType<typeof onlineStage>>) =>
    paymentAccountView(await readPaymentAccount(context.store, schoolId));
  const told = (account: string, over: object = {}) => ({
    ...({ kind: 'account', account, at: 10 } as const),
    ...{ chargesEnabled: true, payoutsEnabled: true, detailsSubmitted: true },
    ...over,
  });

  it('is made once, whatever becomes of the answers, and its link given every time', async () => {
    const stage = await onlineStage();
    await stage.tell({ kind: 'deauthorized', account: stage.account });
    const connect = () =>
      connectAccount(
        stage.context,
        { schoolId: stage.schoolId, country: 'DK' },
        stage.provider,
        'https://portal.example',
      );
    stage.paper.trouble('answer_lost');

    expect(await refusalOf(connect())).toBe('unavailable');
    const links = await Promise.all([connect(), connect()]);

    const { accountId, state } = await view(stage);
    expect(state).toBe('onboarding');
    expect(accountId).not.toBe(stage.account);
    expect(links).toEqual([
      { onboardingUrl: `https://provider.example/${accountId}` },
      { onboardingUrl: `https://provider.example/${accountId}` },
    ]);
    expect(new Set(stage.paper.calls.map(({ key }) => key)).size).toBe(2);
  });

  it('follows what the provider tells, the newest of it, until the school gives it up', async () => {
    const stage = await onlineStage();
    const states = [];
    for (const fact of [
      told(stage.account, { chargesEnabled: false, at: 20 }),
      told(stage.account, { at: 19 }),
      told(stage.account, { at: 21 }),
      told(stage.account, { chargesEnabled: false, detailsSubmitted: false, at: 22 }),
      { kind: 'deauthorized', account: stage.account } as const,
      told(stage.account, { at: 30 }),
    ]) {
      await stage.tell(fact);
      states.push((await view(stage)).state);
    }

    expect(states).toEqual([
      ...['restricted', 'restricted', 'active', 'onboarding'],
      ...['deauthorized', 'deauthorized'],
    ]);
  });

  it('given up still receives what was paid into it', async () => {
    const stage = await invoiced();
    const { checkout } = await stage.open();
    await stage.tell({ kind: 'deauthorized', account: stage.account });

    expect(await stage.tell(stage.paymentOf(checkout.sessionId))).toEqual([{ outcome: 'done' }]);
  });
});
