/** Stripe's objects, as far as the product reads them. Amounts in minor units, times in seconds. */
type Common = {
  id: string;
  created: number;
  livemode: false;
  /** the connected account it belongs to; no field of Stripe's */
  owner: string;
};

export type Metadata = Record<string, string>;

export type Account = Common & {
  object: 'account';
  type: 'standard';
  country: string;
  email: string | null;
  charges_enabled: boolean;
  payouts_enabled: boolean;
  details_submitted: boolean;
  requirements: { currently_due: string[]; disabled_reason: string | null };
  metadata: Metadata;
};

export type LineItem = { name: string; currency: string; unit_amount: number; quantity: number };

export type Session = Common & {
  object: 'checkout.session';
  mode: 'payment';
  status: 'open' | 'complete' | 'expired';
  payment_status: 'unpaid' | 'paid';
  amount_total: number;
  currency: string;
  url: string | null;
  success_url: string;
  cancel_url: string;
  expires_at: number;
  payment_intent: string | null;
  client_reference_id: string | null;
  metadata: Metadata;
  /** not Stripe's: what the payment intent is made with, and what the page shows */
  intent_metadata: Metadata;
  items: LineItem[];
};

export type Intent = Common & {
  object: 'payment_intent';
  amount: number;
  amount_received: number;
  currency: string;
  status: 'requires_payment_method' | 'processing' | 'succeeded';
  latest_charge: string | null;
  metadata: Metadata;
  last_payment_error: { code: string; decline_code?: string; message: string } | null;
};

export type Charge = Common & {
  object: 'charge';
  amount: number;
  amount_refunded: number;
  currency: string;
  status: 'succeeded' | 'failed' | 'pending';
  paid: boolean;
  refunded: boolean;
  disputed: boolean;
  payment_intent: string;
  metadata: Metadata;
  /** not Stripe's: the test card, which decides what becomes of its refunds */
  card: string;
};

export type Refund = Common & {
  object: 'refund';
  amount: number;
  currency: string;
  status: 'pending' | 'succeeded' | 'failed';
  failure_reason?: string;
  charge: string;
  payment_intent: string;
  reason: string | null;
  metadata: Metadata;
};

export type Dispute = Common & {
  object: 'dispute';
  amount: number;
  currency: string;
  status: 'needs_response' | 'won' | 'lost';
  reason: string;
  charge: string;
  payment_intent: string;
  metadata: Metadata;
};

export type StripeObject = Account | Session | Intent | Charge | Refund | Dispute;
export type ObjectKind = StripeObject['object'];
export type ObjectOf<K extends ObjectKind> = Extract<StripeObject, { object: K }>;

/** Prefixes of ids, as Stripe spells them. */
export const PREFIXES: Record<ObjectKind, string> = {
  account: 'acct_1',
  'checkout.session': 'cs_test_a1',
  payment_intent: 'pi_3',
  charge: 'ch_3',
  refund: 're_3',
  dispute: 'dp_1',
};

const OWN_FIELDS = ['owner', 'intent_metadata', 'items', 'card'];

/** The object as the API and events show it. */
export function shown(object: StripeObject): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !OWN_FIELDS.includes(name)));
}

/** Test cards with a fate, by Stripe's own numbers (docs.stripe.com/testing). */
export const CARDS = {
  plain: '4242424242424242',
  declined: '4000000000000002',
  disputed: '4000000000000259',
  refundSucceedsLater: '4000000000007726',
  refundFailsLater: '4000000000005126',
} as const;
