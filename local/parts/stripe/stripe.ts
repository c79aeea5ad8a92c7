import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { STRIPE_API_VERSION } from '../../../domain/finance/online/stripe-version.ts';
import type { ControlClock } from '../clock.ts';
import type { Faults } from '../faults.ts';
import { type Received, startFront } from '../front.ts';
import type { Answer, Part } from '../http.ts';
import { readJson, writeJson } from '../json-file.ts';
import type { RequestLog } from '../requests.ts';
import { createApi } from './api.ts';
import { Books, newId } from './books.ts';
import { Deliveries, type StripeEvent } from './deliveries.ts';
import { errorAnswer, json, StripeRefusal, stripeFault } from './errors.ts';
import { readForm } from './form.ts';
import { Idempotency } from './idempotency.ts';
import { type Account, type StripeObject, shown } from './model.ts';
import { onboardingPage, payPage, seeOther } from './pages.ts';
import { createPayer, type Payer } from './payer.ts';
import { createRefunds, type Refunds } from './refunds.ts';

/** What an operator would put into the two secrets. */
export type StripeKeys = { apiKey: string; platformSecret: string; connectSecret: string };

export type StripePart = Part & {
  keys: StripeKeys;
  payer: Payer;
  refunds: Refunds;
  /** the oldest connected account, made when there is none: the seeded school's, able to be paid */
  firstAccount(): string;
  deauthorize(account: string): void;
  /** Delivers an event of the caller's making; what it leaves out is filled in. */
  deliver(event: Record<string, unknown>): Promise<{ id: string; status: number }>;
  deliveries: Pick<Deliveries, 'pending' | 'dropped' | 'drop'>;
  /** where events go; told once there is an API */
  deliverTo(url: string): void;
  /** everything that waits happens now: expiries, banks, deliveries */
  makeDue(): void;
  /** events not accepted yet, and what banks have still to say */
  waiting(): number;
};

export type StripeOptions = {
  port?: number;
  dataDir?: string;
  clock: ControlClock;
  requests: RequestLog;
  faults: Faults;
};

const PLATFORM = 'acct_1PlatformStandIn';

/**
 * Stripe, as far as the product calls it: connected accounts and their onboarding, Checkout sessions
 * with a page a person can open, intents, refunds, disputes, lists, idempotency keys, and events
 * signed by the SDK and posted until accepted. Under the control clock, kept in `dataDir`.
 */
export async function startStripe(options: StripeOptions): Promise<StripePart> {
  const { dataDir, clock } = options;
  const keys = openKeys(dataDir);
  const books = new Books(clock, dataDir ? join(dataDir, 'stripe.jsonl') : null);
  let url: string | null = null;
  const deliveries = new Deliveries({ clock, secret: keys.connectSecret, url: () => url });
  const tell = (type: string, object: StripeObject) => {
    deliveries.add(eventOf(type, object.owner, shown(object), books.now()));
  };
  const payer = createPayer(books, tell);
  const refunds = createRefunds(books, tell);
  const idempotency = new Idempotency();
  let origin = '';
  const api = createApi({
    ...{ books, payer, refunds, idempotency },
    apiKey: keys.apiKey,
    apiVersion: STRIPE_API_VERSION,
    platform: PLATFORM,
    origin: () => origin,
  });

  const finishOnboarding = (id: string): Account => {
    const account = books.anywhere('account', id);
    if (!account) throw new StripeRefusal(404, `no account ${id}`);
    const enabled = books.save({
      ...account,
      charges_enabled: true,
      payouts_enabled: true,
      details_submitted: true,
      requirements: { currently_due: [], disabled_reason: null },
    });
    tell('account.updated', enabled);
    return enabled;
  };

  /** What a person's browser asks for. */
  const browse = ({ method, path, body }: Received): Answer => {
    const [, place, kind, id = '', act] = new URL(path, 'http://stripe').pathname.split('/');
    if (place === 'setup' && kind === 's') {
      if (method === 'POST') finishOnboarding(id);
      const account = books.anywhere('account', id);
      return onboardingPage(id, account?.charges_enabled ?? false);
    }
    const session = place === 'c' ? books.anywhere('checkout.session', id) : null;
    if (!session) return json(404, { message: 'no such page' });
    if (method !== 'POST') return payPage(session);
    const { card, delayed } = readForm(body.toString('utf8'));
    if (act === 'fail') {
      payer.fail(id);
      return seeOther(`/c/pay/${id}`);
    }
    const paid = payer.pay(id, { card: card as string, delayed: delayed === 'true' });
    const done = paid.session.status === 'complete';
    return seeOther(done ? paid.session.success_url : `/c/pay/${id}`);
  };

  const handle = async (received: Received): Promise<Answer> => {
    payer.expire();
    if (received.path.startsWith('/v1/')) return api(received);
    try {
      return browse(received);
    } catch (error) {
      if (error instanceof StripeRefusal) return errorAnswer(error);
      throw error;
    }
  };

  const front = await startFront({
    ...options,
    provider: 'stripe',
    handle,
    refuse: stripeFault,
    isApiCall: ({ path }) => path.startsWith('/v1/'),
  });
  origin = front.endpoint;
  return {
    ...front,
    ...{ keys, payer, refunds, deliveries },
    firstAccount() {
      const oldest = books.all('account').at(-1);
      if (oldest) return oldest.id;
      const account = books.create('account', '', {
        ...{ type: 'standard', country: 'DK', email: null, metadata: {} },
        ...{ charges_enabled: true, payouts_enabled: true, details_submitted: true },
        requirements: { currently_due: [], disabled_reason: null },
      });
      return account.id;
    },
    deauthorize(account) {
      const application = { id: 'ca_standin', object: 'application', name: 'Just Driving' };
      const type = 'account.application.deauthorized';
      deliveries.add(eventOf(type, account, application, books.now()));
    },
    async deliver(event) {
      const whole = { ...eventOf('unknown', '', {}, books.now()), account: undefined, ...event };
      return { id: String(whole.id), ...(await deliveries.now(whole)) };
    },
    deliverTo: (address) => {
      url = address;
    },
    waiting: () => deliveries.pending + refunds.waiting,
    makeDue() {
      payer.expire();
      if (deliveries.pending === 0) refunds.carryOutLater();
      deliveries.makeDue();
    },
    async stop() {
      deliveries.stop();
      await front.stop();
    },
  };
}

function eventOf(type: string, account: string, object: unknown, created: number): StripeEvent {
  return {
    id: newId('evt_1'),
    object: 'event',
    api_version: STRIPE_API_VERSION,
    created,
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
    account,
    data: { object },
  };
}

/** The keys are this data directory's own. */
function openKeys(dataDir: string | undefined): StripeKeys {
  const path = dataDir && join(dataDir, 'stripe-keys.json');
  const kept = path && readJson<StripeKeys>(path);
  if (kept) return kept;
  const secret = () => randomBytes(24).toString('hex');
  const keys = {
    apiKey: `sk_test_${secret()}`,
    platformSecret: `whsec_${secret()}`,
    connectSecret: `whsec_${secret()}`,
  };
  if (path) writeJson(path, keys);
  return keys;
}
