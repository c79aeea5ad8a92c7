import type { RefundFact } from '../../domain/finance/online/facts.ts';
import {
  type ListedDispute,
  type ListedPayment,
  type ListedRefund,
  type ListOptions,
  type NewCheckout,
  type PaymentProvider,
  type ProviderPage,
  ProviderRefused,
} from '../../domain/finance/online/provider.ts';
import { DomainError } from '../../domain/shared/errors.ts';

type Trouble = 'down' | 'answer_lost' | 'refused';

/**
 * A payment provider on paper, for tests that need no HTTP: accounts, sessions, payments, refunds and
 * disputes in lists, keys under which a call is carried out once, and trouble in the order it is asked
 * for. What it did is in its lists; nobody is told.
 */
export function paperProvider({ pageSize = 100, createdAt = () => 1_795_420_800 } = {}) {
  const calls: { name: string; key: string }[] = [];
  const done = new Map<string, unknown>();
  const troubles: Trouble[] = [];
  const payments: (ListedPayment & { account: string })[] = [];
  const refunds: (ListedRefund & { account: string; created: number })[] = [];
  const disputes: (ListedDispute & { account: string; created: number })[] = [];
  const sessions = new Map<string, NewCheckout & { sessionId: string; expired: boolean }>();
  let refundStatus: RefundFact['status'] = 'succeeded';

  /** Carries a call out once per key; the next trouble comes before it, or swallows its answer. */
  async function once<T>(name: string, key: string, act: () => T): Promise<T> {
    calls.push({ name, key });
    const trouble = troubles.shift();
    if (trouble === 'down') throw new DomainError('unavailable', 'down', { retryAfter: 5 });
    if (trouble === 'refused') throw new ProviderRefused('not_today');
    if (!done.has(key)) done.set(key, act());
    if (trouble === 'answer_lost')
      throw new DomainError('unavailable', 'silent', { retryAfter: 5 });
    return done.get(key) as T;
  }

  function page<Item extends { account: string; created: number }>(
    items: readonly Item[],
    idOf: (item: Item) => string,
    { account, createdFrom, after }: ListOptions,
  ): ProviderPage<Item> {
    const fitting = items
      .filter((item) => item.account === account && item.created >= createdFrom)
      .reverse();
    const first = after === undefined ? 0 : fitting.findIndex((item) => idOf(item) === after) + 1;
    const found = fitting.slice(first, first + pageSize);
    const last = found.at(-1);
    const more = last !== undefined && first + pageSize < fitting.length;
    return { items: found, next: more ? idOf(last) : null };
  }

  const provider: PaymentProvider = {
    createAccount: (_school, key) =>
      once('createAccount', key, () => ({ account: `acct_${done.size + 1}` })),
    onboardingLink: async (account) => ({ url: `https://provider.example/${account}` }),
    accountState: async (account) => ({
      ...{ account, chargesEnabled: true, payoutsEnabled: true, detailsSubmitted: true },
    }),
    createCheckout: (checkout, key) =>
      once('createCheckout', key, () => {
        const sessionId = `cs_${sessions.size + 1}`;
        sessions.set(sessionId, { ...checkout, sessionId, expired: false });
        const url = `https://provider.example/${sessionId}`;
        return { sessionId, url, expiresAt: checkout.expiresAt };
      }),
    expireCheckout: async (_account, sessionId) => {
      const session = sessions.get(sessionId);
      if (session) session.expired = true;
    },
    refund: ({ account, paymentIntentId, amount, reference }, key) =>
      once('refund', key, () => {
        const refundId = `re_${refunds.length + 1}`;
        const currency = 'DKK';
        const ownId = reference.refundId ?? null;
        refunds.push({
          ...{ account, refundId, paymentIntentId, amount, currency, ownId },
          ...{ status: refundStatus, created: createdAt() },
        });
        return { refundId, status: refundStatus };
      }),
    refundsOf: async (account, intent) =>
      refunds.filter((one) => one.account === account && one.paymentIntentId === intent),
    listPayments: async (options) => page(payments, (one) => one.paymentIntentId, options),
    listRefunds: async (options) => page(refunds, (one) => one.refundId, options),
    listDisputes: async (options) => page(disputes, (one) => one.disputeId, options),
  };

  return {
    ...{ provider, calls, payments, refunds, disputes, sessions, createdAt },
    /** what happens to the next calls that move something, in order */
    trouble: (...next: Trouble[]) => void troubles.push(...next),
    /** how refunds begin from now on */
    refundsBegin: (status: RefundFact['status']) => {
      refundStatus = status;
    },
  };
}

export type PaperProvider = ReturnType<typeof paperProvider>;
