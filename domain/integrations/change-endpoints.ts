import type { EventName } from '../../events/catalogue.ts';
import { DomainError, notFound } from '../shared/errors.ts';
import { DAY, plusMilliseconds } from '../shared/instant.ts';
import { requireVersion } from '../shared/versions.ts';
import type { Context } from '../store/context.ts';
import type { Store } from '../store/store.ts';
import { create, remove, replace } from '../store/write.ts';
import { type WebhookEndpointRow, webhookEndpointEntity } from './webhook-endpoint.entity.ts';
import { secretOf } from './webhook-secret.ts';
import { checkedUrl, type Resolver } from './webhook-url.ts';
import { endpointView, type WebhookEndpoint } from './webhook-views.ts';

const MOST_ENDPOINTS = 10;
/** After a rotation the secret before signs, too, for a day: time to put the new one everywhere. */
const OVERLAP = DAY;

export type EndpointInput = { url: string; events: EventName[] };

/** The resource; with the secret when it was just made, and not in a replay of that answer. */
export type EndpointWithSecret = WebhookEndpoint & { secret?: string };

/** A school's endpoints, oldest first. */
export function readEndpoints(store: Store, schoolId: string): Promise<WebhookEndpointRow[]> {
  return store.all(webhookEndpointEntity, webhookEndpointEntity.query.bySchool({ schoolId }));
}

/** One endpoint of a school. Throws `not_found`. */
export async function readEndpoint(
  store: Store,
  schoolId: string,
  endpointId: string,
): Promise<WebhookEndpointRow> {
  const row = await store.get(
    webhookEndpointEntity,
    webhookEndpointEntity.get({ schoolId, endpointId }),
  );
  if (!row) throw notFound('This webhook endpoint');
  return row;
}

/** Adds an address for a school's events. Throws `invalid` for the address, `conflict` for the eleventh. */
export async function createEndpoint(
  context: Context,
  schoolId: string,
  input: EndpointInput,
  resolver: Resolver,
): Promise<EndpointWithSecret> {
  const endpointId = context.newId('whk');
  const url = await checkedUrl(input.url, resolver);
  const row: WebhookEndpointRow = {
    ...{ schoolId, endpointId, url, events: unique(input.events), status: 'enabled' },
    ...{ secretVersion: 1, createdAt: context.now(), version: 1 },
  };
  const view = await context.store.transact(context, async () => {
    if ((await readEndpoints(context.store, schoolId)).length >= MOST_ENDPOINTS)
      throw new DomainError('conflict', `A school has at most ${MOST_ENDPOINTS} endpoints.`);
    return { writes: [create(webhookEndpointEntity.create(row))], result: endpointView(row) };
  });
  // A replay has the id of the first request: whoever lost that answer rotates the secret.
  return view.id === endpointId ? { ...view, secret: secretOf(context.keys, row) } : view;
}

export type EndpointPatch = {
  url?: string | undefined;
  events?: EventName[] | undefined;
  status?: 'enabled' | 'disabled' | undefined;
  rotateSecret?: true | undefined;
};

/** Changes an endpoint; enabling it forgets its failures. The new secret is in the answer of a rotation. */
export async function changeEndpoint(
  context: Context,
  key: { schoolId: string; endpointId: string },
  patch: EndpointPatch,
  resolver: Resolver,
  ifMatch?: number,
): Promise<EndpointWithSecret> {
  const url = patch.url === undefined ? undefined : await checkedUrl(patch.url, resolver);
  return context.store.transact(context, async () => {
    const row = await readEndpoint(context.store, key.schoolId, key.endpointId);
    requireVersion(row.version, ifMatch);
    const { disabledReason, failingSince, ...kept } = row;
    const enabled = patch.status === 'enabled';
    const disabled = patch.status === 'disabled';
    const next: WebhookEndpointRow = {
      ...kept,
      ...(!enabled && disabledReason && { disabledReason }),
      ...(!enabled && failingSince && { failingSince }),
      ...(disabled && row.status === 'enabled' && { disabledReason: 'manual' as const }),
      ...(patch.status && { status: patch.status }),
      ...(url !== undefined && { url }),
      ...(patch.events && { events: unique(patch.events) }),
      ...(patch.rotateSecret && {
        secretVersion: row.secretVersion + 1,
        previousSecretUntil: plusMilliseconds(context.now(), OVERLAP),
      }),
      version: row.version + 1,
    };
    const secret = patch.rotateSecret && { secret: secretOf(context.keys, next) };
    return {
      writes: [replace(webhookEndpointEntity, next)],
      result: { ...endpointView(next), ...secret },
    };
  });
}

/** Removes an endpoint: what is under way to it is not tried again. */
export async function removeEndpoint(
  context: Context,
  key: { schoolId: string; endpointId: string },
): Promise<void> {
  await context.store.transact(context, async () => {
    const { version } = await readEndpoint(context.store, key.schoolId, key.endpointId);
    const asRead = webhookEndpointEntity
      .remove(key)
      .where((row, { eq }) => eq(row.version, version));
    return { writes: [remove(asRead)], result: null };
  });
}

function unique(events: readonly EventName[]): EventName[] {
  return [...new Set(events)];
}
