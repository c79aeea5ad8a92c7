import { askRefund } from '../../domain/finance/online/ask-refund.ts';
import { connectAccount } from '../../domain/finance/online/connect-account.ts';
import type {
  DisputeFact,
  Handled,
  Notice,
  PaymentFact,
  ProviderFact,
  RefundFact,
} from '../../domain/finance/online/facts.ts';
import { handleNotice, handleWaiting } from '../../domain/finance/online/handle-facts.ts';
import { openCheckout } from '../../domain/finance/online/open-checkout.ts';
import { readPaymentAccount } from '../../domain/finance/online/payment-account.ts';
import type { PaymentRow } from '../../domain/finance/payment.entity.ts';
import type { Context } from '../../domain/store/context.ts';
import type { EventEnvelope } from '../../events/define.ts';
import { type FinanceStage, financeStage } from './finance-stage.ts';
import { paperProvider } from './paper-provider.ts';

type Options = Parameters<typeof financeStage>[0];

/** A school on the twin that is paid online, and the provider on paper that pays it. */
export async function onlineStage(options: Options & { pageSize?: number } = {}) {
  const stage = await financeStage(options);
  const paper = paperProvider(options.pageSize ? { pageSize: options.pageSize } : {});
  const { provider } = paper;
  const { context, school, world } = stage;
  const { schoolId } = school;
  const account = await connect(stage, paper.provider);
  const desk = { livemode: false, readSchool: async () => school, provider };
  let events = 0;

  const notice = (...facts: ProviderFact[]): Notice => ({
    ...{ eventId: `evt_${++events}`, type: 'test', account, livemode: false, facts },
  });
  const tell = async (...facts: ProviderFact[]): Promise<Handled[]> =>
    (await handleNotice(context, desk, notice(...facts))).handled;
  const at = () => Math.floor(Date.parse(stage.now()) / 1_000);

  return {
    ...stage,
    ...{ paper, provider, account, desk, notice, tell },
    /** opens a checkout for an invoice; answers what it answers */
    checkOut: (invoiceId: string, over: Partial<Context> = {}) =>
      openCheckout(
        { ...context, ...over },
        { school, invoiceId, returnUrl: 'https://portal.example/x' },
        provider,
      ),
    /** the payment of an open session, as an event tells it */
    paymentOf: (sessionId: string, overrides: Partial<PaymentFact> = {}): PaymentFact => {
      const session = paper.sessions.get(sessionId);
      if (!session) throw new Error(`no session ${sessionId}`);
      const { schoolId: named = null, invoiceId = null, attempt = null } = session.reference;
      return {
        ...{ kind: 'payment', account, paymentIntentId: `pi_${sessionId}`, sessionId },
        ...{ amount: session.amount, currency: session.currency, at: at() },
        reference: { schoolId: named, invoiceId, attempt },
        ...overrides,
      };
    },
    refundOf: (payment: PaymentFact, overrides: Partial<RefundFact> = {}): RefundFact => ({
      ...{ kind: 'refund', account, refundId: 're_x', status: 'succeeded', ownId: null },
      ...{ paymentIntentId: payment.paymentIntentId, amount: 10_000, currency: 'DKK' },
      ...overrides,
    }),
    disputeOf: (payment: PaymentFact, overrides: Partial<DisputeFact> = {}): DisputeFact => ({
      ...{ kind: 'dispute', account, disputeId: 'dp_x', moved: 'withdrawn' },
      ...{ paymentIntentId: payment.paymentIntentId, amount: payment.amount, currency: 'DKK' },
      ...overrides,
    }),
    /** the turn of what waits for a payment */
    turn: (paymentIntentId: string) => handleWaiting(context, desk, school, paymentIntentId),
    /** refunds a payment the way the operation does */
    refund: (payment: PaymentRow, amount: number, over: Partial<Context> = {}) =>
      askRefund({ ...context, ...over }, school, payment, { amount, reason: 'test' }, provider),
    payments: () => world.rowsOf('payment') as PaymentRow[],
    suspense: () => world.rowsOf('suspense'),
    waiting: () => world.rowsOf('waiting-fact'),
    ledger: () =>
      world
        .rowsOf('ledger-entry')
        .map(({ kind, amount, externalId }) => [kind, amount, externalId ?? null]),
    told: (name: string) =>
      world
        .rowsOf('outbox')
        .map(({ event }) => event as EventEnvelope)
        .filter((event) => event.name === name),
    schoolId,
  };
}

/** Connects the school and lets the provider say that it may be paid. */
async function connect({ context, school }: FinanceStage, provider: OnlineProvider) {
  const { schoolId } = school;
  await connectAccount(context, { schoolId, country: 'DK' }, provider, 'https://portal.example');
  const row = await readPaymentAccount(context.store, schoolId);
  const account = row?.account ?? '';
  const able = { chargesEnabled: true, payoutsEnabled: true, detailsSubmitted: true };
  await handleNotice(
    context,
    { livemode: false, readSchool: async () => school, provider },
    {
      ...{ eventId: 'evt_0', type: 'account.updated', account, livemode: false },
      facts: [{ kind: 'account', account, ...able, at: 1 }],
    },
  );
  return account;
}

type OnlineProvider = ReturnType<typeof paperProvider>['provider'];
