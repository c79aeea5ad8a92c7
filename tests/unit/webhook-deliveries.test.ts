import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createEndpoint } from '../../domain/integrations/change-endpoints.ts';
import { deliverWebhook, type OutgoingCall } from '../../domain/integrations/deliver-webhook.ts';
import { dueDeliveries } from '../../domain/integrations/due-deliveries.ts';
import { planDeliveries } from '../../domain/integrations/plan-deliveries.ts';
import { RemoteError } from '../../domain/integrations/remote-error.ts';
import { WEBHOOK_EVENTS } from '../../domain/integrations/webhook-events.ts';
import { nextAttempt } from '../../domain/integrations/webhook-schedule.ts';
import { enrolStudent } from '../../domain/people/enrol-student.ts';
import { DAY, HOUR, instant, millisecondsBetween } from '../../domain/shared/instant.ts';
import { sweepDue } from '../../domain/store/sweep-due.ts';
import { CATALOGUE } from '../../events/catalogue.ts';
import { memoryIntegrationQueues, platformStage } from '../support/integrations.ts';
import { outboxEvents, registrationForm } from '../support/sample-school.ts';

const resolver = { allowList: [], addressesOf: async () => ['8.8.8.8'] };
let stage: Awaited<ReturnType<typeof platformStage>>;
let endpointId: string;
beforeEach(async () => {
  stage = await platformStage();
  const input = { url: 'https://a.example/in', events: ['StudentEnrolled' as const] };
  ({ id: endpointId } = await createEndpoint(stage.context(), stage.schoolId, input, resolver));
});

async function enrolment() {
  await enrolStudent(stage.context(), stage.schoolId, registrationForm());
  const event = outboxEvents(stage.world).find(({ name }) => name === 'StudentEnrolled');
  if (!event) throw new Error('no event');
  return event;
}

/** A receiver that answers as told, then 200. */
function receiver(...script: (number | 'slow')[]) {
  const calls: OutgoingCall[] = [];
  const post = async (call: OutgoingCall) => {
    calls.push(call);
    const next = script.shift();
    if (next === 'slow') await stage.world.scheduler.sleep(3_000);
    if (typeof next === 'number')
      throw new RemoteError('retry', `webhook_${next}`, { status: next });
    return { status: 200 };
  };
  return { post, calls };
}

const deliver = (eventId: string, caller: ReturnType<typeof receiver>) =>
  deliverWebhook(stage.context(), { schoolId: stage.schoolId, endpointId, eventId }, caller, {
    wait: stage.world.scheduler.sleep,
  });
const only = (entity: string) => stage.world.rowsOf(entity)[0];

async function sweep(): Promise<number> {
  const { queues, sent } = memoryIntegrationQueues();
  await sweepDue(stage.context(), [dueDeliveries(queues)]);
  return sent.length;
}

describe('an event', () => {
  it('is one delivery, however often it comes, and one call by two workers at once', async () => {
    const event = await enrolment();
    for (let copy = 0; copy < 3; copy++) await planDeliveries(stage.context(), event, stage.queues);
    const caller = receiver('slow');

    await Promise.all(stage.sent.map(() => deliver(event.id, caller)));

    expect(stage.world.rowsOf('webhook-delivery')).toHaveLength(1);
    expect(caller.calls).toHaveLength(1);
    expect(only('webhook-delivery')).toMatchObject({ status: 'delivered', attempts: 1 });
    expect(await sweep()).toBe(0);
  });

  it('that nobody takes is tried for a day, and then its endpoint is switched off and the administrators told', async () => {
    const event = await enrolment();
    await planDeliveries(stage.context(), event, stage.queues);
    const caller = receiver(...Array.from({ length: 99 }, () => 500));
    await expect(deliver(event.id, caller)).rejects.toThrow('webhook_500');
    await expect(deliver(event.id, caller)).rejects.toThrow('webhook_500');
    await deliver(event.id, caller);

    for (let hour = 0; hour < 23; hour++) {
      stage.pass(HOUR);
      if ((await sweep()) > 0) await deliver(event.id, caller);
    }
    stage.pass(HOUR / 2);
    const later = { ...event, id: stage.context().newId('evt') };
    await planDeliveries(stage.context(), later, stage.queues);
    await expect(deliver(later.id, caller)).rejects.toThrow('webhook_500');
    expect(only('webhook-endpoint')).toMatchObject({ status: 'enabled' });
    stage.pass(2 * HOUR);
    expect(await sweep()).toBe(1);
    await deliver(event.id, caller);
    await deliver(later.id, caller);

    const rows = stage.world.rowsOf('webhook-delivery');
    expect(rows.find(({ eventId }) => eventId === event.id)).toMatchObject({
      ...{ status: 'failed', lastStatus: 500 },
    });
    expect(rows.find(({ eventId }) => eventId === later.id)).toMatchObject({ status: 'skipped' });
    expect(only('webhook-endpoint')).toMatchObject({
      ...{ status: 'disabled', disabledReason: 'failing' },
    });
    expect(caller.calls.length).toBeLessThan(15);
    const told = outboxEvents(stage.world).find(({ name }) => name === 'WebhookEndpointDisabled');
    expect(told?.data).toMatchObject({ endpointId, reason: 'failing' });
    expect(await sweep()).toBe(0);
  });

  it('that is given up at an endpoint which took others is only itself given up', async () => {
    const event = await enrolment();
    await planDeliveries(stage.context(), event, stage.queues);
    for (const _ of [1, 2, 3]) await deliver(event.id, receiver(500)).catch(() => null);
    const other = { ...event, id: stage.context().newId('evt') };
    await planDeliveries(stage.context(), other, stage.queues);
    await deliver(other.id, receiver());

    stage.pass(DAY + HOUR);
    await sweep();
    await deliver(event.id, receiver(500));

    const rows = stage.world.rowsOf('webhook-delivery').map(({ status }) => status);
    expect(rows.sort()).toEqual(['delivered', 'failed']);
    expect(only('webhook-endpoint')).toMatchObject({ status: 'enabled' });
  });
});

it('the steps between tries grow, and the last try is a day after the first', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), (retryAfterSeconds) => {
      const first = instant('2026-11-23T08:00:00Z');
      let [now, attempts] = [first, 3];
      const steps: number[] = [];
      for (;;) {
        const next = nextAttempt({ attempts, firstTriedAt: first }, { retryAfterSeconds }, now);
        if (next === null) break;
        steps.push(millisecondsBetween(now, next));
        [now, attempts] = [next, attempts + 1];
      }
      expect(millisecondsBetween(first, now)).toBe(DAY);
      expect(steps.length).toBeLessThan(12);
      expect(steps.slice(0, -1)).toEqual([...steps.slice(0, -1)].sort((a, b) => a - b));
    }),
  );
});

it('every event of a school in the catalogue that is no step of our own may be subscribed to', () => {
  const withheld = CATALOGUE.map(({ name }) => name).filter(
    (name) => !WEBHOOK_EVENTS.includes(name),
  );

  expect(withheld.sort()).toEqual([
    ...['InvoiceRunContinued', 'PasswordChanged', 'PasswordResetRequested', 'RefundRequested'],
    ...['SuspenseRefundRequested', 'WebhookEndpointDisabled'],
  ]);
});
