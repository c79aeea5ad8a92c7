import type { Row } from '../../../domain/store/port.ts';
import { type Invariant, kindOf, named, text } from './invariant.ts';

/**
 * The keys of every kind of row, spelled a second time and on purpose: `{x}` is the row's attribute.
 * `list` and `due` are the index keys, where a kind has them.
 */
type Shape = { pk: string; sk: string; list?: [string, string]; due?: [string, string] };

export const ROW_KINDS: Record<string, Shape> = {
  school: { pk: '{schoolId}', sk: 'school', list: ['schools', '{createdAt}#{schoolId}'] },
  settings: { pk: '{schoolId}', sk: 'settings' },
  counter: { pk: '{schoolId}', sk: 'counter#{series}' },
  department: { pk: '{schoolId}', sk: '{departmentId}' },
  service: { pk: '{schoolId}', sk: '{serviceId}' },
  'lesson-plan': { pk: '{schoolId}', sk: '{lessonPlanId}' },
  vehicle: { pk: '{schoolId}', sk: '{vehicleId}' },
  'booking-type': { pk: '{schoolId}', sk: '{bookingTypeId}' },
  calendar: { pk: '{schoolId}', sk: 'calendar' },
  availability: { pk: '{schoolId}', sk: 'avl#{teacherId}' },
  agenda: { pk: '{schoolId}#agenda#{resourceId}', sk: '{day}' },
  booking: {
    pk: '{schoolId}#bkg#{bookingId}',
    sk: 'booking',
    list: ['{schoolId}#calendar', '{startsAt}#{bookingId}'],
    due: ['{dueDay}#{dueShard}', '{dueAt}'],
  },
  slug: { pk: 'slug#{slug}', sk: 'slug' },
  person: { pk: '{personId}', sk: 'person' },
  membership: {
    pk: '{personId}',
    sk: 'member#{schoolId}',
    list: ['{schoolId}#students', '{sortName}#{personId}'],
  },
  staff: { pk: '{schoolId}#staff', sk: '{personId}' },
  acquaintance: { pk: '{schoolId}#tea#{teacherId}', sk: '{studentId}' },
  email: { pk: 'email#{emailKey}', sk: 'email' },
  token: { pk: 'tok#{tokenHash}', sk: 'token' },
  registration: { pk: '{schoolId}#reg#{registrationId}', sk: 'registration' },
  balance: { pk: '{schoolId}#stu#{studentId}', sk: 'balance' },
  'lesson-plan-version': { pk: '{schoolId}#pln#{lessonPlanId}', sk: 'v#{sequenceKey}' },
  lesson: {
    pk: '{schoolId}#stu#{studentId}',
    sk: 'les#{bookingId}',
    due: ['{dueDay}#{dueShard}', '{dueAt}'],
  },
  pause: {
    pk: '{schoolId}#stu#{studentId}',
    sk: 'pause',
    due: ['{dueDay}#{dueShard}', '{dueAt}'],
  },
  warning: { pk: '{schoolId}#stu#{studentId}', sk: 'wrn#{eventId}' },
  chain: { pk: '{schoolId}#stu#{studentId}', sk: 'chain' },
  'record-entry': { pk: '{schoolId}#stu#{studentId}', sk: 'sig#{sequenceKey}' },
  'personal-part': { pk: '{schoolId}#stu#{studentId}', sk: 'sigp#{sequenceKey}' },
  'ledger-entry': {
    pk: '{schoolId}#stu#{studentId}',
    sk: 'led#{sequenceKey}',
    list: ['{schoolId}#ledger', '{at}#{studentId}#{sequenceKey}'],
  },
  'open-invoice': {
    pk: '{schoolId}#stu#{studentId}',
    sk: 'due#{dueDate}#{invoiceId}',
    list: ['{schoolId}#open', '{dueDate}#{invoiceId}'],
  },
  'open-credit': { pk: '{schoolId}#stu#{studentId}', sk: 'crd#{paymentId}' },
  billed: { pk: '{schoolId}#stu#{studentId}', sk: 'billed' },
  invoice: {
    pk: '{schoolId}#inv#{invoiceId}',
    sk: 'invoice',
    list: ['{schoolId}#stu#{studentId}#inv', '{createdAt}#{invoiceId}'],
    due: ['{dueDay}#{dueShard}', '{dueAt}'],
  },
  'credit-note': { pk: '{schoolId}#inv#{invoiceId}', sk: '{creditNoteId}' },
  payment: {
    pk: '{schoolId}#pay#{paymentId}',
    sk: 'payment',
    list: ['{schoolId}#stu#{studentId}#pay', '{createdAt}#{paymentId}'],
  },
  refund: { pk: '{schoolId}#pay#{paymentId}', sk: '{refundId}' },
  'invoice-run': { pk: '{schoolId}#runs', sk: '{runId}' },
  'payment-account': { pk: '{schoolId}', sk: 'payment-account' },
  'account-school': { pk: 'acct#{account}', sk: 'account' },
  checkout: { pk: '{schoolId}#inv#{invoiceId}', sk: 'chk#{attemptKey}' },
  'checkout-session': { pk: '{schoolId}#chk#{sessionId}', sk: 'session' },
  'provider-fact': { pk: 'ext#{account}#{objectId}#{kind}', sk: 'fact' },
  'waiting-fact': {
    pk: '{schoolId}#wait#{paymentIntentId}',
    sk: '{factKey}',
    due: ['{dueDay}#{dueShard}', '{dueAt}'],
  },
  'asked-refund': {
    pk: '{schoolId}#pay#{paymentId}',
    sk: 'asked',
    due: ['{dueDay}#{dueShard}', '{dueAt}'],
  },
  suspense: { pk: '{schoolId}#sus', sk: '{suspenseId}' },
  notification: {
    pk: '{owner}#ntf#{notificationId}',
    sk: 'notification',
    list: ['{owner}#ntf', '{createdAt}#{notificationId}'],
    due: ['{dueDay}#{dueShard}', '{dueAt}'],
  },
  'platform-task': {
    pk: '{schoolId}#task#{platform}',
    sk: '{subjectId}',
    due: ['{dueDay}#{dueShard}', '{dueAt}'],
  },
  'platform-pause': { pk: 'platform#{platform}', sk: 'pause' },
  'platform-delivery': {
    pk: 'inbox#{platform}#{deliveryHash}',
    sk: 'delivery',
    list: ['quarantine', '{createdAt}#{deliveryHash}'],
  },
  'theory-result': { pk: '{schoolId}#stu#{studentId}', sk: 'lest#{takenAt}#{resultId}' },
  'webhook-endpoint': { pk: '{schoolId}#webhooks', sk: '{endpointId}' },
  'webhook-delivery': {
    pk: '{schoolId}#whk#{endpointId}',
    sk: '{eventId}',
    list: ['{schoolId}#whk#{endpointId}', '{occurredAt}#{eventId}'],
    due: ['{dueDay}#{dueShard}', '{dueAt}'],
  },
  'sent-message': { pk: 'prov#{providerId}', sk: 'sent' },
  'opt-out': { pk: 'tok#{tokenHash}', sk: 'opt-out' },
  suppression: { pk: 'sup#{channel}#{addressKey}', sk: 'suppression' },
  template: { pk: '{schoolId}#tpl', sk: '{key}#{language}' },
  'staff-message': {
    pk: '{schoolId}#msg#{messageId}',
    sk: 'message',
    due: ['{dueDay}#{dueShard}', '{dueAt}'],
  },
  'staff-message-part': { pk: '{schoolId}#msg#{messageId}', sk: 'part#{partKey}' },
  told: { pk: '{schoolId}#told#{bookingId}', sk: '{personId}#{channel}' },
  outbox: { pk: 'outbox#{shard}', sk: '{eventId}' },
  idempotency: { pk: 'idem#{personId}', sk: '{keyHash}' },
  'sweep-mark': { pk: 'cursor#{sweep}', sk: 'cursor' },
};

const SCHOOL_ID = /sch_[0-7][0-9a-hjkmnp-tv-z]{25}/g;
/** Kinds whose rows tell of a school without being its own: events and mail of a school lie elsewhere. */
const NOT_TENANT_BOUND = new Set(['outbox', 'idempotency', 'rate', 'sweep-mark']);

export const keyInvariants: Invariant[] = [
  {
    name: 'every row is of a known kind',
    *check({ rows }) {
      for (const row of rows) {
        if (kindOf(row) !== 'rate' && !ROW_KINDS[kindOf(row)])
          yield `${named(row)} is of no known kind`;
      }
    },
  },
  {
    name: 'every key says what the attributes of its row say',
    *check({ rows }) {
      for (const row of rows) {
        const shape = ROW_KINDS[kindOf(row)];
        if (!shape) continue;
        for (const [field, template] of fieldsOf(shape, row)) {
          const expected = filled(template, row);
          if (row[field] !== expected)
            yield `${named(row)} has ${field} ${row[field]}, not ${expected}`;
        }
      }
    },
  },
  {
    name: 'a row of a school lies under that school and names no other',
    *check({ rows }) {
      for (const row of rows.filter((candidate) => !NOT_TENANT_BOUND.has(kindOf(candidate)))) {
        const inKeys = ['pk', 'sk', 'schoolPk', 'schoolSk', 'duePk', 'dueSk'].flatMap(
          (field) => text(row[field] ?? '').match(SCHOOL_ID) ?? [],
        );
        const schools = new Set([...inKeys, ...(row.schoolId ? [text(row.schoolId)] : [])]);
        if (schools.size > 1) yield `${named(row)} belongs to ${[...schools].join(' and ')}`;
        if (inKeys.length > 0 && row.schoolId === undefined)
          yield `${named(row)} does not say its school`;
      }
    },
  },
  {
    name: 'what a school refers to lies in that school',
    *check({ rows, at }) {
      for (const row of rows) {
        const school = row.schoolId;
        if (!school || NOT_TENANT_BOUND.has(kindOf(row))) continue;
        if (!at(text(school), 'school'))
          yield `${named(row)} is of the school ${school}, which is not there`;
        for (const [id, pk, sk] of referencesOf(row, text(school))) {
          if (!at(pk, sk)) yield `${named(row)} refers to ${id}, which is not in ${school}`;
        }
      }
    },
  },
];

/** Every id that a row of a school holds, with the key at which its row must lie. */
function referencesOf(row: Row, school: string): [id: string, pk: string, sk: string][] {
  const student = (row.student ?? {}) as Row;
  const parts = Array.isArray(row.students) ? (row.students as Row[]) : [];
  const ids = (value: unknown) =>
    Array.isArray(value) ? value.map(text) : value ? [text(value)] : [];
  const plans = [row.lessonPlanId, student.lessonPlanId];
  const configuration = [row.departmentIds, row.vehicleId, row.bookingTypeId, ...plans];
  const people = [row.studentId, row.personId, row.teacherId, row.taughtBy, student.teacherIds];
  const resource = text(row.resourceId ?? '');
  return [
    ...configuration.flatMap(ids).map((id): [string, string, string] => [id, school, id]),
    ...[row.invoiceId, student.draftInvoiceId]
      .flatMap(ids)
      .map((id): [string, string, string] => [id, `${school}#inv#${id}`, 'invoice']),
    ...[row.paymentId]
      .flatMap(ids)
      .map((id): [string, string, string] => [id, `${school}#pay#${id}`, 'payment']),
    ...[...people.flatMap(ids), ...parts.map(({ studentId }) => text(studentId))].map(
      (id): [string, string, string] => [id, id, `member#${school}`],
    ),
    ...(resource.startsWith('veh_')
      ? [[resource, school, resource] as [string, string, string]]
      : []),
    ...(resource.startsWith('per_')
      ? [[resource, resource, `member#${school}`] as [string, string, string]]
      : []),
  ];
}

function* fieldsOf({ pk, sk, list, due }: Shape, row: Row): Generator<[string, string]> {
  yield ['pk', pk];
  yield ['sk', sk];
  // Index keys may be absent (a row that is in no list), but never half there.
  if (list && (row.schoolPk !== undefined || row.schoolSk !== undefined)) {
    yield ['schoolPk', list[0]];
    yield ['schoolSk', list[1]];
  }
  if (due && (row.duePk !== undefined || row.dueSk !== undefined || row.dueAt !== undefined)) {
    yield ['duePk', due[0]];
    yield ['dueSk', due[1]];
  }
}

function filled(template: string, row: Row): string {
  return template.replace(/\{(\w+)\}/g, (_, attribute: string) => text(row[attribute]));
}
