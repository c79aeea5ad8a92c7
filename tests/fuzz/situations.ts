import type { ErrorCode } from '../../domain/shared/errors.ts';
import type { Ids } from '../flows/support/bodies.ts';
import { inDays, now } from '../flows/support/clock.ts';
import type { World } from './world.ts';

/** What a good request is changed in: other ids, other fields of its body, a query, another caller. */
export type Change = {
  ids?: Ids & { schoolId?: string };
  /** laid over the good body */
  body?: object;
  query?: string;
  caller?: string;
  /** so many times it is sent before, too */
  again?: number;
  /** a delivery that its sender has not signed */
  forged?: true;
  /** a whole body instead of the good one */
  instead?: object;
  /** under a version that the thing has not */
  stale?: true;
  /** under a key that the caller has used for something else */
  keyed?: true;
};

const SKIPPED = '2027-03-28T02:30';
const TWICE = '2027-10-31T02:30';
const SOME = { amount: 100, currency: 'DKK' };
const LINE = { description: 'x', quantity: 1, unitPrice: SOME, vatRate: 25 };
const MUCH = { amount: 9_000_000, currency: 'DKK' };
const WORDS = { subject: 'Nyt', html: '<p>{{ body }}</p>', text: '{{ body }}', sms: '{{ body }}' };
const LAST_DAY = () => ({
  from: new Date(now() - 86_400_000).toISOString(),
  to: new Date(now()).toISOString(),
});
const VISITOR = { name: 'Ny', email: 'lead@flows.example', phone: '20 12 34 57' };
const TEST = { test: 'Prøve 7', passed: true, score: 24, takenAt: '2026-11-20T14:00:00Z' };
const FREE = { override: { rules: ['outside_availability', 'closed_day'], reason: 'x' } };

/** Times that the clocks skip or strike twice, in one field of a body. */
const inField = (change: (time: string) => object) => ({
  local_time_does_not_exist: () => ({ body: change(SKIPPED) }),
  local_time_ambiguous: () => ({ body: change(TWICE) }),
});
const inQuery = (also: (world: World) => string) => ({
  local_time_does_not_exist: (world: World) => ({ query: `from=${SKIPPED}&${also(world)}` }),
  local_time_ambiguous: (world: World) => ({ query: `from=${TWICE}&${also(world)}` }),
});
const booked =
  (state: keyof World['states'], body?: object) =>
  ({ states }: World): Change => ({ ids: { bookingId: states[state] }, ...(body && { body }) });
const drafted = ({ scenes: [own] }: World): Change => ({
  ids: { invoiceId: own.draftId ?? '', draftId: own.draftId ?? '' },
  body: { invoiceId: own.draftId },
});

type Situation = (world: World) => Change;
type Situations = Readonly<Record<string, Partial<Record<ErrorCode | '2xx', Situation>>>>;

const withId =
  (name: string, id: (world: World) => string): Situation =>
  (world) => ({ ids: { [name]: id(world) } });

/**
 * For each operation the state of things that brings about a refusal of its own, which no change of a
 * good request alone does; and what succeeds where the good request has been used up.
 */
export const SITUATIONS: Situations = {
  'get-signing': { link_invalid: () => ({ ids: { token: 'x'.repeat(43) } }) },
  'get-opt-out': { link_invalid: () => ({ ids: { token: 'x'.repeat(22) } }) },
  'opt-out': { link_invalid: () => ({ ids: { token: 'x'.repeat(22) } }) },
  'create-school': { already_exists: ({ scenes: [own] }) => ({ body: { slug: own.slug } }) },
  'list-schools': { forbidden: () => ({ caller: 'student' }) },
  'create-staff': { already_exists: ({ emails }) => ({ body: { email: emails.staff } }) },
  'change-staff': {
    conflict: ({ spares }) => ({ ids: { personId: spares.adminId }, body: { status: 'disabled' } }),
  },
  'create-student': { already_enrolled: ({ emails }) => ({ body: { email: emails.student } }) },
  'change-student': { conflict: () => ({ body: { status: 'pending' } }) },
  'create-session': { invalid_credentials: () => ({ body: { password: 'Forkert-kode-9' } }) },
  'refresh-session': { invalid_credentials: () => ({ instead: { refreshToken: 'forkert' } }) },
  'set-password': {
    link_invalid: () => ({ body: { token: 'x'.repeat(43) } }),
    school_suspended: ({ lost: { credentials: token, password } }) => ({
      body: { token, password },
    }),
  },
  'confirm-membership': {
    link_invalid: () => ({ body: { token: 'a'.repeat(43) } }),
    school_suspended: ({ lost }) => ({ body: { token: lost.confirmation } }),
  },
  'list-free-slots': inQuery(
    ({ scenes: [own] }) => `to=2027-12-01&bookingTypeId=${own.bookingTypeId}`,
  ),
  'list-bookings': inQuery(() => 'to=2027-12-01'),
  'create-booking': {
    ...inField((startsAt) => ({ startsAt })),
    rule_refused: () => ({ body: { startsAt: '2020-01-01T10:00:00Z' } }),
    booking_conflict: () => ({ body: { startsAt: `${inDays(5)}T10:00:00Z`, ...FREE } }),
  },
  'change-booking': {
    '2xx': () => ({ body: { notes: 'x', ...FREE } }),
    ...inField((startsAt) => ({ startsAt })),
    rule_refused: () => ({ body: { startsAt: '2020-01-01T10:00:00Z' } }),
    booking_conflict: () => ({ body: { startsAt: `${inDays(21)}T10:00:00Z`, ...FREE } }),
    hold_expired: booked('over'),
    booking_closed: booked('cancelled'),
  },
  'confirm-booking': {
    '2xx': booked('draft'),
    hold_expired: booked('over'),
    booking_closed: booked('cancelled'),
    conflict: () => ({}),
  },
  'cancel-booking': {
    '2xx': withId('bookingId', ({ spares }) => spares.cancellable),
    forbidden: () => ({ caller: 'student' }),
    rule_refused: booked('begun'),
    hold_expired: booked('over'),
    booking_closed: booked('cancelled'),
  },
  'add-booking-students': {
    '2xx': ({ states, spares }) => ({
      ...{ ids: { bookingId: states.empty }, body: { studentIds: [spares.classmateId], ...FREE } },
    }),
    rule_refused: booked('begun'),
    booking_conflict: booked('empty'),
    hold_expired: booked('over'),
    booking_closed: booked('cancelled'),
  },
  'remove-booking-student': {
    rule_refused: booked('begun'),
    hold_expired: booked('over'),
    booking_closed: booked('unsigned'),
  },
  'complete-booking': {
    '2xx': booked('begun'),
    local_time_does_not_exist: booked('begun', { startedAt: SKIPPED }),
    local_time_ambiguous: booked('begun', { startedAt: TWICE }),
    booking_closed: booked('cancelled'),
    conflict: () => ({}),
  },
  'create-teacher-signature': {
    '2xx': ({ states }) => ({ body: { bookingId: states.untouched } }),
    lesson_not_taught: ({ states }) => ({ body: { bookingId: states.missed } }),
    already_signed: () => ({}),
  },
  'create-student-signature': {
    '2xx': ({ states }) => ({ body: { bookingId: states.signable } }),
    lesson_not_taught: ({ states }) => ({ body: { bookingId: states.missed } }),
    awaiting_teacher: ({ states }) => ({ body: { bookingId: states.unsigned } }),
    conflict: () => ({}),
    already_signed: ({ states }) => ({ body: { bookingId: states.signed } }),
  },
  'create-dispute': {
    lesson_not_taught: ({ scenes: [own] }) => ({ body: { bookingId: own.bookingId } }),
    conflict: () => ({ again: 1 }),
  },
  'create-correction': {
    '2xx': ({ states }) => ({ body: { bookingId: states.begun } }),
    local_time_does_not_exist: ({ states }) => ({
      body: { bookingId: states.begun, change: { startedAt: SKIPPED } },
    }),
    local_time_ambiguous: ({ states }) => ({
      body: { bookingId: states.begun, change: { startedAt: TWICE } },
    }),
    lesson_not_taught: ({ scenes: [own] }) => ({ body: { bookingId: own.bookingId } }),
    conflict: () => ({}),
  },
  'accept-correction': {
    '2xx': ({ states }) => ({ ids: { signatureId: states.correctionId }, caller: 'student' }),
    conflict: ({ states }) => ({
      ...{ ids: { signatureId: states.correctionId }, caller: 'student', again: 1 },
    }),
  },
  'reject-correction': {
    '2xx': () => ({ caller: 'student' }),
    conflict: () => ({ caller: 'student', again: 1 }),
  },
  'request-signature': {
    '2xx': ({ states }) => ({ body: { bookingId: states.waiting } }),
    lesson_not_taught: ({ states }) => ({ body: { bookingId: states.missed } }),
    awaiting_teacher: ({ states }) => ({ body: { bookingId: states.unsigned } }),
    already_signed: ({ states }) => ({ body: { bookingId: states.signed } }),
    // the student has objected by now
    conflict: () => ({}),
  },
  'create-invoice': { already_invoiced: () => ({ again: 1 }) },
  'change-invoice': {
    invoice_issued: ({ scenes: [own] }) => ({ ids: { draftId: own.invoiceId ?? '' } }),
    already_invoiced: ({ scenes: [own] }) => ({
      body: { lines: [{ ...LINE, bookingId: own.bookingId }] },
    }),
  },
  'remove-invoice': {
    '2xx': withId('draftId', ({ spares }) => spares.removable),
    invoice_issued: ({ scenes: [own] }) => ({ ids: { draftId: own.invoiceId ?? '' } }),
    conflict: ({ spares }) => ({ ids: { draftId: spares.pending.invoiceId ?? '' } }),
  },
  'issue-invoice': {
    '2xx': withId('draftId', ({ spares }) => spares.issuable),
    invoice_issued: ({ scenes: [own] }) => ({ ids: { draftId: own.invoiceId ?? '' } }),
    conflict: ({ spares }) => ({ ids: { draftId: spares.pending.invoiceId ?? '' } }),
  },
  'create-credit-note': {
    '2xx': () => ({ body: { lines: [LINE] } }),
    credit_exceeds_rest: () => ({ body: { lines: [{ ...LINE, unitPrice: MUCH }] } }),
    conflict: withId('invoiceId', ({ scenes: [own] }) => own.draftId ?? ''),
  },
  'create-payment': {
    ...inField((receivedAt) => ({ receivedAt })),
    conflict: ({ scenes: [own] }) => ({
      body: { allocations: [{ invoiceId: own.draftId, amount: SOME }] },
    }),
  },
  'create-credit-allocation': { conflict: drafted },
  'agree-instalments': { conflict: drafted },
  'pause-dunning': { conflict: withId('invoiceId', ({ scenes: [own] }) => own.draftId ?? '') },
  'bill-student': { nothing_to_invoice: () => ({ again: 1 }) },
  'settle-student': { nothing_to_settle: () => ({ again: 1 }) },
  'create-checkout': {
    conflict: ({ scenes: [own] }) => ({ ids: { invoiceId: own.draftId ?? '' } }),
    invoice_paid: ({ spares }) => ({ ids: { invoiceId: spares.paidId } }),
    payment_account_inactive: ({ elsewhere }) => ({ ids: elsewhere, caller: 'outsider' }),
  },
  'create-refund': { refund_exceeds_rest: () => ({ body: { amount: MUCH } }) },
  'resend-notification': {
    '2xx': withId('notificationId', ({ spares }) => spares.sentId),
    conflict: () => ({}),
  },
  'create-message': {
    rule_refused: ({ spares }) => ({
      body: { audience: { studentIds: [spares.pending.studentId] } },
    }),
  },
  'waive-booking-fee': { '2xx': withId('bookingId', ({ states }) => states.missed) },
  'resolve-suspense': {
    '2xx': withId('suspenseId', ({ spares }) => spares.suspenseId),
    conflict: ({ spares }) => ({ ids: { suspenseId: spares.suspenseId }, again: 1 }),
  },
  'create-webhook-endpoint': { conflict: () => ({ again: 10 }) },
  'remove-webhook-endpoint': { '2xx': withId('endpointId', ({ spares }) => spares.endpointId) },
  'replay-webhook-deliveries': {
    '2xx': () => ({ instead: LAST_DAY() }),
    conflict: ({ spares }) => ({ ids: { endpointId: spares.disabledId }, instead: LAST_DAY() }),
    local_time_does_not_exist: () => ({ instead: { ...LAST_DAY(), from: SKIPPED } }),
    local_time_ambiguous: () => ({ instead: { ...LAST_DAY(), from: TWICE } }),
  },
  'set-template': {
    '2xx': () => ({ ids: { key: 'staff_message' }, instead: WORDS }),
    stale_version: () => ({ ids: { key: 'staff_message' }, instead: WORDS, stale: true }),
  },
  'preview-template': {
    '2xx': () => ({ ids: { key: 'staff_message' }, instead: WORDS }),
    // It writes nothing: a key is looked up only where a suspended school would refuse a new request.
    idempotency_key_reused: ({ suspendedId }) => ({
      ids: { schoolId: suspendedId, key: 'staff_message' },
      ...{ caller: 'platform', instead: WORDS, keyed: true },
    }),
  },
  'receive-stripe-event': { invalid_signature: () => ({ forged: true }) },
  'receive-twilio-status': { forbidden: () => ({ forged: true }) },
  'receive-lead': {
    '2xx': ({ scenes: [own] }) => ({ instead: { ...VISITOR, schoolRef: own.schoolId } }),
    untrusted_delivery: () => ({ forged: true }),
  },
  'receive-theory-result': {
    '2xx': ({ scenes: [own] }) => ({ instead: { ...TEST, studentRef: own.studentId } }),
    untrusted_delivery: () => ({ forged: true }),
    local_time_does_not_exist: ({ scenes: [own] }) => ({
      instead: { ...TEST, studentRef: own.studentId, takenAt: SKIPPED },
    }),
    local_time_ambiguous: ({ scenes: [own] }) => ({
      instead: { ...TEST, studentRef: own.studentId, takenAt: TWICE },
    }),
  },
};
