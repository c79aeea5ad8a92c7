import { DAY, epochSeconds, plusMilliseconds } from '../../shared/instant.ts';
import type { Context } from '../../store/context.ts';
import type { FinanceSchool } from '../books.ts';
import { disputeMove } from './dispute-move.ts';
import type { Handled, ProviderFact } from './facts.ts';
import { handleFact } from './handle-facts.ts';
import { updateAccount } from './payment-account.ts';
import {
  type ListedPayment,
  type ListOptions,
  type PaymentProvider,
  ProviderRefused,
} from './provider.ts';

/** One step of a school's reconciliation: a page of one of the provider's lists. */
export type ReconcileStep = {
  schoolId: string;
  account: string;
  list: 'payments' | 'refunds' | 'disputes';
  /** the page after this object; absent: the first */
  after?: string | undefined;
  /** so far, over all the pages before */
  checked: number;
  healed: number;
};

/**
 * How far back each list is read. The provider tries events for three days; refunds may fail for
 * thirty, and a dispute lasts for months.
 */
const LOOK_BACK = { payments: 10 * DAY, refunds: 35 * DAY, disputes: 150 * DAY } as const;
const LISTS = ['payments', 'refunds', 'disputes'] as const;

type Lists = Pick<
  PaymentProvider,
  'listPayments' | 'listRefunds' | 'listDisputes' | 'refundsOf' | 'accountState'
>;

export type StepResult = {
  handled: Handled[];
  /** null: this was the last page of the last list */
  next: ReconcileStep | null;
  checked: number;
  healed: number;
};

/**
 * Holds one page of what the provider knows against the books, and books what is missing, by the very
 * rules that its events are booked by: what an event has told, or tells later, is known. Payments come
 * first, so that refunds and disputes find theirs.
 */
export async function reconcileStep(
  context: Context,
  desk: { provider: Lists },
  school: FinanceSchool,
  step: ReconcileStep,
): Promise<StepResult> {
  const { account, list } = step;
  if (list === 'payments' && step.after === undefined) {
    const open = await refreshAccount(context, desk.provider, school.schoolId, account);
    if (!open) {
      const { checked, healed } = step;
      const handled = [{ outcome: 'ignored', attention: 'account_closed' }] as const;
      return { handled: [...handled], next: null, checked, healed };
    }
  }
  const createdFrom = epochSeconds(plusMilliseconds(context.now(), -LOOK_BACK[list]));
  const page = await pageOf(desk.provider, list, { account, createdFrom, after: step.after });
  const handled: Handled[] = [];
  for (const fact of page.facts) {
    const results = await handleFact(context, desk, school, fact);
    handled.push(...results);
  }
  const healedHere = handled.filter(({ outcome }) => ['done', 'suspended'].includes(outcome));
  const checked = step.checked + page.facts.length;
  const healed = step.healed + healedHere.length;
  const following = LISTS[LISTS.indexOf(list) + 1];
  const { schoolId } = step;
  const base = { schoolId, account, checked, healed };
  const next =
    page.next !== null
      ? { ...base, list, after: page.next }
      : following === undefined
        ? null
        : { ...base, list: following };
  return { handled, next, checked, healed };
}

/**
 * What the provider says of the account today; false when it lets us in no more. That may be a wrong
 * key of ours: only the provider's own event gives an account up for good.
 */
async function refreshAccount(
  context: Context,
  provider: Pick<PaymentProvider, 'accountState'>,
  schoolId: string,
  account: string,
): Promise<boolean> {
  try {
    const state = await provider.accountState(account);
    const at = epochSeconds(context.now());
    await updateAccount(context, schoolId, { kind: 'account', ...state, at });
    return true;
  } catch (error) {
    if (!(error instanceof ProviderRefused)) throw error;
    return false;
  }
}

async function pageOf(
  provider: Lists,
  list: ReconcileStep['list'],
  options: ListOptions,
): Promise<{ facts: ProviderFact[]; next: string | null }> {
  const { account } = options;
  switch (list) {
    case 'payments': {
      const { items, next } = await provider.listPayments(options);
      return { facts: items.filter(({ succeeded }) => succeeded).map(paymentFact(account)), next };
    }
    case 'refunds': {
      const { items, next } = await provider.listRefunds(options);
      return { facts: items.map((item) => ({ ...item, kind: 'refund', account })), next };
    }
    case 'disputes': {
      const { items, next } = await provider.listDisputes(options);
      const facts = items.flatMap(({ status, paymentIntentId, ...item }) => {
        const moved = disputeMove(status);
        if (moved === null || paymentIntentId === null) return [];
        return [{ ...item, kind: 'dispute' as const, account, paymentIntentId, moved }];
      });
      return { facts, next };
    }
  }
}

function paymentFact(account: string) {
  return ({
    paymentIntentId,
    amount,
    currency,
    created: at,
    reference,
  }: ListedPayment): ProviderFact => {
    const { schoolId = null, invoiceId = null, attempt = null } = reference;
    return {
      ...{ kind: 'payment', account, paymentIntentId, sessionId: null, amount, currency, at },
      reference: { schoolId, invoiceId, attempt },
    };
  };
}
