/**
 * What the cost table is reckoned from. A row that is wrong for you: change it, `npm run cost`.
 *
 * Prices are in US dollars without tax, as public lists for European regions had them in 2025; where
 * regions differ, one of the dearer. They were written down, not fetched: look before you rely on one.
 * Free allowances are left out but for Cognito's and SQS's, which decide what a small platform pays.
 */
export const PRICE_LIST = '2025, written down in November 2026';

const MILLION = 1_000_000;

export const PRICES = {
  /** HTTP API, a request */
  apiRequest: 1.11 / MILLION,
  lambdaRequest: 0.2 / MILLION,
  /** arm64 */
  lambdaGbSecond: 0.0000133334,
  /** on demand; in a transaction a KB costs two */
  writeUnit: 0.705 / MILLION,
  readUnit: 0.141 / MILLION,
  storageGbMonth: 0.283,
  recoveryGbMonth: 0.2264,
  busEvent: 1 / MILLION,
  queueRequest: 0.4 / MILLION,
  queueRequestsFree: MILLION,
  email: 0.1 / 1000,
  /** Twilio to a Danish mobile, a segment; by far the largest price here, and the least certain */
  smsSegment: 0.055,
  /** Cognito, plan Essentials, which a pool gets when nobody chooses; Lite is 0.0055 */
  activeUser: 0.015,
  activeUsersFree: 10_000,
  logGb: 0.57,
  trace: 5 / MILLION,
  metricMonth: 0.3,
  alarmMetricMonth: 0.1,
  dashboardMonth: 3,
  secretMonth: 0.4,
  egressGb: 0.09,
} as const;

/** What the template has, whoever uses it; a test counts it. */
export const STAGE = {
  functions: 143,
  workingQueues: 16,
  /** metrics that alarms look at: an alarm on a sum of functions is billed for each of them */
  alarmMetrics: 336,
  dashboards: 1,
  secrets: 6,
  /** events by name that really occur, messages by channel and status, what has an alarm */
  ownMetrics: 70,
  sweepsAnHour: 12,
} as const;

/** Lambda asks an idle queue about this often: five pollers, twenty seconds each. */
export const POLLS_A_MINUTE = 15;

/** A school of two to four teachers, in a month. */
export const SCHOOL = { activeStudents: 60, staff: 5, enrolments: 8, lessons: 240, invoices: 60 };

/** What one happening costs the platform; rows by bench:items and bench:notifications. */
export type Happening = {
  what: string;
  aMonth: number;
  requests?: number;
  /** rows put, deleted or checked in transactions, of about 1 KB, indexes and outbox included */
  rowsWritten?: number;
  /** units; what the edge reads of every request is added */
  readUnits?: number;
  events?: number;
  mails?: number;
  smsSegments?: number;
};

const { activeStudents, staff, enrolments, lessons, invoices } = SCHOOL;

export const HAPPENINGS: readonly Happening[] = [
  // registration 2, enrolment 8, activation 3; welcome with a link, invoice
  {
    ...{ what: 'enrolments', aMonth: enrolments, requests: 4, rowsWritten: 16, readUnits: 20 },
    ...{ events: 4, mails: 2 },
  },
  // booked 5; every third moved 8; completed 5; student and teacher told, and reminded
  {
    ...{ what: 'lessons', aMonth: lessons, requests: 4, rowsWritten: 16, readUnits: 20 },
    ...{ events: 4, mails: 5, smsSegments: 4 },
  },
  // teacher and student, one module each; asked by mail and SMS, told the new head
  {
    ...{ what: 'signatures', aMonth: lessons, requests: 4, rowsWritten: 14, readUnits: 30 },
    ...{ events: 3, mails: 3, smsSegments: 2 },
  },
  // issued 6, paid 7; invoice, reminder for every fourth, receipt
  {
    ...{ what: 'invoices and payments', aMonth: invoices, requests: 4, rowsWritten: 15 },
    ...{ readUnits: 20, events: 3, mails: 2.25 },
  },
  // calendar, progress, balance, lists: 40 by each student, 600 by each member of staff
  {
    ...{ what: 'looking', aMonth: 40 * activeStudents + 600 * staff, requests: 1, readUnits: 6 },
  },
];

/** Measured on this machine, or set. */
export const FIGURES = {
  /** an HTTP function of 512 MB: some calls of DynamoDB, and its share of cold starts */
  requestMs: 45,
  /** a message through a planner or sender */
  workerMs: 60,
  functionGb: 0.5,
  /** membership and school, consistently, in every request */
  edgeReadUnits: 2,
  /** a mail: its row made, claimed, saved, its look-up; then a report */
  rowsPerMessage: 5,
  /** send, receive, delete, for planner, sender and report */
  queueRequestsPerMessage: 9,
  logKbPerInvocation: 0.9,
  answerKb: 3,
  /** of all invocations: X-Ray takes the first of a second and a twentieth of the rest */
  traced: 0.05,
  /** rows that a school keeps of a month, and for how long */
  rowsKeptAMonth: 9_000,
  monthsKept: 24,
  /** busiest second against the average of a month: evenings, and everybody at once */
  peak: 12,
} as const;
