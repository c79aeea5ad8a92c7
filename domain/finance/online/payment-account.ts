import type { Context } from '../../store/context.ts';
import type { Store } from '../../store/store.ts';
import { replace } from '../../store/write.ts';
import type { AccountFact, DeauthorizedFact, Handled } from './facts.ts';
import {
  type AccountStatus,
  accountSchoolEntity,
  type PaymentAccountRow,
  paymentAccountEntity,
} from './payment-account.entity.ts';
import type { AccountState } from './provider.ts';

/** A school's account as it is shown. */
export type PaymentAccount = {
  state: AccountStatus | 'not_connected';
  accountId: string | null;
  chargesEnabled: boolean;
  payoutsEnabled: boolean;
  version: number;
};

export function paymentAccountView(row: PaymentAccountRow | null): PaymentAccount {
  if (row?.account === undefined) {
    return {
      ...{ state: 'not_connected', accountId: null },
      ...{ chargesEnabled: false, payoutsEnabled: false, version: row?.version ?? 0 },
    };
  }
  const { account: accountId, status: state, chargesEnabled, payoutsEnabled, version } = row;
  return { state, accountId, chargesEnabled, payoutsEnabled, version };
}

export function readPaymentAccount(
  store: Store,
  schoolId: string,
): Promise<PaymentAccountRow | null> {
  return store.get(paymentAccountEntity, paymentAccountEntity.get({ schoolId }));
}

/** The school that an account is or was; null for one that is none of ours. */
export async function findSchoolOfAccount(store: Store, account: string): Promise<string | null> {
  const row = await store.get(accountSchoolEntity, accountSchoolEntity.get({ account }));
  return row?.schoolId ?? null;
}

function statusOf({
  chargesEnabled,
  detailsSubmitted,
}: Omit<AccountState, 'account'>): AccountStatus {
  if (chargesEnabled) return 'active';
  return detailsSubmitted ? 'restricted' : 'onboarding';
}

/**
 * Takes over what the provider says of an account. Events come in any order: an older one changes
 * nothing, and one about an account that the school has given up neither.
 */
export async function updateAccount(
  context: Context,
  schoolId: string,
  fact: AccountFact | DeauthorizedFact,
): Promise<Handled> {
  const { store } = context;
  return store.transact<Handled>(context, async () => {
    const row = await readPaymentAccount(store, schoolId);
    if (row?.account !== fact.account) return { writes: [], result: { outcome: 'ignored' } };
    const next = fact.kind === 'deauthorized' ? deauthorized(row) : told(row, fact);
    if (next === row) return { writes: [], result: { outcome: 'known' } };
    return {
      writes: [replace(paymentAccountEntity, { ...next, version: row.version + 1 })],
      result: { outcome: 'done' },
    };
  });
}

/** For good: who connects again gets a new account. */
function deauthorized(row: PaymentAccountRow): PaymentAccountRow {
  if (row.status === 'deauthorized') return row;
  return { ...row, status: 'deauthorized', chargesEnabled: false, payoutsEnabled: false };
}

function told(row: PaymentAccountRow, fact: AccountFact): PaymentAccountRow {
  if (row.status === 'deauthorized' || fact.at < row.toldAt) return row;
  const { chargesEnabled, payoutsEnabled, at: toldAt } = fact;
  const status = statusOf(fact);
  const same =
    row.status === status &&
    row.chargesEnabled === chargesEnabled &&
    row.payoutsEnabled === payoutsEnabled;
  return same ? row : { ...row, status, chargesEnabled, payoutsEnabled, toldAt };
}
