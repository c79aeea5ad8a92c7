/**
 * Somebody else's server did not take what we sent. `retry`: busy, broken, out of reach or badly
 * configured on our side, so the same may well be taken later. `refused`: it never will be.
 */
export class RemoteError extends Error {
  override readonly name = 'RemoteError';
  readonly kind: 'retry' | 'refused';
  /** a stable code for `lastError`, such as `e-teori_500`: no text of theirs, it may hold an address */
  readonly code: string;
  readonly retryAfterSeconds: number | null;
  /** the HTTP status, where there was one */
  readonly status: number | null;

  constructor(
    kind: 'retry' | 'refused',
    code: string,
    details: { retryAfterSeconds?: number | null; status?: number | null; cause?: unknown } = {},
  ) {
    super(`${kind}: ${code}`, details.cause === undefined ? undefined : { cause: details.cause });
    this.kind = kind;
    this.code = code;
    this.retryAfterSeconds = details.retryAfterSeconds ?? null;
    this.status = details.status ?? null;
  }
}
