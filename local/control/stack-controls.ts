import type { EventBus } from '../bus/bus.ts';
import type { Schedules } from '../bus/schedules.ts';
import type { Permissions } from '../iam/permissions.ts';
import type { LambdaHost } from '../lambda/host.ts';
import type { ControlClock } from '../parts/clock.ts';
import type { ETeoriPart } from '../parts/e-teori.ts';
import { type FaultOrder, type Faults, PROVIDERS, type Provider } from '../parts/faults.ts';
import type { FindkoreskolePart } from '../parts/findkoreskole.ts';
import type { MailPart } from '../parts/mail.ts';
import type { Queues } from '../parts/queues.ts';
import type { RequestLog } from '../parts/requests.ts';
import type { StripePart } from '../parts/stripe/stripe.ts';
import type { TwilioPart } from '../parts/twilio.ts';
import type { UserPools } from '../parts/user-pools.ts';
import type { Crashes, CrashOrder } from '../proxy/crashes.ts';
import type { Sources } from '../sources/sources.ts';
import { shortName } from '../template/model.ts';
import { ControlError, type Controls } from './control.ts';
import { makeIdle } from './idle.ts';
import type { LocalMetrics } from './metrics.ts';
import { postTwilioStatus, sesEvent } from './provider-events.ts';
import { stripeControls } from './stripe-controls.ts';

export type ControlledStack = {
  localDir: string;
  /** the API's own address */
  api: string;
  clock: ControlClock;
  requests: RequestLog;
  faults: Faults;
  crashes: Crashes;
  queues: Queues;
  mail: MailPart;
  twilio: TwilioPart;
  stripe: StripePart;
  eTeori: ETeoriPart;
  findkoreskole: FindkoreskolePart;
  userPools: UserPools;
  bus: EventBus;
  schedules: Schedules;
  sources: Sources;
  host: LambdaHost;
  permissions: Permissions;
  metrics: LocalMetrics;
};

/** Every control there is, by method and path. */
export function stackControls(stack: ControlledStack): Controls {
  const { clock, requests, faults, crashes, queues, mail, twilio, bus, schedules, host } = stack;
  const idle = idleOf(stack);

  /** Moves the clock everywhere before answering, the user pools' process included. */
  const setClock = async (now: string | null) => {
    clock.set(now);
    await stack.userPools.clockSettled();
    return { now: clock.date().toISOString(), offsetMs: clock.offsetMs };
  };

  return {
    ...stripeControls(stack.stripe),

    'GET /_local/status': () => ({ localDir: stack.localDir, functions: host.children() }),

    // What the roles grant, what of it no call has needed, and what was refused.
    'GET /_local/permissions': () => stack.permissions.report(),

    // The figures of the dashboard: what functions told in the embedded metric format.
    'GET /_local/metrics': () => stack.metrics.list(),

    // `?to=` keeps the answer short where many mails lie: each carries its whole message.
    'GET /_local/mail': ({ query }) => {
      const to = query.get('to');
      return to === null ? mail.list() : mail.list().filter((one) => one.to.includes(to));
    },
    'GET /_local/sms': () => twilio.list(),
    // What the platforms have by now: their accounts and listings.
    'GET /_local/e-teori': () => stack.eTeori.accounts(),
    'GET /_local/findkoreskole': () => stack.findkoreskole.listings(),
    'GET /_local/requests': ({ query }) => requests.list(toProvider(query.get('provider'))),

    'GET /_local/faults': () => faults.list(),
    'POST /_local/faults': ({ body }) => {
      faults.set(body as FaultOrder);
      return faults.list();
    },

    'GET /_local/crash': () => crashes.list(),
    'POST /_local/crash': ({ body }) => {
      const order = body as Partial<CrashOrder>;
      if (host.find(order.function ?? '') === undefined) {
        throw new ControlError(404, `no function ${order.function}`);
      }
      return crashes.plant(order);
    },
    'DELETE /_local/crash': () => crashes.clear(),

    'POST /_local/ses/events': ({ body }) => bus.putFromService('aws.ses', ...sesEvent(body)),
    'POST /_local/twilio/status': ({ body }) => postTwilioStatus(twilio, stack.api, body),

    'GET /_local/queues': () => queues.list(),
    'POST /_local/queues/*/redrive': ({ params: [name = ''] }) => {
      const queue = queues.list().find((one) => [one.name, shortName(one.name)].includes(name));
      if (queue === undefined) throw new ControlError(404, `no queue ${name}`);
      return { moved: queues.redrive(queue.name) };
    },

    'GET /_local/events': () => bus.carried,

    'GET /_local/schedules': () => schedules.list(),
    'POST /_local/schedules/*/run': async ({ params: [name = ''], body }) => {
      const at = body.at === undefined ? clock.now() : toInstant(body.at);
      if (!(await schedules.runNow(name, at))) throw new ControlError(404, `no schedule ${name}`);
      return { ran: name, at: new Date(at).toISOString() };
    },

    // What wakes a function (its queue or stream) can be switched off, as a disabled mapping is.
    'POST /_local/sources/*': ({ params: [name = ''], body }) => {
      if (typeof body.enabled !== 'boolean') throw new TypeError('enabled: true or false');
      if (!stack.sources.setPaused(name, !body.enabled)) {
        throw new ControlError(404, `nothing wakes a function ${name}`);
      }
      return { function: name, enabled: body.enabled };
    },

    'GET /_local/clock': () => ({ now: clock.date().toISOString(), offsetMs: clock.offsetMs }),
    'POST /_local/clock': ({ body }) => {
      if (typeof body.now !== 'string' && body.now !== null) {
        throw new TypeError('now: an ISO instant, or null for real time');
      }
      return setClock(body.now);
    },

    'POST /_local/idle': async ({ body }) => {
      const { until } = body;
      if (until === undefined) return idle();
      if (typeof until !== 'string') throw new TypeError('until: an ISO instant');
      return idle(() => setClock(until));
    },
  };
}

function idleOf({ queues, schedules, sources, bus, host, stripe }: ControlledStack) {
  const names = schedules.list().map(({ name }) => name);
  const sweeps = names.filter((name) => name.includes('sweep'));
  return makeIdle({
    queues,
    sweep: async () => {
      await Promise.all(sweeps.map((name) => schedules.runNow(name)));
    },
    makeDue: () => {
      sources.makeDue();
      stripe.makeDue();
    },
    readStreams: () => sources.nudge(),
    busy: () =>
      sources.busy ||
      bus.underway > 0 ||
      schedules.running > 0 ||
      host.active() > 0 ||
      stripe.waiting() > 0,
    emptyReads: () => sources.emptyReads,
    delivered: () => sources.delivered,
    isPolled: (name) => sources.isPolled(name),
    deadLetterQueues: new Set(
      queues
        .list()
        .map(({ name }) => name)
        .filter((name) => !sources.hasSource(name)),
    ),
  });
}

function toProvider(name: string | null): Provider | undefined {
  if (name === null) return undefined;
  const provider = PROVIDERS.find((known) => known === name);
  if (provider === undefined) throw new TypeError(`provider: one of ${PROVIDERS.join(', ')}`);
  return provider;
}

function toInstant(value: unknown): number {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) throw new TypeError('at: an ISO instant');
  return at;
}
