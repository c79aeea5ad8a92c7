import type { SQSEvent } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fanOut } from '../../domain/notifications/fan-out.ts';
import type { Channel } from '../../domain/notifications/notification.ts';
import { sendByEmail, sendBySms } from '../../domain/notifications/send-notification.ts';
import { writeMessage } from '../../domain/notifications/write-message.ts';
import { schoolEntity } from '../../domain/schools/school.entity.ts';
import { newId } from '../../domain/shared/new-id.ts';
import type { Context } from '../../domain/store/context.ts';
import { create } from '../../domain/store/write.ts';
import { sendEmailWorker } from '../../functions/notifications/send-email.contract.ts';
import { sendSmsWorker } from '../../functions/notifications/send-sms.contract.ts';
import { log } from '../../functions/shared/log.ts';
import { readOutgoingMessage } from '../../functions/shared/outgoing-queues.ts';
import { queueHandler } from '../../functions/shared/queue-handler.ts';
import { SCHOOL_WIDE } from '../support/booking-cast.ts';
import { cast, memoryEmail, memorySms } from '../support/notifications.ts';
import { createWorld } from '../support/store-world.ts';
import { plantStudents } from '../support/students.ts';

const RECIPIENTS = 300;
const WORKER_OF = { email: sendEmailWorker, sms: sendSmsWorker } as const;
const WORKERS = 3;
const VISIBILITY_MS = 60_000;
const RECEIVES = 6;
/** How often a worker dies at one of its calls to the provider: right before the yes, or right after. */
const DEATH = 0.02;

type Waiting = { messageId: string; body: string; receives: number };
type Life = { dead: boolean; die(): Promise<never>; ended: Promise<null> };

/** Nobody is there any more to go on. */
const never = () => new Promise<never>(() => {});

function newLife(onDeath: () => void): Life {
  let end: (value: null) => void = () => {};
  const life: Life = {
    dead: false,
    ended: new Promise((resolve) => {
      end = resolve;
    }),
    die() {
      if (!life.dead) onDeath();
      life.dead = true;
      end(null);
      return never();
    },
  };
  return life;
}

/** Every call of a dead process neither begins nor comes back. */
function mortal<Methods extends object>(life: Life, methods: Methods): Methods {
  return new Proxy(methods, {
    get(target, name) {
      const method = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return async (...args: unknown[]) => {
        if (life.dead) return never();
        const answer = await Promise.resolve(method.apply(target, args)).catch((error: unknown) => {
          if (!life.dead) throw error;
        });
        return life.dead ? never() : answer;
      };
    },
  });
}

function asSqs(batch: readonly Waiting[]): SQSEvent {
  return {
    Records: batch.map(({ messageId, body, receives }) => ({
      ...{ messageId, body, receiptHandle: messageId },
      attributes: { ApproximateReceiveCount: String(receives) },
    })) as SQSEvent['Records'],
  };
}

/**
 * A message to 300 by one channel, with two poison messages in its queue, through the consumer as it
 * is: batches side by side, whose process may be killed at any call of the provider.
 */
async function tellEverybody(channel: Channel, seed: number) {
  const worker = WORKER_OF[channel];
  const world = createWorld({ seed });
  const { scheduler, random } = world;
  const context = world.context();
  const { schoolId, school } = cast();
  await context.store.transact(context, () => ({
    writes: [create(schoolEntity.create(school))],
    result: null,
  }));
  await plantStudents(world, schoolId, RECIPIENTS);

  const queue: Waiting[] = [];
  const deadLetters: Waiting[] = [];
  let [nth, underWay, deaths, written] = [0, 0, 0, false];
  const put = (body: string) => queue.push({ messageId: `m${nth++}`, body, receives: 0 });
  const queues = {
    enqueue: async (_: Channel, message: object) => void put(JSON.stringify(message)),
  };
  put('no JSON');
  put(JSON.stringify({ owner: schoolId, notificationId: newId('ntf') }));

  const mail = memoryEmail();
  const sms = memorySms();
  const calls = new Map<string, number>();
  const repeated: string[] = [];
  /** how often a worker died with this message between the provider's yes and the save */
  const between = new Map<string, number>();
  const done = () => world.rowsOf('notification').filter(({ status }) => status === 'sent');
  let doneAtDeath = new Set<unknown>();

  /** A provider that takes a tenth of a second, and at whose calls the caller may die. */
  const dangerous =
    <M extends { notificationId: string }, R>(life: Life, send: (message: M) => Promise<R>) =>
    async (message: M) => {
      const { notificationId } = message;
      if (doneAtDeath.has(notificationId)) repeated.push(notificationId);
      await scheduler.sleep(100);
      if (life.dead) return never();
      if (random.chance(DEATH)) return life.die();
      calls.set(notificationId, (calls.get(notificationId) ?? 0) + 1);
      const answer = await send(message);
      return random.chance(DEATH) ? life.die() : answer;
    };
  const sendOne = (process: Context, life: Life, body: unknown) => {
    const message = readOutgoingMessage(body);
    const rules = { portalUrl: 'https://portal.example', allowList: '*' };
    const options = { ...rules, wait: scheduler.sleep, queues };
    if (channel === 'email') {
      const provider = { send: dangerous(life, mail.provider.send) };
      return sendByEmail(process, message, provider, options);
    }
    const { find } = mortal(life, { find: sms.provider.find });
    const provider = { find, send: dangerous(life, sms.provider.send) };
    return sendBySms(process, message, provider, options);
  };

  const work = async () => {
    while (!written || queue.length + underWay > 0) {
      const batch = queue.splice(0, worker.trigger.batchSize);
      if (batch.length === 0) {
        await scheduler.sleep(50);
        continue;
      }
      underWay += batch.length;
      for (const message of batch) message.receives += 1;
      const life = newLife(() => {
        deaths += 1;
        doneAtDeath = new Set(done().map(({ notificationId }) => notificationId));
        for (const { body } of batch) {
          const id = String(/ntf_\w+/.exec(body));
          if (calls.has(id) && !doneAtDeath.has(id)) between.set(id, (between.get(id) ?? 0) + 1);
        }
      });
      const process = { ...context, store: mortal(life, context.store) };
      const handler = queueHandler(
        worker,
        async ({ body }) => {
          await sendOne(process, life, body);
        },
        { delay: async () => {}, random: () => 1 },
      );
      const answer = await Promise.race([handler(asSqs(batch)), life.ended]);
      const failed = new Set(answer?.batchItemFailures.map((one) => one.itemIdentifier));
      const back = answer ? batch.filter(({ messageId }) => failed.has(messageId)) : batch;
      underWay -= batch.length - back.length;
      void scheduler.sleep(VISIBILITY_MS).then(() => {
        underWay -= back.length;
        for (const one of back) (one.receives < RECEIVES ? queue : deadLetters).push(one);
      });
    }
  };

  const write = async () => {
    const { messageId } = await writeMessage(context, schoolId, SCHOOL_WIDE, {
      ...{ audience: { all: true }, channels: [channel], body: 'Hej' },
    });
    const told = { schoolId, messageId: messageId ?? '', eventId: newId('evt') };
    while ((await fanOut(context, told, queues)) === 'again') await scheduler.sleep(1_000);
    written = true;
  };
  await Promise.all([write(), ...Array.from({ length: WORKERS }, work)]);
  return { calls, deaths, repeated, between, deadLetters, sent: done(), sms };
}

beforeEach(() => {
  vi.spyOn(log, 'warn').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('300 messages whose worker is killed in the middle of its batches', () => {
  test.each([1, 2])(
    'mails: each goes; a death between the yes and the save repeats that one alone (seed %i)',
    async (seed) => {
      const told = await tellEverybody('email', seed);
      const unexplained = [...told.calls].filter(
        ([id, times]) => times > 1 + (told.between.get(id) ?? 0),
      );
      const twice = [...told.calls.values()].reduce((sum, times) => sum + times - 1, 0);

      expect(told.deaths).toBeGreaterThan(3);
      expect(twice).toBeLessThanOrEqual(told.deaths);
      expect(told.sent).toHaveLength(RECIPIENTS);
      expect(told.calls.size).toBe(RECIPIENTS);
      expect(told.repeated).toEqual([]);
      expect(told.between.size).toBeGreaterThan(0);
      expect(unexplained).toEqual([]);
      expect(told.deadLetters.map(({ messageId }) => messageId).sort()).toEqual(['m0', 'm1']);
    },
    1_200_000,
  );

  test.each([1, 2])(
    'SMS: each goes, and none twice (seed %i)',
    async (seed) => {
      const told = await tellEverybody('sms', seed);

      expect(told.deaths).toBeGreaterThan(3);
      expect(told.sms.taken).toHaveLength(RECIPIENTS);
      expect(new Set(told.calls.values())).toEqual(new Set([1]));
      expect(told.sent).toHaveLength(RECIPIENTS);
      expect(told.repeated).toEqual([]);
      expect(told.deadLetters.map(({ messageId }) => messageId).sort()).toEqual(['m0', 'm1']);
    },
    1_200_000,
  );
});
