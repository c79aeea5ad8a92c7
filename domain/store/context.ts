import type { Actor } from '../../events/define.ts';
import type { Id, IdPrefix, PersonId } from '../shared/ids.ts';
import type { Instant } from '../shared/instant.ts';
import type { Keys } from '../shared/secrets.ts';
import type { Store } from './store.ts';

/**
 * What a use case is given besides its input: the clock, ids, who acts, the store. Arguments, so
 * that a test can stop the clock and foresee the ids.
 */
export type Context = {
  store: Store;
  now(): Instant;
  newId<P extends IdPrefix>(prefix: P): Id<P>;
  actor: Actor;
  /** follows one request from the edge through events to the mail it causes */
  correlationId: string;
  keys: Keys;
  /** set when a signed-in caller sent an `Idempotency-Key` */
  idempotency?: IdempotencyScope;
};

/** One request that may be repeated: whose, under which key, and what exactly was asked. */
export type IdempotencyScope = {
  personId: PersonId;
  keyHash: string;
  fingerprint: string;
  /** a record stands for it: found, or committed with the change */
  recorded?: true;
};
