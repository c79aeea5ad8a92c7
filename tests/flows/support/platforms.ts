import { randomUUID } from 'node:crypto';
import { sign } from '../../../domain/integrations/signature.ts';
import { type Answer, api, apiOk } from './api.ts';
import { control } from './control.ts';
import type { School } from './people.ts';
import { stack } from './stack.ts';

/** Switches platforms on or off in a school's settings. */
export async function optIn(
  { path, admin }: School,
  integrations: { eTeori?: boolean; findkoreskole?: boolean },
): Promise<void> {
  await apiOk('PATCH', `${path}/settings`, { body: { integrations }, token: admin.token });
}

type Signing = {
  secret?: string | undefined;
  deliveryId?: string;
  /** how far the platform's clock is off */
  seconds?: number;
};

/** Delivers as a platform does: signed over the very bytes that are sent. */
async function deliver(path: string, body: unknown, signing: Signing): Promise<Answer> {
  const { secret = '', deliveryId = randomUUID(), seconds = 0 } = signing;
  const raw = JSON.stringify(body);
  const now = Math.floor((await control.now()).getTime() / 1_000) + seconds;
  return api('POST', path, {
    raw,
    headers: { 'x-delivery-id': deliveryId, 'x-signature': sign([secret], raw, now) },
  });
}

export function deliverResult(body: object, signing: Signing = {}): Promise<Answer> {
  const secret = stack().secrets.eTeori ?? '';
  return deliver('/webhooks/e-teori/results', body, { secret, ...signing });
}

export function deliverLead(body: object, signing: Signing = {}): Promise<Answer> {
  const secret = stack().secrets.findkoreskole ?? '';
  return deliver('/webhooks/findkoreskole/leads', body, { secret, ...signing });
}

/** One of the stack's queues by its short name. */
export async function queueOf(name: string) {
  const found = (await control.queues()).find((queue) => queue.name.endsWith(`-${name}`));
  if (!found) throw new Error(`no queue ${name}`);
  return found;
}
