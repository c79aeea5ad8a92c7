import { STRIPE_API_VERSION } from '../../../domain/finance/online/stripe-version.ts';
import { signatureOf as sign } from '../../support/stripe-signature.ts';
import { api, apiOk } from './api.ts';
import { now } from './clock.ts';
import { control } from './control.ts';
import { newSchool, type Person, type School } from './people.ts';
import { stack } from './stack.ts';

export const dkk = (amount: number) => ({ amount, currency: 'DKK' });

/** A school that connected its account as an administrator does, and may be paid. */
export async function newPaidSchool(): Promise<School & { account: string }> {
  const school = await newSchool();
  const { token } = school.admin;
  const { body } = await apiOk('POST', `${school.path}/payment-account`, { token });
  await fetch(body.onboardingUrl, { method: 'POST' });
  await control.idle();
  const connected = await apiOk('GET', `${school.path}/payment-account`, { token });
  return { ...school, account: connected.body.accountId };
}

/** An issued invoice of one line; answers its id. */
export async function invoiceFor(
  { path, admin }: School,
  student: Pick<Person, 'personId'>,
  amount = 55_000,
): Promise<string> {
  const line = { description: 'Kørelektion', quantity: 1, unitPrice: dkk(amount), vatRate: 25 };
  const { body } = await apiOk('POST', `${path}/students/${student.personId}/invoices`, {
    body: { lines: [line] },
    token: admin.token,
  });
  return body.id;
}

export function checkOut({ path }: School, invoiceId: string, token: string) {
  return api('POST', `${path}/invoices/${invoiceId}/checkout`, { token });
}

/** Balance and ledger, newest first: kind, amount, the provider's name. */
export async function moneyOf({ path, admin }: School, student: Pick<Person, 'personId'>) {
  const at = `${path}/students/${student.personId}`;
  const { token } = admin;
  const [balance, ledger, payments] = [
    await apiOk('GET', `${at}/balance`, { token }),
    await apiOk('GET', `${at}/ledger`, { token }),
    await apiOk('GET', `${at}/payments`, { token }),
  ];
  return {
    balance: balance.body.balance.amount as number,
    ledger: ledger.body.items.map((entry: { kind: string; amount: { amount: number } }) => [
      entry.kind,
      entry.amount.amount,
    ]) as [string, number][],
    payments: payments.body.items as { id: string; externalId: string; version: number }[],
  };
}

type Paid = { paymentIntent: { id: string; latest_charge: string; amount: number } };

/** What the payer, the bank and Stripe do. */
export const stripe = {
  pay: (sessionId: string, body: object = {}) =>
    control.stripe<Paid>(`checkout/${sessionId}/pay`, body),
  fail: (sessionId: string) => control.stripe(`checkout/${sessionId}/fail`, {}),
  event: (event: object) => control.stripe<{ id: string; status: number }>('events', event),
  drop: (drop: boolean) => control.stripe('deliveries', { drop }),
  dispute: (paymentIntent: string) => control.stripe<{ id: string }>('disputes', { paymentIntent }),
  closeDispute: (id: string, status: 'won' | 'lost') =>
    control.stripe(`disputes/${id}/close`, { status }),
};

/** An event as Stripe's connected accounts send it. */
export function eventOf(account: string, type: string, object: object, over: object = {}) {
  return {
    ...{ id: `evt_${Math.random().toString(36).slice(2)}`, object: 'event', type, account },
    ...{ api_version: STRIPE_API_VERSION, livemode: false, data: { object } },
    created: Math.floor(now() / 1_000),
    ...over,
  };
}

/** The header that Stripe signs a body with, by default with the stack's own secret. */
export function signatureOf(body: string, at: number, secret = stack().secrets.stripeWebhook) {
  return sign(body, at, secret ?? '');
}
