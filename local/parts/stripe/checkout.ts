import type { Books } from './books.ts';
import { badParameter } from './errors.ts';
import type { Form, FormValue } from './form.ts';
import type { LineItem, Metadata, Session } from './model.ts';

const HALF_AN_HOUR = 30 * 60;
const DAY = 24 * 60 * 60;
/** Stripe takes no card payment in kroner below this. */
const SMALLEST: Record<string, number> = { dkk: 250, sek: 300, nok: 300, eur: 50, usd: 50 };

/** Makes a session from the parameters of `POST /v1/checkout/sessions`, or refuses as Stripe does. */
export function createSession(books: Books, owner: string, form: Form, origin: string): Session {
  if (form.mode !== 'payment') throw badParameter('mode', 'Only mode=payment is known here.');
  const items = itemsOf(form.line_items);
  const currency = items[0]?.currency ?? '';
  if (items.some((item) => item.currency !== currency)) {
    throw badParameter('line_items', 'All line items must be in one currency.');
  }
  const total = items.reduce((sum, { unit_amount, quantity }) => sum + unit_amount * quantity, 0);
  if (total < (SMALLEST[currency] ?? 0)) {
    const message = `The Checkout Session's total amount must be at least ${SMALLEST[currency]}.`;
    throw badParameter('line_items', message, 'amount_too_small');
  }
  const intentData = (form.payment_intent_data ?? {}) as Form;
  const session = books.create('checkout.session', owner, {
    mode: 'payment',
    status: 'open',
    payment_status: 'unpaid',
    amount_total: total,
    currency,
    url: null,
    success_url: address(form, 'success_url'),
    cancel_url: address(form, 'cancel_url'),
    expires_at: expiry(form.expires_at, books.now()),
    payment_intent: null,
    client_reference_id: text(form.client_reference_id),
    metadata: metadataOf(form.metadata),
    intent_metadata: metadataOf(intentData.metadata),
    items,
  });
  return books.save({ ...session, url: `${origin}/c/pay/${session.id}` });
}

function itemsOf(value: FormValue | undefined): LineItem[] {
  if (!Array.isArray(value) || value.length === 0) {
    throw badParameter('line_items', 'You must provide at least one line item.');
  }
  return value.map((item, index) => {
    const { price_data: price, quantity } = item as Form;
    const { currency, unit_amount, product_data: product } = (price ?? {}) as Form;
    const name = text(((product ?? {}) as Form).name);
    const at = `line_items[${index}]`;
    if (!name) throw badParameter(`${at}[price_data][product_data][name]`, 'Missing name.');
    if (!/^[a-z]{3}$/.test(String(currency))) {
      throw badParameter(`${at}[price_data][currency]`, `Invalid currency: ${currency}`);
    }
    return {
      name,
      currency: String(currency),
      unit_amount: wholeNumber(unit_amount, `${at}[price_data][unit_amount]`),
      quantity: wholeNumber(quantity ?? '1', `${at}[quantity]`),
    };
  });
}

function expiry(value: FormValue | undefined, now: number): number {
  if (value === undefined) return now + DAY;
  const at = wholeNumber(value, 'expires_at');
  if (at < now + HALF_AN_HOUR || at > now + DAY) {
    const message = 'The `expires_at` timestamp must be between 30 minutes and 24 hours from now.';
    throw badParameter('expires_at', message);
  }
  return at;
}

function address(form: Form, name: string): string {
  const value = text(form[name]);
  if (!value || !URL.canParse(value)) throw badParameter(name, 'Not a valid URL', 'url_invalid');
  return value;
}

export function wholeNumber(value: FormValue | undefined, param: string): number {
  if (!/^\d{1,12}$/.test(String(value))) {
    throw badParameter(param, `Invalid integer: ${value}`, 'parameter_invalid_integer');
  }
  return Number(value);
}

export function text(value: FormValue | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

export function metadataOf(value: FormValue | undefined): Metadata {
  return Object.fromEntries(
    Object.entries((value ?? {}) as Form).map(([name, one]) => [name, String(one)]),
  );
}
