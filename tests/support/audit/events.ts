import canonicalize from 'canonicalize';
import type { Row } from '../../../domain/store/port.ts';
import { CATALOGUE } from '../../../events/catalogue.ts';
import type { EventEnvelope } from '../../../events/define.ts';
import { type Extras, type Invariant, named, number, type Table, text } from './invariant.ts';

/** Events that tell of a wish alone: nothing else is written with them. */
const WITHOUT_A_ROW = ['PasswordResetRequested'];

/** Told of an invoice that has not changed: its number is the attempt's to pay it. */
const NUMBERED_BY_ATTEMPT = ['PaymentFailed'];

/** Every event known: still in the outbox, or carried by the bus (once each, however often carried). */
function eventsOf({ of }: Table, { carried = [] }: Extras): EventEnvelope[] {
  const waiting = of('outbox').flatMap(({ event }) => (event ? [event as EventEnvelope] : []));
  return [...new Map([...waiting, ...carried].map((event) => [event.id, event])).values()];
}

/** The events of the entries of a student's record: their subject is the chain. */
const TOLD_AS: Record<string, string> = {
  teacher_signature: 'TeacherSigned',
  student_signature: 'StudentSigned',
  correction: 'CorrectionRequested',
  correction_accepted: 'CorrectionAccepted',
  correction_rejected: 'CorrectionRejected',
  dispute: 'DisputeRaised',
  dispute_accepted: 'DisputeAccepted',
  dispute_rejected: 'DisputeRejected',
};
const OF_A_RECORD = [...Object.values(TOLD_AS), 'ModuleVerified'];

/** The row that an event tells about. */
function subjectOf(
  { at, of }: Table,
  { name, schoolId, subject: { id } }: EventEnvelope,
): Row | undefined {
  if (name === 'SettingsChanged') return at(id, 'settings');
  if (OF_A_RECORD.includes(name)) return at(`${schoolId}#stu#${id}`, 'chain');
  if (name === 'PauseWarningDue') return at(`${schoolId}#stu#${id}`, 'pause');
  const [bookingId, studentId] = id.split('/');
  if (studentId) return at(`${schoolId}#stu#${studentId}`, `les#${bookingId}`);
  switch (id.slice(0, 4)) {
    case 'sch_':
      return at(id, 'school');
    case 'per_':
      return schoolId === null ? at(id, 'person') : at(id, `member#${schoolId}`);
    case 'inv_':
      return at(`${schoolId}#inv#${id}`, 'invoice');
    case 'pay_':
      return at(`${schoolId}#pay#${id}`, 'payment');
    case 'ref_':
      return of('refund').find((row) => row.schoolId === schoolId && row.refundId === id);
    case 'crn_':
      return of('credit-note').find((row) => row.schoolId === schoolId && row.sk === id);
    case 'run_':
      return at(`${schoolId}#runs`, id);
    case 'sus_':
      return at(`${schoolId}#sus`, id);
    case 'bkg_':
      return at(`${schoolId}#bkg#${id}`, 'booking');
    case 'svc_':
    case 'bty_':
      return at(String(schoolId), id);
    case 'res_':
      return of('theory-result').find(({ resultId }) => resultId === id);
    case 'whk_':
      return at(`${schoolId}#webhooks`, id);
    case 'reg_':
      return at(`${schoolId}#reg#${id}`, 'registration');
    case 'msg_':
      return at(`${schoolId}#msg#${id}`, 'message');
    case 'ntf_':
      return at(`${schoolId}#ntf#${id}`, 'notification');
    default:
      // a school's own text: its kind and language
      return at(`${schoolId}#tpl`, id);
  }
}

/** Who should have been told of a row as it stands: event names, any of which will do, and the subject. */
function* owed({ of }: Table): Generator<[Row, readonly string[], string]> {
  for (const row of of('school')) yield [row, ['SchoolCreated'], text(row.schoolId)];
  for (const row of of('registration'))
    yield [row, ['RegistrationReceived'], text(row.registrationId)];
  for (const row of of('membership')) {
    yield [row, ['StudentEnrolled', 'StaffInvited'], text(row.personId)];
    if (row.student !== undefined) yield [row, ['StudentEnrolled'], text(row.personId)];
    if (row.status === 'disabled') yield [row, ['MembershipDisabled'], text(row.personId)];
  }
  for (const row of of('booking')) {
    for (const event of owedFor(row)) yield [row, [event], text(row.bookingId)];
  }
  for (const row of of('record-entry')) {
    const kind = /"kind":"(\w+_\w+|correction|dispute)"/.exec(text(row.content))?.[1] ?? 'entry';
    yield [row, [TOLD_AS[kind] ?? kind], text(row.studentId)];
  }
  for (const row of of('warning')) {
    const { kind, bookingId } = row.about as Row;
    yield kind === 'pause'
      ? [row, ['PauseWarningDue'], text(row.studentId)]
      : [row, ['SignatureReminderDue'], `${bookingId}/${row.studentId}`];
  }
  for (const row of of('staff-message')) yield [row, ['StaffMessageWritten'], text(row.messageId)];
  for (const row of of('notification')) {
    if (row.resendOf !== undefined) yield [row, ['NotificationResent'], text(row.notificationId)];
  }
  for (const row of of('template')) {
    if (row.broken !== undefined) yield [row, ['TemplateBroke'], `${row.key}#${row.language}`];
  }
  for (const row of of('invoice')) {
    if (row.number !== undefined) yield [row, ['InvoiceIssued'], text(row.invoiceId)];
    const { reminders = [] } = (row.dunning ?? {}) as { reminders?: unknown[] };
    if (reminders.length > 0) yield [row, ['InvoiceReminderSent'], text(row.invoiceId)];
  }
  for (const row of of('payment')) yield [row, ['PaymentReceived'], text(row.paymentId)];
  for (const row of of('credit-note')) yield [row, ['CreditNoteIssued'], text(row.creditNoteId)];
  const asked = new Set(of('asked-refund').map(({ refundId }) => refundId));
  for (const row of of('refund')) {
    // Asked for in the request itself, it needs nobody else to hear of it.
    const inRequest = row.externalId !== undefined || asked.has(row.refundId);
    if (row.status === 'pending' && !inRequest)
      yield [row, ['RefundRequested'], text(row.refundId)];
    if (row.status === 'succeeded') yield [row, ['PaymentRefunded'], text(row.refundId)];
  }
}

/** What a booking's history has to tell. A draft is nobody's news until it is confirmed. */
function owedFor(row: Row): string[] {
  const history = row.history as { what: string; to?: Row }[];
  const did = (...words: string[]) => history.some(({ what }) => words.includes(what));
  const isNews = did('confirmed') || history[0]?.to?.status === 'confirmed';
  return [
    ...(isNews ? ['BookingConfirmed'] : []),
    ...(isNews && did('cancelled') ? ['BookingCancelled'] : []),
    ...(did('completed') ? ['BookingCompleted'] : []),
    ...(did('hold_expired') ? ['BookingHoldExpired'] : []),
  ];
}

export const eventInvariants: Invariant[] = [
  {
    name: 'every outbox row carries an event that the catalogue knows and can read',
    *check({ of }) {
      for (const row of of('outbox')) {
        const event = (row.event ?? {}) as EventEnvelope;
        if (event.id !== row.eventId) yield `${named(row)} carries the event ${event.id}`;
        const definition = CATALOGUE.find(({ name }) => name === event.name);
        if (!definition) yield `${named(row)} carries ${event.name}, which is not in the catalogue`;
        else if (definition.schemaVersion !== event.schemaVersion)
          yield `${named(row)} has version ${event.schemaVersion}`;
        else if (!definition.schema.safeParse(event.data).success)
          yield `${named(row)} breaks the schema of ${event.name}`;
        if (!Number.isInteger(row.attempts) || typeof row.parked !== 'boolean')
          yield `${named(row)} does not say how often it was tried`;
        if (!event.correlationId || Number.isNaN(Date.parse(event.at)))
          yield `${named(row)} says not when or why`;
      }
    },
  },
  {
    name: 'no event without its change',
    *check(table, extras) {
      for (const event of eventsOf(table, extras)) {
        if (WITHOUT_A_ROW.includes(event.name)) continue;
        const row = subjectOf(table, event);
        const { id, version } = event.subject;
        if (!row) yield `${event.name} ${event.id} tells of ${id}, which is not there`;
        else if (number(row.version) < version && !NUMBERED_BY_ATTEMPT.includes(event.name))
          yield `${event.name} ${event.id} tells of version ${version} of ${id}, which has ${row.version}`;
      }
    },
  },
  {
    name: 'no change without its event: carried, in the outbox, or in a dead-letter queue',
    *check(table, extras) {
      if (!extras.carried) return;
      const events = eventsOf(table, extras);
      for (const [row, names, subjectId] of owed(table)) {
        const told = events.some(
          (event) =>
            names.includes(event.name) &&
            event.subject.id === subjectId &&
            (event.schoolId ?? row.schoolId) === row.schoolId,
        );
        const dead = extras.deadLetters?.some(
          (body) => body.includes(subjectId) && names.some((name) => body.includes(name)),
        );
        if (!told && !dead) yield `${named(row)} was told by no ${names.join(' or ')}`;
      }
    },
  },
  {
    name: 'a version of a thing is told once by one kind of event, and copies of an event are alike',
    *check(table, extras) {
      const seen = new Map<string, string>();
      for (const { id, name, schoolId, subject } of eventsOf(table, extras)) {
        const what = `${name} of ${subject.id} version ${subject.version} in ${schoolId}`;
        if (seen.has(what)) yield `${what} is told by ${seen.get(what)} and by ${id}`;
        seen.set(what, id);
      }
      const copies = Map.groupBy(extras.carried ?? [], ({ id }) => id);
      for (const [id, all] of copies) {
        const versions = new Set(
          all.map(({ subject, name, data }) =>
            // in one order: the table keeps none, so a copy from the stream may have another
            canonicalize([name, subject.id, subject.version, data]),
          ),
        );
        if (versions.size > 1) yield `${id} was carried in ${versions.size} versions`;
      }
    },
  },
  {
    name: 'an event of a school concerns that school alone and holds no address or phone of anybody',
    *check(table, extras) {
      const personal = table
        .of('membership')
        .flatMap(({ personId, email, phone }) =>
          [email, phone].flatMap((value) =>
            value ? [[text(personId), text(value)] as const] : [],
          ),
        );
      for (const event of eventsOf(table, extras)) {
        const content = JSON.stringify(event);
        const schools = new Set(content.match(/sch_[0-7][0-9a-hjkmnp-tv-z]{25}/g) ?? []);
        if (schools.size > 1) yield `${event.name} ${event.id} names ${[...schools].join(' and ')}`;
        // An address has an @, a number its +: nearly no event need be compared with everybody's.
        if (!/@|\+\d/.test(content)) continue;
        const told = personal.find(([, value]) => content.includes(value));
        if (told) yield `${event.name} ${event.id} holds an address or phone of ${told[0]}`;
      }
    },
  },
  {
    name: 'an idempotency record has what a replay needs and expires',
    *check({ of }) {
      for (const row of of('idempotency')) {
        const whole = row.fingerprint && row.expiresAt && Number.isInteger(row.ttl);
        if (!whole || Math.floor(Date.parse(text(row.expiresAt)) / 1000) !== row.ttl)
          yield `${named(row)} never expires`;
      }
    },
  },
];
