import type { ErrorCode } from '../../domain/shared/errors.ts';

/**
 * The HTTP status, title and meaning of every code: the one place where the domain's refusals become
 * HTTP. `GET /errors` publishes it; a test holds it to the domain's list.
 */
export const PROBLEMS: Record<ErrorCode, { status: number; title: string; meaning: string }> = {
  invalid: {
    status: 422,
    title: 'Invalid input',
    meaning: '`errors` names each field by JSON pointer, with a code and a sentence.',
  },
  malformed_json: {
    status: 400,
    title: 'Malformed JSON',
    meaning: 'The body could not be parsed as JSON.',
  },
  unsupported_media_type: {
    status: 415,
    title: 'Unsupported media type',
    meaning: 'Send `Content-Type: application/json`.',
  },
  body_too_large: { status: 413, title: 'Body too large', meaning: 'Bodies hold 256 KB at most.' },
  invalid_credentials: {
    status: 401,
    title: 'Invalid credentials',
    meaning: 'E-mail or password is wrong, or nobody has them; the two are told alike.',
  },
  invalid_token: {
    status: 401,
    title: 'Invalid token',
    meaning: 'Send an access token that is still valid; ID tokens are not taken.',
  },
  untrusted_delivery: {
    status: 401,
    title: 'Untrusted delivery',
    meaning: '`X-Signature` is missing, does not fit the body, or is more than five minutes off.',
  },
  forbidden: {
    status: 403,
    title: 'Forbidden',
    meaning: 'You are a member here, but your role may not do this.',
  },
  membership_disabled: {
    status: 403,
    title: 'Membership disabled',
    meaning: 'The school has disabled your membership.',
  },
  not_found: { status: 404, title: 'Not found', meaning: 'It does not exist, or not for you.' },
  local_time_does_not_exist: {
    status: 422,
    title: 'Local time does not exist',
    meaning: 'The clocks skip this time in the school; `nextValid` is the next one there is.',
  },
  local_time_ambiguous: {
    status: 422,
    title: 'Local time ambiguous',
    meaning: 'The clocks pass this time twice in the school; send one of `candidates`.',
  },
  rule_refused: {
    status: 422,
    title: 'Refused by a rule',
    meaning:
      '`rule` names it; `allowedFrom`, where there is one, is the first start that it would let pass: a moment in UTC, of `too_young` a date. Of `horizon` it is when this start can be booked.',
  },
  booking_conflict: {
    status: 409,
    title: 'Booking conflict',
    meaning: '`conflicts` names who is taken and when; `suggestions` are the next free starts.',
  },
  hold_expired: {
    status: 409,
    title: 'Hold expired',
    meaning: 'The draft no longer holds its time; make a new booking.',
  },
  booking_closed: {
    status: 409,
    title: 'Booking closed',
    meaning: 'The booking is cancelled, completed or missed.',
  },
  lesson_not_taught: {
    status: 409,
    title: 'Lesson not taught',
    meaning:
      'The lesson lies ahead, was cancelled or missed, is not completed, or did not cover the module.',
  },
  awaiting_teacher: {
    status: 409,
    title: 'Awaiting the teacher',
    meaning: 'The student signs after the teacher has.',
  },
  already_signed: {
    status: 409,
    title: 'Already signed',
    meaning: 'There is one signature per student, module, booking and role, and it is there.',
  },
  invoice_issued: {
    status: 409,
    title: 'Invoice issued',
    meaning: 'An issued invoice never changes; credit it instead.',
  },
  credit_exceeds_rest: {
    status: 422,
    title: 'Credit exceeds the rest',
    meaning: 'More would be credited than is owed of the invoice, `rest`.',
  },
  refund_exceeds_rest: {
    status: 422,
    title: 'Refund exceeds the rest',
    meaning: 'More would be refunded than is left of the payment, `rest`.',
  },
  invoice_paid: {
    status: 409,
    title: 'Invoice paid',
    meaning: 'Nothing is owed of this invoice: it is paid or credited.',
  },
  payment_account_inactive: {
    status: 409,
    title: 'Payment account inactive',
    meaning: 'The school has no payment account, or it may not be paid yet.',
  },
  payment_refused: {
    status: 422,
    title: 'Payment refused',
    meaning: 'The payment provider will not do this; `reason` is its word for why.',
  },
  in_progress: {
    status: 409,
    title: 'In progress',
    meaning: 'The payment provider has not answered for an earlier request; try again soon.',
  },
  invalid_signature: {
    status: 400,
    title: 'Invalid signature',
    meaning: 'The signature of this delivery is missing, wrong, or of another time.',
  },
  already_invoiced: {
    status: 409,
    title: 'Already invoiced',
    meaning: 'The booking or its fee is on the invoice that `invoiceId` names, or was settled.',
  },
  nothing_to_invoice: {
    status: 409,
    title: 'Nothing to invoice',
    meaning: 'Every booking and every fee of the student is on an invoice.',
  },
  nothing_to_settle: {
    status: 409,
    title: 'Nothing to settle',
    meaning: 'The student has nothing to be credited, charged or paid back.',
  },
  already_enrolled: {
    status: 409,
    title: 'Already enrolled',
    meaning: '`studentId` names the student who has this address here.',
  },
  already_exists: {
    status: 409,
    title: 'Already exists',
    meaning: 'Something else has this unique value; `detail` names it.',
  },
  school_suspended: {
    status: 409,
    title: 'School suspended',
    meaning: 'The school is suspended or archived: reading works, writing does not.',
  },
  link_invalid: {
    status: 410,
    title: 'Link invalid',
    meaning: 'The link is unknown, used or expired.',
  },
  stale_version: {
    status: 412,
    title: 'Stale version',
    meaning: '`If-Match` names a version that is no longer the current one.',
  },
  idempotency_key_reused: {
    status: 422,
    title: 'Idempotency key reused',
    meaning: 'The same `Idempotency-Key` was used for another request within 24 hours.',
  },
  rate_limited: {
    status: 429,
    title: 'Too many requests',
    meaning: 'Wait for the seconds in `Retry-After`.',
  },
  busy: {
    status: 503,
    title: 'Busy',
    meaning: 'Too many changes of the same thing at once; try again after `Retry-After`.',
  },
  unavailable: {
    status: 503,
    title: 'Unavailable',
    meaning: 'A service we depend on does not answer; try again after `Retry-After`.',
  },
  conflict: {
    status: 409,
    title: 'Conflict',
    meaning: 'The current state does not allow this; `detail` says why.',
  },
};

/** A bug of ours. No refusal of the domain's, so it stands beside the table. */
export const INTERNAL = {
  status: 500,
  title: 'Internal error',
  meaning: 'Something went wrong on our side; `instance` names the request to us.',
} as const;
