import { randomBytes } from 'node:crypto';
import type { ControlClock } from '../clock.ts';
import { Journal } from '../json-file.ts';
import { missing } from './errors.ts';
import { type ObjectKind, type ObjectOf, PREFIXES, type StripeObject } from './model.ts';

/** Every object there is, kept in a file; each belongs to one account and is found only there. */
export class Books {
  readonly #objects = new Map<string, StripeObject>();
  readonly #journal: Journal<StripeObject>;
  readonly #clock: ControlClock;

  constructor(clock: ControlClock, path: string | null) {
    this.#clock = clock;
    this.#journal = new Journal<StripeObject>(path);
    for (const object of this.#journal.entries) this.#objects.set(object.id, object);
  }

  /** Seconds since 1970, by the control clock. */
  now(): number {
    return Math.floor(this.#clock.now() / 1_000);
  }

  create<K extends ObjectKind>(
    object: K,
    owner: string,
    fields: Omit<ObjectOf<K>, 'id' | 'object' | 'created' | 'livemode' | 'owner'>,
  ): ObjectOf<K> {
    const id = newId(PREFIXES[object]);
    const common = { id, object, created: this.now(), livemode: false as const };
    // An account owns itself.
    const made = { ...common, owner: object === 'account' ? id : owner, ...fields };
    return this.save(made as unknown as ObjectOf<K>);
  }

  save<O extends StripeObject>(object: O): O {
    this.#objects.set(object.id, object);
    this.#journal.add(object);
    return object;
  }

  find<K extends ObjectKind>(kind: K, owner: string, id: string): ObjectOf<K> | null {
    const found = this.#objects.get(id);
    return found?.object === kind && found.owner === owner ? (found as ObjectOf<K>) : null;
  }

  /** Throws what Stripe answers for an id that the account does not have. */
  get<K extends ObjectKind>(kind: K, owner: string, id: string): ObjectOf<K> {
    const found = this.find(kind, owner, id);
    if (!found) throw missing(kind, id);
    return found;
  }

  /** The object whoever owns it: for the person at the payment page and the control address. */
  anywhere<K extends ObjectKind>(kind: K, id: string): ObjectOf<K> | null {
    const found = this.#objects.get(id);
    return found?.object === kind ? (found as ObjectOf<K>) : null;
  }

  /** Of one account (or of all), newest first. */
  all<K extends ObjectKind>(kind: K, owner?: string): ObjectOf<K>[] {
    return [...this.#objects.values()]
      .filter((one): one is ObjectOf<K> => one.object === kind)
      .filter((one) => owner === undefined || one.owner === owner)
      .reverse();
  }
}

export function newId(prefix: string): string {
  return `${prefix}${randomBytes(16)
    .toString('base64url')
    .replaceAll(/[^A-Za-z0-9]/g, 'x')}`;
}
