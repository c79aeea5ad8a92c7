import {
  FIGURES,
  HAPPENINGS,
  type Happening,
  POLLS_A_MINUTE,
  PRICES,
  SCHOOL,
  STAGE,
} from './assumptions.ts';

const MINUTES_A_MONTH = 43_800;
const SECONDS_A_MONTH = MINUTES_A_MONTH * 60;
const KB_A_GB = 1_000_000;
/** A row of 1 KB in a transaction, prepared and committed; and once for the index it is in. */
const UNITS_A_ROW = 3;

/** What so many schools do in a month, counted. */
export type Volume = {
  schools: number;
  requests: number;
  invocations: number;
  gbSeconds: number;
  writeUnits: number;
  readUnits: number;
  events: number;
  queueRequests: number;
  mails: number;
  smsSegments: number;
  activeUsers: number;
  storedGb: number;
};

/** Adds up the happenings of so many schools; every school is the average one. */
export function volumeOf(schools: number): Volume {
  const sum = (of: (happening: Happening) => number) =>
    schools * HAPPENINGS.reduce((total, one) => total + one.aMonth * of(one), 0);
  const requests = sum(({ requests: r = 0 }) => r);
  const events = sum(({ events: e = 0 }) => e);
  const mails = sum(({ mails: m = 0 }) => m);
  const smsSegments = sum(({ smsSegments: s = 0 }) => s);
  const messages = mails + smsSegments / 2;
  const sweeps = (STAGE.sweepsAnHour * MINUTES_A_MONTH) / 60;
  // the relay for each event, the planner for most, sender and report for each message
  const working = 2 * events + 2 * messages + sweeps;
  const { requestMs, workerMs, functionGb, edgeReadUnits, rowsPerMessage } = FIGURES;
  return {
    schools,
    requests,
    invocations: requests + working,
    gbSeconds: (functionGb * (requests * requestMs + working * workerMs)) / 1000,
    writeUnits:
      UNITS_A_ROW * (sum(({ rowsWritten: w = 0 }) => w) + messages * rowsPerMessage + events),
    readUnits: sum(({ readUnits: r = 0 }) => r) + requests * edgeReadUnits + messages * 8,
    events,
    queueRequests:
      STAGE.workingQueues * POLLS_A_MINUTE * MINUTES_A_MONTH +
      messages * FIGURES.queueRequestsPerMessage,
    mails,
    smsSegments,
    activeUsers: schools * (SCHOOL.activeStudents + SCHOOL.staff),
    storedGb: (schools * FIGURES.rowsKeptAMonth * FIGURES.monthsKept) / KB_A_GB,
  };
}

/** Dollars a month by what they are paid for. */
export function costOf(volume: Volume): Record<string, number> {
  const { invocations, requests } = volume;
  const over = (amount: number, free: number) => Math.max(0, amount - free);
  return {
    'SMS (Twilio)': volume.smsSegments * PRICES.smsSegment,
    'e-mail (SES)': volume.mails * PRICES.email,
    'sign-in (Cognito)': over(volume.activeUsers, PRICES.activeUsersFree) * PRICES.activeUser,
    'table: writes and reads':
      volume.writeUnits * PRICES.writeUnit + volume.readUnits * PRICES.readUnit,
    'table: storage and recovery':
      volume.storedGb * (PRICES.storageGbMonth + PRICES.recoveryGbMonth),
    functions: invocations * PRICES.lambdaRequest + volume.gbSeconds * PRICES.lambdaGbSecond,
    API: requests * PRICES.apiRequest + ((requests * FIGURES.answerKb) / KB_A_GB) * PRICES.egressGb,
    'queues and bus':
      over(volume.queueRequests, PRICES.queueRequestsFree) * PRICES.queueRequest +
      volume.events * PRICES.busEvent,
    'logs and traces':
      ((invocations * FIGURES.logKbPerInvocation) / KB_A_GB) * PRICES.logGb +
      invocations * FIGURES.traced * PRICES.trace,
    'metrics, alarms, dashboard, secrets':
      STAGE.ownMetrics * PRICES.metricMonth +
      STAGE.alarmMetrics * PRICES.alarmMetricMonth +
      STAGE.dashboards * PRICES.dashboardMonth +
      STAGE.secrets * PRICES.secretMonth,
  };
}

export function totalOf(costs: Readonly<Record<string, number>>): number {
  return Object.values(costs).reduce((sum, one) => sum + one, 0);
}

/** The busiest second, in which quotas are met. */
export function peakOf(volume: Volume) {
  const perSecond = (amount: number) => (amount / SECONDS_A_MONTH) * FIGURES.peak;
  return {
    requests: perSecond(volume.requests),
    concurrency: perSecond(volume.gbSeconds) / FIGURES.functionGb,
    mails: perSecond(volume.mails),
    smsSegments: perSecond(volume.smsSegments),
    writeUnits: perSecond(volume.writeUnits),
    /** everybody once a day in the busiest two hours */
    signIns: volume.activeUsers / 7200,
  };
}
