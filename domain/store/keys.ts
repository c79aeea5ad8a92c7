import { BY_DUE, BY_SCHOOL_AND_TIME, OUTBOX_PREFIX, PARTITION_KEY, SORT_KEY } from './names.ts';

/**
 * Every key of the one table, in one place, as the templates that the entities use.
 *
 * ```
 * sch_X                       school | settings | calendar | counter#invoice | dep_… | svc_… | pln_… | veh_… | bty_… | avl#per_1
 *                                                                        (configuration: one Query)
 * sch_X#bkg#bkg_1             booking                                    sch_X#agenda#per_1  2026-11-22  (or #veh_1)
 * sch_X#staff                 per_1                                      who works here
 * sch_X#tea#per_1             per_2                                      students ever booked with a teacher
 * sch_X#stu#per_1             balance | led#0000000042                   a student's money
 * sch_X#inv#inv_1             invoice
 * sch_X#reg#reg_1             registration
 * sch_X#ntf#ntf_1, per_1#ntf#ntf_1    notification (a school's, or a person's own: password reset)
 * sch_X#told#bkg_1            per_1#email | per_1#sms                    what somebody was told of a booking
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
function pk<const C extends readonly string[]>(composite: C, template: string) {
  return { field: PARTITION_KEY, composite, template, casing: 'none' } as const;
}

function sk<const C extends readonly string[]>(composite: C, template: string) {
  return { field: SORT_KEY, composite, template, casing: 'none' } as const;
}

function listPk<const C extends readonly string[]>(composite: C, template: string) {
  return { field: BY_SCHOOL_AND_TIME.pk, composite, template, casing: 'none' } as const;
}

function listSk<const C extends readonly string[]>(composite: C, template: string) {
  return { field: BY_SCHOOL_AND_TIME.sk, composite, template, casing: 'none' } as const;
}

function duePk<const C extends readonly string[]>(composite: C, template: string) {
  return { field: BY_DUE.pk, composite, template, casing: 'none' } as const;
}

function dueSk<const C extends readonly string[]>(composite: C, template: string) {
  return { field: BY_DUE.sk, composite, template, casing: 'none' } as const;
}

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
  invoice: {
    pk: pk(['schoolId', 'invoiceId'], '${schoolId}#inv#${invoiceId}'),
    sk: sk([], 'invoice'),
  },
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
  bookingDue: {
    pk: duePk(['dueHour', 'dueShard'], '${dueHour}#${dueShard}'),
    sk: dueSk(['dueAt'], '${dueAt}'),
  },
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
  /** what falls due in a UTC hour, spread over four shards */
  notificationDue: {
    pk: duePk(['dueHour', 'dueShard'], '${dueHour}#${dueShard}'),
    sk: dueSk(['dueAt'], '${dueAt}'),
  },

  /** what one person was last told of a booking by one channel, and what waits to be told */
  told: {
    pk: pk(['schoolId', 'bookingId'], '${schoolId}#told#${bookingId}'),
    sk: sk(['personId', 'channel'], '${personId}#${channel}'),
  },

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
  staffMessageDue: {
    pk: duePk(['dueHour', 'dueShard'], '${dueHour}#${dueShard}'),
    sk: dueSk(['dueAt'], '${dueAt}'),
  },
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
