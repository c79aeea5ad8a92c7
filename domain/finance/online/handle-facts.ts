import type { Context } from '../../store/context.ts';
import type { FinanceSchool } from '../books.ts';
import type { Handled, MoneyFact, Notice, ProviderFact } from './facts.ts';
import { findSchoolOfAccount, updateAccount } from './payment-account.ts';
import { postAttempt } from './post-attempt.ts';
import { postChargeRefunded } from './post-charge-refunded.ts';
import { postDispute } from './post-dispute.ts';
import { postPayment } from './post-payment.ts';
import { postRefund } from './post-refund.ts';
import type { PaymentProvider } from './provider.ts';
import { forget, readWaiting } from './waiting.ts';
import type { WaitingFactRow } from './waiting-fact.entity.ts';

export type FactsDesk = {
  /** whether this stage moves real money; what tells of the other kind is counted and left */
  livemode: boolean;
  /** the school's facts for the books */
  readSchool(schoolId: string): Promise<FinanceSchool>;
  provider: Pick<PaymentProvider, 'refundsOf'>;
};

/** Why a notice was left alone, for the count. */
export type Ignored = 'other_mode' | 'unknown_account';
export type NoticeResult = { handled: Handled[]; ignored?: Ignored };

/**
 * Carries out what an event tells. The account decides the school; nothing inside the event does.
 * Repeatable at any point: each fact is booked once however often its event comes.
 */
export async function handleNotice(
  context: Context,
  desk: FactsDesk,
  notice: Notice,
): Promise<NoticeResult> {
  if (notice.livemode !== desk.livemode) return { handled: [], ignored: 'other_mode' };
  const schoolId =
    notice.account === null ? null : await findSchoolOfAccount(context.store, notice.account);
  if (schoolId === null) return { handled: [], ignored: 'unknown_account' };
  const school = await desk.readSchool(schoolId);
  const handled: Handled[] = [];
  for (const fact of notice.facts) handled.push(...(await handleFact(context, desk, school, fact)));
  return { handled };
}

/** One fact, and what had waited for it. */
export async function handleFact(
  context: Context,
  desk: Pick<FactsDesk, 'provider'>,
  school: FinanceSchool,
  fact: ProviderFact,
): Promise<Handled[]> {
  switch (fact.kind) {
    case 'attempt':
      return [await postAttempt(context, school, fact)];
    case 'account':
    case 'deauthorized':
      return [await updateAccount(context, school.schoolId, fact)];
    case 'payment': {
      const handled = await postPayment(context, school, fact);
      // Known, too: the process that booked it may have died before it looked.
      const waited = await handleWaiting(context, desk, school, fact.paymentIntentId);
      return [handled, ...waited];
    }
    default:
      return [await handleMoney(context, desk, school, fact)];
  }
}

/** Looks again at everything that waits for a payment. */
export async function handleWaiting(
  context: Context,
  desk: Pick<FactsDesk, 'provider'>,
  school: FinanceSchool,
  paymentIntentId: string,
): Promise<Handled[]> {
  const waiting = await readWaiting(context, school.schoolId, paymentIntentId);
  // Refunds by name come before totals of them, which then find nothing left to look up.
  const last = (row: WaitingFactRow) => Number(row.fact.kind === 'charge_refunded');
  const handled: Handled[] = [];
  for (const row of waiting.toSorted((a, b) => last(a) - last(b))) {
    const result = await handleMoney(context, desk, school, row.fact);
    if (result.outcome !== 'waiting') await forget(context, row);
    handled.push(result);
  }
  return handled;
}

function handleMoney(
  context: Context,
  { provider }: Pick<FactsDesk, 'provider'>,
  school: FinanceSchool,
  fact: MoneyFact,
): Promise<Handled> {
  switch (fact.kind) {
    case 'payment':
      return postPayment(context, school, fact);
    case 'refund':
      return postRefund(context, school, fact);
    case 'charge_refunded':
      return postChargeRefunded(context, school, fact, provider);
    case 'dispute':
      return postDispute(context, school, fact);
  }
}
