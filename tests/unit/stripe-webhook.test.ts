import fc from 'fast-check';
import Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { ok } from '../../functions/shared/answer.ts';
import { rawHandler } from '../../functions/shared/raw-handler.ts';
import { factsOf, isHandled, stripeEvent } from '../../functions/shared/stripe-events.ts';
import { isSigned } from '../../functions/shared/stripe-signature.ts';
import { eventsOf } from '../support/ledger-events.ts';

const SECRETS = ['whsec_platform_platform', 'whsec_connect_connect_co'];
const NOW = 1_795_420_800;
const BODY = JSON.stringify({ id: 'evt_1', type: 'ping', name: 'Åse' }, null, 2);

/** The header as Stripe's own SDK writes it. */
const signed = (payload: string, secret: string, timestamp = NOW) =>
  Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp } as never);
const check = (header: string | undefined, body = BODY) =>
  isSigned(Buffer.from(body), header, SECRETS, NOW);

describe('a delivery of Stripe’s', () => {
  it('is taken when any of the secrets signed it, up to 300 s from now', () => {
    for (const secret of SECRETS) expect(check(signed(BODY, secret))).toBe(true);
    expect(check(signed(BODY, SECRETS[1] ?? '', NOW - 300))).toBe(true);
    expect(check(signed(BODY, SECRETS[1] ?? '', NOW + 300))).toBe(true);
  });

  it('is taken when one of several signatures is right, as while a secret is rolled', () => {
    const [right, wrong] = [signed(BODY, SECRETS[0] ?? ''), signed(BODY, 'whsec_of_yesterday')];

    expect(check(`${wrong},${right.split(',')[1]}`)).toBe(true);
  });

  it.each([
    ['without a header', undefined],
    ['with an empty one', ''],
    ['of another secret', signed(BODY, 'whsec_of_somebody_else')],
    ['301 s old', signed(BODY, SECRETS[0] ?? '', NOW - 301)],
    ['301 s ahead', signed(BODY, SECRETS[0] ?? '', NOW + 301)],
    ['without a time', signed(BODY, SECRETS[0] ?? '').split(',')[1]],
    ['without a signature', `t=${NOW}`],
    ['of another scheme', signed(BODY, SECRETS[0] ?? '').replace('v1=', 'v0=')],
  ])('is refused %s', (_what, header) => {
    expect(check(header)).toBe(false);
  });

  it('is refused with an altered byte, and re-serialised', () => {
    const header = signed(BODY, SECRETS[0] ?? '');

    expect(check(header, BODY.replace('ping', 'pong'))).toBe(false);
    expect(check(header, JSON.stringify(JSON.parse(BODY)))).toBe(false);
    expect(check(header, `${BODY} `)).toBe(false);
  });

  it('is refused, and never more than that, whatever the header', () => {
    fc.assert(fc.property(fc.string(), (header) => check(header) === false));
    fc.assert(fc.property(fc.string(), (text) => check(`t=${NOW},v1=${text}`) === false));
  });

  it('is verified on the bytes that base64 stands for', async () => {
    const seen: Buffer[] = [];
    const handler = rawHandler(async ({ body }) => {
      seen.push(body);
      return ok({});
    });
    const requestContext = { requestId: 'r', http: { method: 'POST' } };
    const event = { headers: {}, requestContext };

    await handler({ ...event, body: BODY, isBase64Encoded: false } as never, {} as never);
    const encoded = Buffer.from(BODY).toString('base64');
    await handler({ ...event, body: encoded, isBase64Encoded: true } as never, {} as never);

    expect(seen).toEqual([Buffer.from(BODY), Buffer.from(BODY)]);
  });
});

const factsIn = (type: string, object: object, over: object = {}) =>
  factsOf(
    stripeEvent.parse({
      ...{ id: 'evt_1', type, account: 'acct_1', livemode: false, created: NOW },
      data: { object },
      ...over,
    }),
  );
const story = {
  ...{ n: 1, account: 'acct_1', sessionId: 'cs_1', amount: 50_000, delayed: true },
  ...{ reference: { invoiceId: 'inv_1' }, refunds: [100, 200] },
  dispute: { amount: 300, won: true },
};

describe('an event of Stripe’s', () => {
  it('becomes facts without anything personal', () => {
    const events = eventsOf(story) as { type: string }[];
    const facts = events
      .filter(({ type }) => isHandled(type))
      .map((event) => [event.type, factsOf(stripeEvent.parse(event)).map(({ kind }) => kind)]);

    expect(facts).toContainEqual(['checkout.session.completed', ['attempt']]);
    expect(facts).toContainEqual(['checkout.session.async_payment_succeeded', ['payment']]);
    expect(facts).toContainEqual(['payment_intent.succeeded', ['payment']]);
    expect(facts).toContainEqual(['charge.refunded', ['refund', 'charge_refunded']]);
    expect(facts).toContainEqual(['charge.dispute.closed', ['dispute']]);
  });

  it('of a payment carries what was received, in capitals, and what it refers to', () => {
    const intent = { id: 'pi_1', amount: 500, amount_received: 400, currency: 'dkk' };

    const facts = factsIn('payment_intent.succeeded', {
      ...intent,
      metadata: { invoiceId: 'inv_1', attempt: '0001', customer: 'Åse' },
      receipt_email: 'aase@example.dk',
    });

    expect(facts).toEqual([
      {
        ...{ kind: 'payment', account: 'acct_1', paymentIntentId: 'pi_1', sessionId: null },
        ...{ amount: 400, currency: 'DKK', at: NOW },
        reference: { schoolId: null, invoiceId: 'inv_1', attempt: '0001' },
      },
    ]);
  });

  it('of an inquiry moves no money, and of nothing to pay neither', () => {
    const inquiry = { id: 'dp_1', payment_intent: 'pi_1', amount: 5, currency: 'dkk' };
    const free = { id: 'cs_1', payment_status: 'no_payment_required' };

    expect(
      factsIn('charge.dispute.created', { ...inquiry, status: 'warning_needs_response' }),
    ).toEqual([]);
    expect(factsIn('checkout.session.completed', free)).toEqual([]);
  });

  it.each([
    [
      'an amount of nothing',
      'payment_intent.succeeded',
      { id: 'pi_1', amount: 0, currency: 'dkk' },
    ],
    ['a fraction', 'payment_intent.succeeded', { id: 'pi_1', amount: 1.5, currency: 'dkk' }],
    [
      'an id that would break a key',
      'payment_intent.succeeded',
      { id: 'pi#1', amount: 1, currency: 'dkk' },
    ],
    ['no object', 'refund.created', undefined],
    [
      'a status nobody knows',
      'refund.created',
      { id: 're_1', amount: 1, currency: 'dkk', status: 'x' },
    ],
  ])('with %s is not read', (_what, type, object) => {
    expect(() => factsIn(type, object as never)).toThrow();
  });

  it('of no account tells of nobody', () => {
    expect(factsIn('account.updated', {}, { account: null })).toEqual([]);
    expect(factsIn('account.updated', {}, { account: 'acct#1' })).toEqual([]);
  });
});
