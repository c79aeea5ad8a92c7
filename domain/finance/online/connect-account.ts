import type { Context } from '../../store/context.ts';
import { findReplay } from '../../store/idempotency.ts';
import { create, replace } from '../../store/write.ts';
import {
  accountSchoolEntity,
  type PaymentAccountRow,
  paymentAccountEntity,
} from './payment-account.entity.ts';
import { readPaymentAccount } from './payment-account.ts';
import type { PaymentProvider } from './provider.ts';

type Connecting = Pick<PaymentProvider, 'createAccount' | 'onboardingLink'>;

/**
 * Connects a school to the payment provider: an account of its own, made once, and a link to where
 * its administrator tells about the business. Asked again it gives a new link to the same account;
 * after a deauthorization, to a new one.
 *
 * Claimed first, so that a retry after a lost answer asks under the same key:
 *
 *   claim generation 1 ─ provider makes acct_1 ─ answer lost │ retry: generation 1 ─ acct_1 again
 */
export async function connectAccount(
  context: Context,
  school: { schoolId: string; country: string },
  provider: Connecting,
  returnUrl: string,
): Promise<{ onboardingUrl: string }> {
  const replay =
    context.idempotency && (await findReplay(context.store, context.idempotency, context.now()));
  if (replay) return replay.result as { onboardingUrl: string };
  const { schoolId } = school;
  const claimed = await claim(context, schoolId);
  const key = `account_${schoolId}_${claimed.generation}`;
  const account = claimed.account ?? (await provider.createAccount(school, key)).account;
  if (claimed.account === undefined) await keep(context, claimed, account);
  const { url } = await provider.onboardingLink(account, returnUrl);
  // A link works once and for minutes: a replay of it would be of no use.
  return { onboardingUrl: url };
}

async function claim(context: Context, schoolId: string): Promise<PaymentAccountRow> {
  const { store } = context;
  return store.transact(withoutReplay(context), async () => {
    const row = await readPaymentAccount(store, schoolId);
    if (row && row.status !== 'deauthorized') return { writes: [], result: row };
    const { account: _, ...kept } = row ?? {};
    const next: PaymentAccountRow = {
      ...kept,
      ...{ schoolId, generation: (row?.generation ?? 0) + 1, status: 'onboarding', toldAt: 0 },
      ...{ chargesEnabled: false, payoutsEnabled: false },
      createdAt: row?.createdAt ?? context.now(),
      version: (row?.version ?? 0) + 1,
    };
    const write = row
      ? replace(paymentAccountEntity, next)
      : create(paymentAccountEntity.create(next));
    return { writes: [write], result: next };
  });
}

/** Writes the account down, with the row that finds the school by it. */
async function keep(context: Context, claimed: PaymentAccountRow, account: string): Promise<void> {
  const { store } = context;
  const { schoolId } = claimed;
  await store.transact(withoutReplay(context), async () => {
    const [row, lookup] = await store.getAll(
      [paymentAccountEntity, paymentAccountEntity.get({ schoolId })],
      [accountSchoolEntity, accountSchoolEntity.get({ account })],
    );
    // Another request was faster with the same account.
    if (!row || row.generation !== claimed.generation || row.account !== undefined) {
      return { writes: [], result: null };
    }
    return {
      writes: [
        replace(paymentAccountEntity, { ...row, account, version: row.version + 1 }),
        ...(lookup ? [] : [create(accountSchoolEntity.create({ account, schoolId }))]),
      ],
      result: null,
    };
  });
}

/** The steps before the answer are each repeatable by themselves; only the last one answers. */
export function withoutReplay({ idempotency: _, ...context }: Context): Context {
  return context;
}
