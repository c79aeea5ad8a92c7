import { beforeAll, describe, expect, test } from 'vitest';
import { api } from './support/api.ts';
import { control } from './support/control.ts';
import {
  checkOut,
  eventOf,
  invoiceFor,
  moneyOf,
  newPaidSchool,
  signatureOf,
} from './support/online.ts';
import { enrol } from './support/people.ts';

const PATH = '/webhooks/stripe';
let now: number;
beforeAll(async () => {
  now = Math.floor((await control.now()).getTime() / 1_000);
});

const BODY = JSON.stringify(
  eventOf('acct_nobody', 'payment_intent.succeeded', { name: 'Åse' }),
  null,
  2,
);
const post = (body: string | Buffer, signature?: string, type?: string) =>
  api('POST', PATH, {
    raw: body,
    headers: {
      ...(signature !== undefined && { 'stripe-signature': signature }),
      ...(type !== undefined && { 'content-type': type }),
    },
  });

describe('the webhook of Stripe', () => {
  test.each<[string, string, (at: number) => string | undefined]>([
    ['no signature', BODY, () => undefined],
    ['a wrong one', BODY, (at) => signatureOf(BODY, at, 'whsec_of_somebody_else')],
    ['a body altered by a byte', BODY.replace('Åse', 'Ase'), (at) => signatureOf(BODY, at)],
    ['a body re-serialised', JSON.stringify(JSON.parse(BODY)), (at) => signatureOf(BODY, at)],
    // Some seconds beyond: the stack's clock goes on.
    ['a time too old', BODY, (at) => signatureOf(BODY, at - 301)],
    ['a time too far ahead', BODY, (at) => signatureOf(BODY, at + 330)],
    ['a header of nonsense', BODY, () => 't=x,v1=,,=,v1=zz'],
    ['what is no JSON', 'not json', (at) => signatureOf('not json', at)],
    ['what is no event', '[]', (at) => signatureOf('[]', at)],
    [
      'an event out of shape',
      out('refund.created'),
      (at) => signatureOf(out('refund.created'), at),
    ],
  ])('refuses %s with 400', async (_what, body, sign) => {
    now = Math.floor((await control.now()).getTime() / 1_000);

    const answer = await post(body, sign(now));

    expect(answer).toMatchObject({ status: 400, body: { status: 400 } });
  });

  test('takes what is signed, as text and in base64', async () => {
    const school = await newPaidSchool();
    const { id: personId } = await enrol(school);
    const invoiceId = await invoiceFor(school, { personId });
    const { body } = await checkOut(school, invoiceId, school.admin.token);
    now = Math.floor((await control.now()).getTime() / 1_000);
    const session = {
      ...{ id: body.sessionId, payment_intent: 'pi_by_hand', payment_status: 'paid' },
      ...{ amount_total: 55_000, currency: 'dkk' },
    };
    const paid = JSON.stringify(eventOf(school.account, 'checkout.session.completed', session));

    const text = await post(paid, signatureOf(paid, now));
    // Anything but text reaches the function in base64.
    const bytes = await post(paid, signatureOf(paid, now), 'application/octet-stream');
    await control.idle();

    expect([text.status, bytes.status]).toEqual([200, 200]);
    expect(await moneyOf(school, { personId })).toMatchObject({
      ...{ balance: 0, payments: [{ externalId: 'pi_by_hand' }] },
    });
  });
});

/** An event whose object lacks all that its type promises. */
function out(type: string): string {
  return JSON.stringify(eventOf('acct_1', type, {}));
}
