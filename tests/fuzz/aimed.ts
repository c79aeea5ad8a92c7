import type { ErrorCode } from '../../domain/shared/errors.ts';
import type { Operation } from '../../functions/shared/operation.ts';
import { BIG } from './hostile.ts';
import { goodRequest, suspendedOf } from './requests.ts';
import { type Change, SITUATIONS } from './situations.ts';
import { type Request, type Target, USED_KEY } from './targets.ts';
import type { World } from './world.ts';

/** What makes of a good request one that is refused with a certain code; undefined where nothing does. */
type Aim = (good: Request, target: Target, world: World) => Partial<Request> | undefined;

const JSON_BODY = { 'content-type': 'application/json' };
const STALE = { ...JSON_BODY, 'if-match': '"999999"' };
const KEYED = { ...JSON_BODY, 'idempotency-key': USED_KEY };

const AIMS: Partial<Record<ErrorCode, Aim>> = {
  invalid: (good, { operation }) => {
    if (operation.body !== undefined) return { body: { ...(good.body as object), nobodyKnows: 1 } };
    if (operation.query === undefined) return { headers: { 'idempotency-key': 'a b' } };
    return { address: `${good.address.split('?')[0]}?nobodyKnows=1` };
  },
  malformed_json: () => ({ raw: '{"a":' }),
  unsupported_media_type: ({ body }) => ({
    raw: JSON.stringify(body ?? {}),
    headers: { 'content-type': 'text/plain' },
  }),
  body_too_large: () => ({ raw: BIG }),
  invalid_token: () => ({ caller: 'idToken' }),
  forbidden: (_, { operation }) => bystanderTo(operation),
  membership_disabled: () => ({ caller: 'former' }),
  not_found: ({ address }, { path }) => ({ address: withNonsense(path, address) }),
  school_suspended: ({ caller }, target, world) => ({
    ...goodRequest(target, { ...world.scenes[0], schoolId: world.suspendedId }, world),
    caller: suspendedOf(caller),
  }),
  stale_version: () => ({ headers: STALE }),
  idempotency_key_reused: () => ({ headers: KEYED }),
  rate_limited: () => ({ busy: true }),
};

/** A request aimed at one answer, and how often it is sent. */
export type Aimed = { request: Request; times: number };

/**
 * Requests aimed at one answer each: refusals first, then what goes well. Chance finds most of them,
 * too, but not all of them in a thousand requests.
 */
export function aimedAt(target: Target, world: World): Aimed[] {
  const [scene] = world.scenes;
  const good = goodRequest(target, scene, world);
  const situations = SITUATIONS[target.name] ?? {};
  const refused = (target.codes as ErrorCode[]).flatMap((code): Aimed[] => {
    const situation = situations[code];
    if (situation) return [inSituation(target, situation(world), world)];
    const change = AIMS[code]?.(good, target, world);
    return change ? [{ request: { ...good, ...change }, times: 1 }] : [];
  });
  const once = refused.filter(({ times }) => times === 1);
  const success = inSituation(target, situations['2xx']?.(world) ?? {}, world);
  return [...once, success, ...refused.filter((aimed) => !once.includes(aimed))];
}

function inSituation(target: Target, change: Change, world: World): Aimed {
  const { ids, body, query, caller, again = 0, forged, instead, stale, keyed } = change;
  const [own] = world.scenes;
  const good = goodRequest(target, { ...own, ...ids }, world);
  const bare = good.address.split('?')[0];
  return {
    times: 1 + again,
    request: {
      ...good,
      ...(caller !== undefined && { caller }),
      ...(query !== undefined && { address: `${bare}?${query}` }),
      body: instead ?? (body ? { ...(good.body as object), ...body } : good.body),
      ...(stale && { headers: STALE }),
      ...(keyed && { headers: KEYED }),
      forged: forged ?? false,
    },
  };
}

const ROLES = { school_admin: 'admin', office: 'office', teacher: 'teacher', student: 'student' };

/** A member of the school whose role may not. */
function bystanderTo({ who }: Operation): Partial<Request> | undefined {
  const [, caller] = Object.entries(ROLES).find(([role]) => !(role in Object(who))) ?? [];
  return caller === undefined ? undefined : { caller };
}

/** The address with its first parameter made into what no id looks like. */
function withNonsense(path: string, address: string): string {
  const at = path.split('/').findIndex((part) => part.startsWith('{'));
  return address.replace(/^[^?]*/, (bare) =>
    bare
      .split('/')
      .map((part, nth) => (nth === at ? 'nonsense' : part))
      .join('/'),
  );
}
