import { DUE, listPk, listSk, pk, sk } from './key-parts.ts';
import { OUTBOX_PREFIX } from './names.ts';

/**
 * Every key of the one table, in one place, as the templates that the entities use.
 *
 * ```
 * sch_X                       school | settings | calendar | payment-account | counter#invoice | dep_… | svc_… | pln_… | veh_… | bty_… | avl#per_1
 *                                                                        (configuration: one Query)
 * sch_X#bkg#bkg_1             booking                                    sch_X#agenda#per_1  2026-11-22  (or #veh_1)
 * sch_X#staff                 per_1                                      who works here
 * sch_X#tea#per_1             per_2                                      students ever booked with a teacher
 * sch_X#pln#pln_1             v#0000000001                               the versions of a lesson plan
 * sch_X#stu#per_1             balance | led#0000000042                   a student's money
 *                             les#bkg_1 | lest#<taken at>#<id>           lessons taught, and the student's theory tests
 *                             pause | wrn#evt_…                          the pause since the last lesson, warnings of it
 *                             chain | sig#0000000007 | sigp#0000000007   the signed record: head, entries, personal parts
 *                             due#2026-12-07#inv_1 | crd#pay_1 | billed  what is open, and which bookings are on invoices
 * sch_X#inv#inv_1             invoice | crn_1                            an invoice and its credit notes
 * sch_X#pay#pay_1             payment | ref_1                            a payment and its refunds
 * sch_X#runs                  run_1                                      invoicing the whole school
 * sch_X#inv#inv_1             chk#0001    sch_X#chk#cs_1  session        attempts to pay an invoice online
 * sch_X#pay#pay_1             asked       sch_X#wait#pi_1 re_1#refund    what waits for the provider, or for the payment
 * sch_X#sus                   sus_1                                      money that matched nothing
 * acct#acct_1                 account     ext#acct_1#pi_1#payment  fact  the provider's account, and what is booked of it
 * sch_X#reg#reg_1             registration
 * sch_X#ntf#ntf_1, per_1#ntf#ntf_1    notification (a school's, or a person's own: password reset)
 * sch_X#told#bkg_1            per_1#email | per_1#sms                    what somebody was told of a booking
 * sch_X#task#<platform>       per_1 | sch_X                              what a Danish platform is to be told
 * sch_X#webhooks              whk_1                                      addresses a school wants its events at
 * sch_X#whk#whk_1             evt_…                                      one event to one of them
 * platform#<name>             pause                                      inbox#<platform>#<sha256 of the delivery id>  delivery
 * per_1                       person | member#sch_X                      the only rows of a school outside its partition
 * sch_X#tpl                   <kind>#<language>                          a school's own text
 * sch_X#msg#msg_1             message | part#0001                        what staff wrote, and to whom
 * email#<hmac>                email -> personId                          slug#<slug>  slug -> schoolId
 * tok#<sha256>                token | opt-out                            idem#per_1   <sha256 of the key>
 * sup#<channel>#<hmac>        an address or number that is written to no more
 * prov#<provider's id>        a message as its provider knows it -> notification
 * outbox#0..9                 evt_…                                      rate#<scope>#<hmac>#<window>  rate
 * cursor#sweep                how far the sweep of what falls due has come
 * ```
 *
 * Tenant first: every row of a school begins with its id, and ids are strict TypeIDs, so no value
 * can reach into another key (`#` is in no id). Keys are spelled by templates with `casing: 'none'`,
 * because ElectroDB's own composition lower-cases and labels parts, which makes different ids
 * collide; a golden test pins the key of every entity.
 */
export const KEYS = {
  school: { pk: pk(['schoolId'], '${schoolId}'), sk: sk([], 'school') },
  /** platform administrators' list of schools, oldest first */
  schoolList: {
    pk: listPk([], 'schools'),
    sk: listSk(['createdAt', 'schoolId'], '${createdAt}#${schoolId}'),
  },
  settings: { pk: pk(['schoolId'], '${schoolId}'), sk: sk([], 'settings') },
  counter: { pk: pk(['schoolId'], '${schoolId}'), sk: sk(['series'], 'counter#${series}') },
  department: { pk: pk(['schoolId'], '${schoolId}'), sk: sk(['departmentId'], '${departmentId}') },
  service: { pk: pk(['schoolId'], '${schoolId}'), sk: sk(['serviceId'], '${serviceId}') },
  lessonPlan: { pk: pk(['schoolId'], '${schoolId}'), sk: sk(['lessonPlanId'], '${lessonPlanId}') },
  lessonPlanVersion: {
    pk: pk(['schoolId', 'lessonPlanId'], '${schoolId}#pln#${lessonPlanId}'),
    sk: sk(['sequenceKey'], 'v#${sequenceKey}'),
  },
  vehicle: { pk: pk(['schoolId'], '${schoolId}'), sk: sk(['vehicleId'], '${vehicleId}') },
  bookingType: {
    pk: pk(['schoolId'], '${schoolId}'),
    sk: sk(['bookingTypeId'], '${bookingTypeId}'),
  },
  calendar: { pk: pk(['schoolId'], '${schoolId}'), sk: sk([], 'calendar') },
  availability: { pk: pk(['schoolId'], '${schoolId}'), sk: sk(['teacherId'], 'avl#${teacherId}') },
  slug: { pk: pk(['slug'], 'slug#${slug}'), sk: sk([], 'slug') },

  person: { pk: pk(['personId'], '${personId}'), sk: sk([], 'person') },
  membership: { pk: pk(['personId'], '${personId}'), sk: sk(['schoolId'], 'member#${schoolId}') },
  /** a school's students by name */
  studentsByName: {
    pk: listPk(['schoolId'], '${schoolId}#students'),
    sk: listSk(['sortName', 'personId'], '${sortName}#${personId}'),
  },
  /** a student who was ever booked with a teacher */
  acquaintance: {
    pk: pk(['schoolId', 'teacherId'], '${schoolId}#tea#${teacherId}'),
    sk: sk(['studentId'], '${studentId}'),
  },
  staff: { pk: pk(['schoolId'], '${schoolId}#staff'), sk: sk(['personId'], '${personId}') },
  email: { pk: pk(['emailKey'], 'email#${emailKey}'), sk: sk([], 'email') },
  token: { pk: pk(['tokenHash'], 'tok#${tokenHash}'), sk: sk([], 'token') },
  registration: {
    pk: pk(['schoolId', 'registrationId'], '${schoolId}#reg#${registrationId}'),
    sk: sk([], 'registration'),
  },

  balance: {
    pk: pk(['schoolId', 'studentId'], '${schoolId}#stu#${studentId}'),
    sk: sk([], 'balance'),
  },
  ledgerEntry: {
    pk: pk(['schoolId', 'studentId'], '${schoolId}#stu#${studentId}'),
    sk: sk(['sequenceKey'], 'led#${sequenceKey}'),
  },
  /** what one booking taught one student, and who has signed it */
  lesson: {
    pk: pk(['schoolId', 'studentId'], '${schoolId}#stu#${studentId}'),
    sk: sk(['bookingId'], 'les#${bookingId}'),
  },
  lessonDue: DUE,
  /** since when a student has not been taught */
  pause: {
    pk: pk(['schoolId', 'studentId'], '${schoolId}#stu#${studentId}'),
    sk: sk([], 'pause'),
  },
  pauseDue: DUE,
  /** a warning or reminder that was due, as evidence that it was given */
  warning: {
    pk: pk(['schoolId', 'studentId'], '${schoolId}#stu#${studentId}'),
    sk: sk(['eventId'], 'wrn#${eventId}'),
  },
  /** the end of a student's signed record */
  chain: {
    pk: pk(['schoolId', 'studentId'], '${schoolId}#stu#${studentId}'),
    sk: sk([], 'chain'),
  },
  recordEntry: {
    pk: pk(['schoolId', 'studentId'], '${schoolId}#stu#${studentId}'),
    sk: sk(['sequenceKey'], 'sig#${sequenceKey}'),
  },
  /** beside the entry, so that it can be erased without it */
  personalPart: {
    pk: pk(['schoolId', 'studentId'], '${schoolId}#stu#${studentId}'),
    sk: sk(['sequenceKey'], 'sigp#${sequenceKey}'),
  },
  /** a school's ledger entries by time, of all students: for exports and reports */
  ledgerByTime: {
    pk: listPk(['schoolId'], '${schoolId}#ledger'),
    sk: listSk(['at', 'studentId', 'sequenceKey'], '${at}#${studentId}#${sequenceKey}'),
  },
  /** an issued invoice that is not settled, by the day on which the next part of it falls due */
  openInvoice: {
    pk: pk(['schoolId', 'studentId'], '${schoolId}#stu#${studentId}'),
    sk: sk(['dueDate', 'invoiceId'], 'due#${dueDate}#${invoiceId}'),
  },
  /** a school's open invoices by the day they fall due */
  openInvoicesByDueDate: {
    pk: listPk(['schoolId'], '${schoolId}#open'),
    sk: listSk(['dueDate', 'invoiceId'], '${dueDate}#${invoiceId}'),
  },
  /** a payment of which something lies unused as credit */
  openCredit: {
    pk: pk(['schoolId', 'studentId'], '${schoolId}#stu#${studentId}'),
    sk: sk(['paymentId'], 'crd#${paymentId}'),
  },
  /** which bookings of a student are on an invoice */
  billed: {
    pk: pk(['schoolId', 'studentId'], '${schoolId}#stu#${studentId}'),
    sk: sk([], 'billed'),
  },
  payment: {
    pk: pk(['schoolId', 'paymentId'], '${schoolId}#pay#${paymentId}'),
    sk: sk([], 'payment'),
  },
  /** a student's payments, oldest first */
  paymentsByStudent: {
    pk: listPk(['schoolId', 'studentId'], '${schoolId}#stu#${studentId}#pay'),
    sk: listSk(['createdAt', 'paymentId'], '${createdAt}#${paymentId}'),
  },
  refund: {
    pk: pk(['schoolId', 'paymentId'], '${schoolId}#pay#${paymentId}'),
    sk: sk(['refundId'], '${refundId}'),
  },
  creditNote: {
    pk: pk(['schoolId', 'invoiceId'], '${schoolId}#inv#${invoiceId}'),
    sk: sk(['creditNoteId'], '${creditNoteId}'),
  },
  invoiceRun: { pk: pk(['schoolId'], '${schoolId}#runs'), sk: sk(['runId'], '${runId}') },
  invoice: {
    pk: pk(['schoolId', 'invoiceId'], '${schoolId}#inv#${invoiceId}'),
    sk: sk([], 'invoice'),
  },
  /** the next reminder of an invoice */
  invoiceDue: DUE,
  /** a student's invoices, oldest first */
  invoicesByStudent: {
    pk: listPk(['schoolId', 'studentId'], '${schoolId}#stu#${studentId}#inv'),
    sk: listSk(['createdAt', 'invoiceId'], '${createdAt}#${invoiceId}'),
  },

  booking: {
    pk: pk(['schoolId', 'bookingId'], '${schoolId}#bkg#${bookingId}'),
    sk: sk([], 'booking'),
  },
  /** a school's calendar by time */
  bookingsByStart: {
    pk: listPk(['schoolId'], '${schoolId}#calendar'),
    sk: listSk(['startsAt', 'bookingId'], '${startsAt}#${bookingId}'),
  },
  bookingDue: DUE,
  /** what one teacher, vehicle or student is taken by on one UTC day */
  agenda: {
    pk: pk(['schoolId', 'resourceId'], '${schoolId}#agenda#${resourceId}'),
    sk: sk(['day'], '${day}'),
  },

  notification: {
    pk: pk(['owner', 'notificationId'], '${owner}#ntf#${notificationId}'),
    sk: sk([], 'notification'),
  },
  /** what a school (or the platform, to a person) has told, oldest first */
  notificationsByTime: {
    pk: listPk(['owner'], '${owner}#ntf'),
    sk: listSk(['createdAt', 'notificationId'], '${createdAt}#${notificationId}'),
  },
  notificationDue: DUE,

  /** what one person was last told of a booking by one channel, and what waits to be told */
  told: {
    pk: pk(['schoolId', 'bookingId'], '${schoolId}#told#${bookingId}'),
    sk: sk(['personId', 'channel'], '${personId}#${channel}'),
  },

  /** a school's account at the payment provider, and the school of an account */
  paymentAccount: { pk: pk(['schoolId'], '${schoolId}'), sk: sk([], 'payment-account') },
  accountSchool: { pk: pk(['account'], 'acct#${account}'), sk: sk([], 'account') },
  /** the attempts to pay an invoice online; `attemptKey` sorts like their numbers */
  checkout: {
    pk: pk(['schoolId', 'invoiceId'], '${schoolId}#inv#${invoiceId}'),
    sk: sk(['attemptKey'], 'chk#${attemptKey}'),
  },
  /** which attempt a provider's session belongs to */
  checkoutSession: {
    pk: pk(['schoolId', 'sessionId'], '${schoolId}#chk#${sessionId}'),
    sk: sk([], 'session'),
  },
  /** that a provider's fact about money has been booked; outside any student, and for good */
  providerFact: {
    pk: pk(['account', 'objectId', 'kind'], 'ext#${account}#${objectId}#${kind}'),
    sk: sk([], 'fact'),
  },
  /** facts that came before the payment they are about */
  waitingFact: {
    pk: pk(['schoolId', 'paymentIntentId'], '${schoolId}#wait#${paymentIntentId}'),
    sk: sk(['factKey'], '${factKey}'),
  },
  waitingFactDue: DUE,
  /** the one refund of a payment that the provider has been asked for and has not answered */
  askedRefund: {
    pk: pk(['schoolId', 'paymentId'], '${schoolId}#pay#${paymentId}'),
    sk: sk([], 'asked'),
  },
  askedRefundDue: DUE,
  /** money received that matched nothing */
  suspense: { pk: pk(['schoolId'], '${schoolId}#sus'), sk: sk(['suspenseId'], '${suspenseId}') },

  /** what one platform is to be told of a school or of one of its students */
  platformTask: {
    pk: pk(['schoolId', 'platform'], '${schoolId}#task#${platform}'),
    sk: sk(['subjectId'], '${subjectId}'),
  },
  platformTaskDue: DUE,
  /** whether a platform is being left alone */
  platformPause: { pk: pk(['platform'], 'platform#${platform}'), sk: sk([], 'pause') },
  /** what a platform delivered to us, by the hash of its delivery id */
  platformDelivery: {
    pk: pk(['platform', 'deliveryHash'], 'inbox#${platform}#${deliveryHash}'),
    sk: sk([], 'delivery'),
  },
  /** deliveries that could not be placed, of all platforms, oldest first: an operator's list */
  quarantine: {
    pk: listPk([], 'quarantine'),
    sk: listSk(['createdAt', 'deliveryHash'], '${createdAt}#${deliveryHash}'),
  },
  /** a student's theory results, oldest first; beside the lessons, so that progress reads both at once */
  theoryResult: {
    pk: pk(['schoolId', 'studentId'], '${schoolId}#stu#${studentId}'),
    sk: sk(['takenAt', 'resultId'], 'lest#${takenAt}#${resultId}'),
  },
  webhookEndpoint: {
    pk: pk(['schoolId'], '${schoolId}#webhooks'),
    sk: sk(['endpointId'], '${endpointId}'),
  },
  webhookDelivery: {
    pk: pk(['schoolId', 'endpointId'], '${schoolId}#whk#${endpointId}'),
    sk: sk(['eventId'], '${eventId}'),
  },
  /** what an endpoint was or is to be sent, by the time of the event */
  webhookDeliveriesByTime: {
    pk: listPk(['schoolId', 'endpointId'], '${schoolId}#whk#${endpointId}'),
    sk: listSk(['occurredAt', 'eventId'], '${occurredAt}#${eventId}'),
  },
  webhookDeliveryDue: DUE,

  /** by the provider's own id: which notification its callbacks are about */
  sentMessage: { pk: pk(['providerId'], 'prov#${providerId}'), sk: sk([], 'sent') },
  /** the link at the end of every SMS of a school to a person */
  optOut: { pk: pk(['tokenHash'], 'tok#${tokenHash}'), sk: sk([], 'opt-out') },
  suppression: {
    pk: pk(['channel', 'addressKey'], 'sup#${channel}#${addressKey}'),
    sk: sk([], 'suppression'),
  },
  template: {
    pk: pk(['schoolId'], '${schoolId}#tpl'),
    sk: sk(['key', 'language'], '${key}#${language}'),
  },
  staffMessage: {
    pk: pk(['schoolId', 'messageId'], '${schoolId}#msg#${messageId}'),
    sk: sk([], 'message'),
  },
  staffMessageDue: DUE,
  staffMessagePart: {
    pk: pk(['schoolId', 'messageId'], '${schoolId}#msg#${messageId}'),
    sk: sk(['partKey'], 'part#${partKey}'),
  },

  outbox: { pk: pk(['shard'], `${OUTBOX_PREFIX}\${shard}`), sk: sk(['eventId'], '${eventId}') },
  idempotency: { pk: pk(['personId'], 'idem#${personId}'), sk: sk(['keyHash'], '${keyHash}') },
  /** how far a sweep of what falls due has come */
  sweepMark: { pk: pk(['sweep'], 'cursor#${sweep}'), sk: sk([], 'cursor') },
} as const;

/** The partition that holds a school's whole configuration. */
export function configurationPartition(schoolId: string): string {
  return schoolId;
}

/** The rows that say what a student has learnt: lessons and theory tests, and nothing else of them. */
export function learntOf(schoolId: string, studentId: string): { pk: string; begins: string } {
  return { pk: `${schoolId}#stu#${studentId}`, begins: 'les' };
}
