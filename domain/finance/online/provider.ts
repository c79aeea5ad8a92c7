import type { RefundFact, RefundStatus } from './facts.ts';

/** What a school's account at the provider can do, as the provider tells it. */
export type AccountState = {
  account: string;
  chargesEnabled: boolean;
  payoutsEnabled: boolean;
  detailsSubmitted: boolean;
};

export type NewCheckout = {
  account: string;
  /** minor units, and the currency in capitals */
  amount: number;
  currency: string;
  /** one line that the payer reads */
  description: string;
  /** where the payer comes back to, paid or not */
  returnUrl: string;
  /** seconds since 1970 */
  expiresAt: number;
  /** travels with the session and its payment, and comes back with every event */
  reference: Record<string, string>;
};

export type NewRefund = {
  account: string;
  paymentIntentId: string;
  amount: number;
  reference: Record<string, string>;
};

/** A page of a list, newest first; `next` is what to ask for the page after it. */
export type ProviderPage<Item> = { items: Item[]; next: string | null };
export type ListOptions = { account: string; createdFrom: number; after?: string | undefined };

/** Money as the provider's own lists know it. */
export type ListedPayment = {
  paymentIntentId: string;
  chargeId: string | null;
  succeeded: boolean;
  amount: number;
  currency: string;
  created: number;
  reference: Record<string, string>;
};
export type ListedRefund = Omit<RefundFact, 'kind' | 'account'>;
export type ListedDispute = {
  disputeId: string;
  paymentIntentId: string | null;
  chargeId: string | null;
  amount: number;
  currency: string;
  status: string;
};

/**
 * Where schools are paid online. Every writing call carries a key under which the provider does it
 * once, however often it is asked.
 *
 * Each throws `DomainError` `unavailable` when the provider is down or silent (whether it did it is
 * then unknown), `in_progress` when it is still busy with the same key, and `ProviderRefused`.
 */
export type PaymentProvider = {
  createAccount(
    school: { schoolId: string; country: string },
    key: string,
  ): Promise<{ account: string }>;
  onboardingLink(account: string, returnUrl: string): Promise<{ url: string }>;
  accountState(account: string): Promise<AccountState>;
  createCheckout(
    checkout: NewCheckout,
    key: string,
  ): Promise<{ sessionId: string; url: string; expiresAt: number }>;
  /** Ends a session; one that has ended already is left as it is. */
  expireCheckout(account: string, sessionId: string): Promise<void>;
  refund(refund: NewRefund, key: string): Promise<{ refundId: string; status: RefundStatus }>;
  refundsOf(account: string, paymentIntentId: string): Promise<ListedRefund[]>;
  listPayments(options: ListOptions): Promise<ProviderPage<ListedPayment>>;
  listRefunds(options: ListOptions): Promise<ProviderPage<ListedRefund>>;
  listDisputes(options: ListOptions): Promise<ProviderPage<ListedDispute>>;
};

/** The provider understood and will not: asking again the same way is of no use. */
export class ProviderRefused extends Error {
  override readonly name = 'ProviderRefused';
  /** the provider's own word for it, such as `charge_already_refunded` */
  readonly code: string;

  constructor(code: string, cause?: unknown) {
    super(`the payment provider refused: ${code}`, { cause });
    this.code = code;
  }
}
