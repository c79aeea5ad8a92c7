import { createHash } from 'node:crypto';
import { fromUUIDBytes, typeidUnboxed } from 'typeid-js';
import type { Id, IdPrefix } from './ids.ts';

/** A new id; ids of one kind sort by the time they were made. */
export function newId<P extends IdPrefix>(prefix: P): Id<P> {
  return typeidUnboxed(prefix) as unknown as Id<P>;
}

/**
 * The same id for the same parts, always: what makes "one notification per event, recipient and
 * channel" a matter of the key. Parts are joined by NUL, which no part can hold.
 */
export function derivedId<P extends IdPrefix>(prefix: P, ...parts: readonly string[]): Id<P> {
  const digest = createHash('sha256').update(parts.join('\0')).digest();
  return fromUUIDBytes(prefix, new Uint8Array(digest.subarray(0, 16))) as unknown as Id<P>;
}
