import { DomainError, invalidField } from '../shared/errors.ts';
import type { Instant } from '../shared/instant.ts';

/** Every rule a booking can be refused by. */
export const BOOKING_RULES = [
  'outside_availability',
  'closed_day',
  'in_the_past',
  'lead_time',
  'horizon',
  'capacity',
  'max_active',
  'overdue_debt',
  'prerequisite',
  'vehicle_unfit',
  'vehicle_required',
  'too_young',
  'not_enrolled',
  'after_start',
  'override_not_allowed',
] as const;
export type BookingRule = (typeof BOOKING_RULES)[number];

/** Rules that administrators and the office may set aside, with a reason. */
const SOFT_RULES: readonly BookingRule[] = [
  'outside_availability',
  'closed_day',
  'lead_time',
  'horizon',
  'max_active',
  'overdue_debt',
  'prerequisite',
];

/**
 * One rule that a booking breaks, in a sentence, and from when it would be allowed, where that is known:
 * the next start that the rule would let pass, of `horizon` the moment from which this start can be
 * booked. A moment in UTC, but of `too_young` a date, for a birthday has no hour.
 */
export type BrokenRule = { rule: BookingRule; message: string; allowedFrom?: string };

export type Override = { rules: readonly BookingRule[]; reason: string };

/** Which of the broken rules were set aside, and why: goes into the history. */
export type Overridden = { rules: BookingRule[]; reason: string };

function ruleRefused({ rule, message, allowedFrom }: BrokenRule): DomainError {
  return new DomainError('rule_refused', message, {
    rule,
    message,
    ...(allowedFrom && { allowedFrom }),
  });
}

/**
 * Holds what is broken against what the caller may and does set aside. Returns what was really set
 * aside; naming a rule that did not apply is no fault. Throws `rule_refused` for the first that stands.
 */
export function enforce(
  broken: readonly BrokenRule[],
  override: Override | undefined,
  mayOverride: boolean,
): Overridden | null {
  if (override) {
    const hard = override.rules.find((rule) => !SOFT_RULES.includes(rule));
    if (!mayOverride || hard) {
      throw ruleRefused({
        rule: 'override_not_allowed',
        message: hard
          ? `The rule ${hard} cannot be overridden.`
          : 'Your role may not override rules.',
      });
    }
  }
  const standing = broken.find(({ rule }) => !override?.rules.includes(rule));
  if (standing) throw ruleRefused(standing);
  if (!override || broken.length === 0) return null;
  return { rules: [...new Set(broken.map(({ rule }) => rule))], reason: override.reason };
}

/** A change of something that has begun. Throws `rule_refused` with `after_start`. */
export function requireNotStarted(startsAt: Instant, now: Instant, what: string): void {
  if (startsAt <= now)
    throw ruleRefused({ rule: 'after_start', message: `${what} after it has begun.` });
}

/**
 * A lesson needs two people, or one of them would sign both sides of it. Throws `invalid` naming the
 * field that says otherwise.
 */
export function requireTaughtByAnother(
  teacherId: string,
  studentIds: readonly string[],
  field: '/studentIds' | '/teacherId' | '/taughtBy',
): void {
  const at = studentIds.indexOf(teacherId);
  if (at === -1) return;
  const path = field === '/studentIds' ? `${field}/${at}` : field;
  throw invalidField(path, 'teaches_themselves', `${path}: nobody teaches themselves.`);
}
