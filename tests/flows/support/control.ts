import type { LocalMetric } from '../../../local/control/metrics.ts';
import type { Account } from '../../../local/parts/e-teori.ts';
import type { LocalListing } from '../../../local/parts/findkoreskole.ts';
import type { Mail } from '../../../local/parts/mail.ts';
import { now } from './clock.ts';
import { stack } from './stack.ts';

export type Fault = {
  provider: 'ses' | 'twilio' | 'stripe' | 'e-teori' | 'findkoreskole' | 'webhook';
  mode: '500' | '429' | '400' | 'timeout' | 'accept_then_timeout';
  code?: string | number;
  retryAfter?: number;
  count: number | 'forever';
};
export type Crash = { function: string; call: string; when: 'before' | 'after'; nth?: number };
export type QueueState = {
  name: string;
  visible: number;
  inFlight: number;
  delayed: number;
  deadLetter: { name: string; visible: number } | null;
};

/** The control address: what a test does to the stack. Throws when it refuses. */
export const control = {
  /** all mails, or those to one address */
  mail: (to?: string) =>
    call<Mail[]>('GET', to === undefined ? '/mail' : `/mail?to=${encodeURIComponent(to)}`),
  sms: () =>
    call<{ id: string; to: string[]; text: string; at: string; segments: number }[]>('GET', '/sms'),
  /** an event of SES about a mail, by the id that SES gave it */
  sesEvent: (event: Record<string, unknown>) => call('POST', '/ses/events', event),
  twilioStatus: (messageSid: string, status: string, errorCode?: number) =>
    call<{ status: number }>('POST', '/twilio/status', {
      ...{ messageSid, status },
      ...(errorCode !== undefined && { errorCode }),
    }),
  // biome-ignore lint/suspicious/noExplicitAny: requests differ by provider
  requests: (provider: string) => call<any[]>('GET', `/requests?provider=${provider}`),
  /** accounts that e-teori.dk made, listings that findkoreskole.dk shows */
  accounts: () => call<Account[]>('GET', '/e-teori'),
  listings: () => call<LocalListing[]>('GET', '/findkoreskole'),
  fault: (order: Fault) => call('POST', '/faults', order),
  clearFault: (provider: Fault['provider']) =>
    call('POST', '/faults', { provider, mode: '500', count: 0 }),
  crash: (order: Crash) => call('POST', '/crash', { nth: 1, ...order }),
  /** the crashes planted, and whether each has happened */
  // biome-ignore lint/suspicious/noExplicitAny: read by the tests of crashes
  crashes: () => call<any>('GET', '/crash'),
  clearCrashes: () => call('DELETE', '/crash'),
  /** the dashboard's figures, by metric name */
  metrics: async () =>
    new Map((await call<LocalMetric[]>('GET', '/metrics')).map((metric) => [metric.name, metric])),
  queues: () => call<QueueState[]>('GET', '/queues'),
  redrive: (name: string) => call<{ moved: number }>('POST', `/queues/${name}/redrive`),
  // biome-ignore lint/suspicious/noExplicitAny: the bus carries events of every kind
  events: () => call<any[]>('GET', '/events'),
  schedules: () => call<{ name: string }[]>('GET', '/schedules'),
  runSchedule: (name: string, at?: string) =>
    call('POST', `/schedules/${name}/run`, at ? { at } : {}),
  /** switches what wakes a function on and off */
  source: (name: string, enabled: boolean) => call('POST', `/sources/${name}`, { enabled }),
  now: async () => new Date((await call<{ now: string }>('GET', '/clock')).now),
  /** to an ISO instant, or with null back to the time that the tests keep */
  clock: (to: string | null) =>
    call('POST', '/clock', { now: to ?? new Date(now()).toISOString() }),
  realTime: () => call<{ offsetMs: number }>('POST', '/clock', { now: null }),
  /** what happens at Stripe: `checkout/{id}/pay`, `events`, `disputes`, ... */
  stripe: <T>(act: string, body: object) => call<T>('POST', `/stripe/${act}`, body),
  /** lets everything run dry */
  idle: (until?: string) =>
    call<{ delivered: number; deadLettered: number }>('POST', '/idle', until ? { until } : {}),
};

/** Moves the control clock on from where it stands. */
export async function passTime({ minutes = 0, hours = 0, days = 0 }): Promise<void> {
  const passed = ((days * 24 + hours) * 60 + minutes) * 60_000;
  await control.clock(new Date((await control.now()).getTime() + passed).toISOString());
}

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${stack().control}/_local${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer = (await response.json()) as T;
  if (!response.ok)
    throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
  return answer;
}
