import { RemoteError } from '../../domain/integrations/remote-error.ts';
import { ProviderError } from '../../domain/notifications/provider.ts';
import { DomainError } from '../../domain/shared/errors.ts';

/** 5 s, 15 s, 45 s, 2 min 15 s, 6 min 45 s, then 15 min: nothing waits longer in a queue. */
const FIRST_SECONDS = 5;
const FACTOR = 3;
const LONGEST_SECONDS = 900;
/** So much of a delay is left to chance, so that what failed together does not come back together. */
const JITTER = 0.4;

/**
 * Seconds until a message is tried again, after it has been received so many times. What the other
 * side asked for (`Retry-After`) is the least; the longest wait is 15 minutes either way.
 */
export function backoffSeconds(
  receiveCount: number,
  retryAfterSeconds: number | null = null,
  random: () => number = Math.random,
): number {
  const step = Math.min(LONGEST_SECONDS, FIRST_SECONDS * FACTOR ** Math.max(0, receiveCount - 1));
  const jittered = step * (1 - JITTER + JITTER * random());
  return Math.min(LONGEST_SECONDS, Math.ceil(Math.max(jittered, retryAfterSeconds ?? 0)));
}

/** What an error says about when to try again, in seconds. */
export function retryAfterOf(error: unknown): number | null {
  if (error instanceof ProviderError || error instanceof RemoteError)
    return error.retryAfterSeconds;
  if (error instanceof DomainError) return error.details.retryAfter ?? null;
  return null;
}

/**
 * A `Retry-After` header: seconds, or a date to count from `now`. Null for nonsense, which is not
 * worth failing over.
 */
export function readRetryAfter(header: string | null | undefined, now: Date): number | null {
  if (!header) return null;
  if (/^\d+$/.test(header.trim())) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now.getTime()) / 1000));
}
