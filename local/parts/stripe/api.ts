import type { Received } from '../front.ts';
import type { Answer } from '../http.ts';
import type { Books } from './books.ts';
import { createSession, metadataOf, text, wholeNumber } from './checkout.ts';
import { badParameter, errorAnswer, json, missing, StripeRefusal } from './errors.ts';
import { type Form, namesIn, readForm } from './form.ts';
import type { Idempotency } from './idempotency.ts';
import { type Account, type ObjectKind, type StripeObject, shown } from './model.ts';
import type { Payer } from './payer.ts';
import type { Refunds } from './refunds.ts';

export type ApiOptions = {
  books: Books;
  payer: Payer;
  refunds: Refunds;
  idempotency: Idempotency;
  apiKey: string;
  /** the one version of the API that this stand-in speaks */
  apiVersion: string;
  platform: string;
  origin: () => string;
};

type Call = { owner: string; form: Form; id: string };
type Endpoint = { takes: readonly string[]; run(call: Call): unknown };

/** The part of Stripe's API that the product calls. Anything else is 501, and shows in the log. */
export function createApi(options: ApiOptions) {
  const { books, refunds, payer, origin } = options;
  const one =
    (kind: ObjectKind): Endpoint['run'] =>
    ({ owner, id }) =>
      shown(books.get(kind, owner, id));

  const endpoints: Record<string, Endpoint> = {
    'POST /v1/accounts': {
      takes: ['type', 'country', 'email', 'metadata.*'],
      run: ({ form }) => shown(newAccount(books, form)),
    },
    'GET /v1/accounts/*': {
      takes: [],
      run: ({ id }) => {
        const account = books.anywhere('account', id);
        // Stripe does not say which of the two it is.
        if (!account) throw missing('account', id);
        return shown(account);
      },
    },
    'POST /v1/account_links': {
      takes: ['account', 'refresh_url', 'return_url', 'type'],
      run: ({ form }) => {
        const account = books.anywhere('account', text(form.account) ?? '');
        if (!account) throw missing('account', text(form.account) ?? '');
        const created = books.now();
        const url = `${origin()}/setup/s/${account.id}`;
        return { object: 'account_link', created, expires_at: created + 300, url };
      },
    },
    'POST /v1/checkout/sessions': {
      takes: [
        ...['mode', 'success_url', 'cancel_url', 'expires_at', 'client_reference_id', 'locale'],
        ...['line_items.quantity', 'line_items.price_data.currency', 'customer_email'],
        ...['line_items.price_data.unit_amount', 'line_items.price_data.product_data.name'],
        ...['metadata.*', 'payment_intent_data.metadata.*'],
      ],
      run: ({ owner, form }) => shown(createSession(books, owner, form, origin())),
    },
    'GET /v1/checkout/sessions/*': { takes: [], run: one('checkout.session') },
    'POST /v1/checkout/sessions/*/expire': {
      takes: [],
      run: ({ owner, id }) => {
        const session = books.get('checkout.session', owner, id);
        if (session.status !== 'open') {
          throw new StripeRefusal(
            400,
            `Only Checkout Sessions with a status in ["open"] can be expired.`,
          );
        }
        return shown(payer.close(session));
      },
    },
    'GET /v1/payment_intents/*': { takes: [], run: one('payment_intent') },
    'POST /v1/refunds': {
      takes: ['payment_intent', 'amount', 'reason', 'metadata.*'],
      run: ({ owner, form }) =>
        shown(
          refunds.create(owner, {
            intent: text(form.payment_intent) ?? '',
            ...(form.amount !== undefined && { amount: wholeNumber(form.amount, 'amount') }),
            reason: text(form.reason),
            metadata: metadataOf(form.metadata),
          }),
        ),
    },
    'GET /v1/refunds/*': { takes: [], run: one('refund') },
    ...lists(books, {
      payment_intents: ['payment_intent', []],
      refunds: ['refund', ['payment_intent', 'charge']],
      disputes: ['dispute', ['payment_intent', 'charge']],
    }),
  };

  return async function handle(received: Received): Promise<Answer> {
    try {
      return await answer(options, endpoints, received);
    } catch (error) {
      if (error instanceof StripeRefusal) return errorAnswer(error);
      throw error;
    }
  };
}

async function answer(
  { books, idempotency, apiKey, apiVersion, platform }: ApiOptions,
  endpoints: Record<string, Endpoint>,
  { method, path, headers, body }: Received,
): Promise<Answer> {
  if (headers.authorization !== `Bearer ${apiKey}`) {
    throw new StripeRefusal(401, 'Invalid API Key provided');
  }
  const version = headers['stripe-version'];
  if (version !== undefined && version !== apiVersion) {
    throw new StripeRefusal(400, `Invalid Stripe API version: ${version}`);
  }
  const owner = headers['stripe-account'] ?? platform;
  if (owner !== platform && !books.anywhere('account', owner)) {
    const message = `The provided key does not have access to account '${owner}' (or that account does not exist).`;
    throw new StripeRefusal(403, message, { code: 'account_invalid' });
  }
  const url = new URL(path, 'http://stripe');
  const form = readForm(method === 'GET' ? url.search.slice(1) : body.toString('utf8'));
  const found = find(endpoints, method, url.pathname);
  if (!found) {
    throw new StripeRefusal(501, `This stand-in does not know ${method} ${url.pathname}.`, {
      type: 'api_error',
    });
  }
  const { endpoint, id } = found;
  for (const name of namesIn(form)) {
    const known = endpoint.takes.some((one) =>
      one.endsWith('.*') ? name.startsWith(one.slice(0, -1)) : one === name,
    );
    if (!known) {
      throw badParameter(name, `Received unknown parameter: ${name}`, 'parameter_unknown');
    }
  }
  const run = () => json(200, endpoint.run({ owner, form, id }));
  const key = method === 'POST' ? headers['idempotency-key'] : undefined;
  return key ? idempotency.once({ owner, key, asked: `${url.pathname}\n${body}` }, run) : run();
}

function find(endpoints: Record<string, Endpoint>, method: string, pathname: string) {
  for (const [route, endpoint] of Object.entries(endpoints)) {
    const pattern = new RegExp(`^${route.replaceAll('*', '([^/]+)')}$`);
    const match = pattern.exec(`${method} ${pathname}`);
    if (match) return { endpoint, id: decodeURIComponent(match[1] ?? '') };
  }
  return null;
}

type Listing = [kind: 'payment_intent' | 'refund' | 'dispute', filters: readonly string[]];

function lists(books: Books, listings: Record<string, Listing>): Record<string, Endpoint> {
  return Object.fromEntries(
    Object.entries(listings).map(([name, [kind, filters]]) => [
      `GET /v1/${name}`,
      {
        takes: ['limit', 'starting_after', 'created.*', ...filters],
        run: ({ owner, form }: Call) =>
          pageOf(books.all(kind, owner), form, filters, `/v1/${name}`),
      },
    ]),
  );
}

/** Newest first, at most 100, `starting_after` the last one seen. */
function pageOf(all: readonly StripeObject[], form: Form, filters: readonly string[], url: string) {
  const limit = form.limit === undefined ? 10 : wholeNumber(form.limit, 'limit');
  if (limit < 1 || limit > 100) throw badParameter('limit', 'This value must be 1 to 100.');
  const fitting = all.filter(
    (one) =>
      filters.every(
        (name) => form[name] === undefined || (one as Record<string, unknown>)[name] === form[name],
      ) && isCreated(one.created, form.created),
  );
  const after = text(form.starting_after);
  const first = after === null ? 0 : fitting.findIndex(({ id }) => id === after) + 1;
  if (after !== null && first === 0) throw missing('object', after);
  const data = fitting.slice(first, first + limit).map(shown);
  return { object: 'list', url, has_more: first + limit < fitting.length, data };
}

function isCreated(created: number, filter: Form[string] | undefined): boolean {
  if (filter === undefined) return true;
  const { gte, gt, lte, lt } = filter as Form;
  const at = (value: Form[string] | undefined, otherwise: number) =>
    value === undefined ? otherwise : wholeNumber(value, 'created');
  return (
    created >= at(gte, 0) &&
    created > at(gt, -1) &&
    created <= at(lte, Infinity) &&
    created < at(lt, Infinity)
  );
}

function newAccount(books: Books, form: Form): Account {
  if (form.type !== 'standard')
    throw badParameter('type', 'Only standard accounts are known here.');
  return books.create('account', '', {
    type: 'standard',
    country: text(form.country) ?? 'DK',
    email: text(form.email),
    charges_enabled: false,
    payouts_enabled: false,
    details_submitted: false,
    requirements: {
      currently_due: ['business_profile.url'],
      disabled_reason: 'requirements.past_due',
    },
    metadata: metadataOf(form.metadata),
  });
}
