/**
 * Every refusal this product can give, by stable code.
 *
 * The domain throws a `DomainError` with a code; the HTTP status and meaning of each code live in
 * one table at the edge (`functions/shared/problem-table.ts`), which a test holds to this list.
 */
export const ERROR_CODES = [
  'invalid',
  'malformed_json',
  'unsupported_media_type',
  'body_too_large',
  'invalid_credentials',
  'invalid_token',
  'untrusted_delivery',
  'forbidden',
  'membership_disabled',
  'not_found',
  'local_time_does_not_exist',
  'local_time_ambiguous',
  'rule_refused',
  'booking_conflict',
  'hold_expired',
  'booking_closed',
  'lesson_not_taught',
  'awaiting_teacher',
  'already_signed',
  'invoice_issued',
  'credit_exceeds_rest',
  'refund_exceeds_rest',
  'invoice_paid',
  'payment_account_inactive',
  'payment_refused',
  'in_progress',
  'invalid_signature',
  'already_invoiced',
  'nothing_to_invoice',
  'nothing_to_settle',
  'already_enrolled',
  'already_exists',
  'school_suspended',
  'link_invalid',
  'stale_version',
  'idempotency_key_reused',
  'rate_limited',
  'busy',
  'unavailable',
  'conflict',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** One thing wrong with the input: a JSON pointer, a stable code and a sentence for a person. */
export type FieldError = {
  path: string;
  code: string;
  message: string;
  /** in a text of many lines: where, counted from 1 */
  line?: number;
  column?: number;
};

/** Extra members of the problem document, such as `studentId` beside `already_enrolled`. */
export type ErrorDetails = Record<string, unknown> & {
  errors?: FieldError[];
  /** seconds after which trying again makes sense; becomes `Retry-After` */
  retryAfter?: number;
};

/** An expected refusal. `message` is a sentence that names the field or the rule. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.details = details;
  }
}

/** The record is not there, or not in the caller's scope: the two are told alike. */
export function notFound(what: string): DomainError {
  return new DomainError('not_found', `${what} was not found`);
}

/** A field that cannot be taken as it is. `path` is a JSON pointer into the body, such as `/phone`. */
export function invalidField(path: string, code: string, message: string): DomainError {
  return new DomainError('invalid', message, { errors: [{ path, code, message }] });
}
