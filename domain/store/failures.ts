import type { Row } from './port.ts';

/**
 * What a failed transaction means, read from the SDK's error: the one place that knows its names.
 */
export type Failure =
  /** somebody else was faster, or a row is not as believed: decide again on what is there now */
  | { kind: 'lost-race'; existing: (Row | undefined)[]; conditionFailed: boolean }
  /** this send has not committed; the table asks for patience */
  | { kind: 'throttled' }
  /** the reply was lost: committed or not, only a resend of the same bytes can tell */
  | { kind: 'unknown-outcome' }
  /** a bug of ours or of the deployment: reported as it is */
  | { kind: 'defect' };

type SdkError = {
  name?: string;
  code?: string;
  $fault?: string;
  $metadata?: { httpStatusCode?: number; attempts?: number };
  CancellationReasons?: { Code?: string; Item?: Row }[];
};

const THROTTLES = new Set([
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'LimitExceededException',
]);
const RACES = new Set(['ConditionalCheckFailed', 'TransactionConflict']);
const THROTTLE_REASONS = new Set(['ThrottlingError', 'ProvisionedThroughputExceeded']);

export function classify(error: unknown): Failure {
  const { name, code, $fault, $metadata, CancellationReasons } = (error ?? {}) as SdkError;
  if (name === 'TransactionCanceledException') {
    const reasons = (CancellationReasons ?? []).filter(({ Code }) => Code && Code !== 'None');
    // Only races and throttles count as bad luck; one reason of another kind is a defect.
    if (reasons.length > 0 && reasons.every(({ Code }) => RACES.has(Code ?? ''))) {
      return {
        kind: 'lost-race',
        existing: (CancellationReasons ?? []).map(({ Item }) => Item),
        conditionFailed: reasons.some(({ Code }) => Code === 'ConditionalCheckFailed'),
      };
    }
    const known = (c = '') => RACES.has(c) || THROTTLE_REASONS.has(c);
    return reasons.length > 0 && reasons.every(({ Code }) => known(Code))
      ? { kind: 'throttled' }
      : { kind: 'defect' };
  }
  if (name === 'TransactionConflictException')
    return { kind: 'lost-race', existing: [], conditionFailed: false };
  if (name !== undefined && THROTTLES.has(name)) return { kind: 'throttled' };
  // Our first send is still being carried out: its resend waits like after a lost reply.
  if (name === 'TransactionInProgressException') return { kind: 'unknown-outcome' };
  if ($fault === 'server' || ($metadata?.httpStatusCode ?? 0) >= 500)
    return { kind: 'unknown-outcome' };
  if (isNetworkError(name, code)) return { kind: 'unknown-outcome' };
  return { kind: 'defect' };
}

/**
 * Whether this failure tells nothing about an earlier send of the same transaction that got no
 * answer. Only a failed condition does: the table looks for the token first, so a transaction that
 * had committed would have been answered as such.
 */
export function leavesDoubt(failure: Failure): boolean {
  if (failure.kind === 'lost-race') return !failure.conditionFailed;
  return failure.kind === 'throttled' || failure.kind === 'unknown-outcome';
}

/** True when the SDK sent this more than once by itself: an earlier send may have committed unheard. */
export function wasResent(error: unknown): boolean {
  return ((error as SdkError | undefined)?.$metadata?.attempts ?? 1) > 1;
}

function isNetworkError(name?: string, code?: string): boolean {
  return (
    name === 'TimeoutError' ||
    name === 'AbortError' ||
    name === 'NetworkingError' ||
    /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|UND_ERR)/.test(code ?? '')
  );
}
