import { buildApp } from 'fauxqs';
import { LOCAL_ACCOUNT_ID, LOCAL_HOST, LOCAL_REGION } from './constants.ts';
import { type FauxMessage, type FauxQueue, loadFauxqsInternals } from './fauxqs-internals.ts';
import { claimPort, type Part } from './http.ts';

/** Properties of a resolved `AWS::SQS::Queue`. */
export type QueueProperties = {
  QueueName: string;
  RedrivePolicy?: { deadLetterTargetArn: string; maxReceiveCount: number | string };
  /** VisibilityTimeout, MessageRetentionPeriod, DelaySeconds and the like; others are left out */
  [attribute: string]: unknown;
};

export type QueueState = {
  name: string;
  visible: number;
  /** received and neither deleted nor visible again: being processed, or waiting for a retry */
  inFlight: number;
  delayed: number;
  deadLetter: { name: string; visible: number } | null;
};

/** A message as a Lambda event's record needs it. */
export type ReceivedMessage = {
  messageId: string;
  receiptHandle: string;
  body: string;
  md5OfBody: string;
  attributes: {
    ApproximateReceiveCount: string;
    SentTimestamp: string;
    SenderId: string;
    ApproximateFirstReceiveTimestamp: string;
  };
  messageAttributes: FauxMessage['messageAttributes'];
};

export type Queues = Part & {
  /** Makes the template's queue, or brings a kept one up to its properties. Dead-letter queues first. */
  createQueue(properties: QueueProperties): { url: string; arn: string };
  /** With all that lies in it; one that does not exist is gone already. */
  deleteQueue(name: string): void;
  list(): QueueState[];
  /**
   * Receives as a poller does (long poll of `waitSeconds`, at most 10). Messages taken this way
   * count as being processed until `acknowledge` or `release`.
   */
  receive(
    name: string,
    options: { max: number; waitSeconds: number; signal?: AbortSignal },
  ): Promise<ReceivedMessage[]>;
  /** Deletes messages that went well. */
  acknowledge(name: string, receiptHandles: readonly string[]): void;
  /** Gives up messages that failed: each comes back when its visibility timeout ends. */
  release(name: string, receiptHandles: readonly string[]): void;
  /** How many messages pollers hold at present. */
  processing(): number;
  /**
   * Ends every wait: delayed messages and those hidden after a failed try are visible at once,
   * with their receive counts. Messages being processed stay. Returns how many were moved.
   */
  makeDue(): number;
  /**
   * Sends what lies in the dead-letter queue back as new messages. Takes the name of the queue or
   * of its dead-letter queue; returns how many went. Throws on an unknown name.
   */
  redrive(name: string): number;
};

// The rest of a template's properties (tags, names, redrive permissions) mean nothing here.
const ATTRIBUTES = [
  'VisibilityTimeout',
  'MessageRetentionPeriod',
  'DelaySeconds',
  'ReceiveMessageWaitTimeSeconds',
  'MaximumMessageSize',
];

/**
 * SQS by `fauxqs`, in this process and in real time. With `dataDir` every message is written
 * through to SQLite, so queues survive a restart and a SIGKILL. FIFO queues are refused.
 *
 * Differs from SQS: messages come in order and never twice, retention is not applied.
 */
export async function startQueues(
  options: { port?: number; dataDir?: string } = {},
): Promise<Queues> {
  const port = await claimPort(options.port ?? 0, 'SQS');
  const { createStore, createMessage, openPersistence } = await loadFauxqsInternals();
  const store = createStore();
  store.region = LOCAL_REGION;
  const persistence = options.dataDir ? openPersistence(options.dataDir) : undefined;
  if (persistence) {
    persistence.loadSqsQueues(store); // before it is attached, or loading would write
    store.persistence = persistence;
    for (const queue of store.allQueues()) queue.persistence = persistence;
  }
  const app = buildApp({ logger: false, stores: { sqsStore: store } as never });
  app.addHook('onClose', async () => persistence?.close());
  await app.listen({ port, host: LOCAL_HOST });
  const endpoint = `http://${LOCAL_HOST}:${port}`;

  // Declared by the template of this run; a kept queue that is no longer in it stays out of sight.
  const declared = new Map<string, FauxQueue>();
  const held = new Map<string, Set<string>>();
  let stopped = false;

  const queueNamed = (name: string): FauxQueue => {
    const queue = declared.get(name);
    if (!queue) throw new Error(`no queue named ${name}`);
    return queue;
  };
  const heldOf = (name: string): Set<string> => {
    const handles = held.get(name) ?? new Set();
    held.set(name, handles);
    return handles;
  };
  const deadLetterOf = (queue: FauxQueue): FauxQueue | undefined => {
    const policy = queue.attributes.RedrivePolicy;
    return policy ? store.getQueueByArn(JSON.parse(policy).deadLetterTargetArn) : undefined;
  };

  const take = (queue: FauxQueue, max: number): ReceivedMessage[] => {
    const handles = heldOf(queue.name);
    const received = queue.dequeue(max, undefined, (arn) => store.getQueueByArn(arn));
    return received.map((message) => {
      handles.add(message.ReceiptHandle);
      const entry = queue.inflightMessages.get(message.ReceiptHandle)?.message;
      return {
        messageId: message.MessageId,
        receiptHandle: message.ReceiptHandle,
        body: message.Body,
        md5OfBody: message.MD5OfBody,
        attributes: {
          ApproximateReceiveCount: String(entry?.approximateReceiveCount),
          SentTimestamp: String(entry?.sentTimestamp),
          SenderId: LOCAL_ACCOUNT_ID,
          ApproximateFirstReceiveTimestamp: String(entry?.approximateFirstReceiveTimestamp),
        },
        messageAttributes: message.MessageAttributes ?? {},
      };
    });
  };

  return {
    endpoint,
    async stop() {
      if (stopped) return;
      stopped = true;
      await app.close(); // ends long polls first
    },

    createQueue(properties) {
      const name = properties.QueueName;
      if (name.endsWith('.fifo')) throw new Error(`FIFO queue ${name}: not supported locally`);
      const url = `${endpoint}/${LOCAL_ACCOUNT_ID}/${name}`;
      const arn = `arn:aws:sqs:${LOCAL_REGION}:${LOCAL_ACCOUNT_ID}:${name}`;
      const attributes = toAttributes(properties);
      const kept = store.getQueueByName(name);
      if (kept) {
        store.queues.delete(kept.url); // the port may be another one this time
        kept.url = url;
        store.queues.set(url, kept);
        kept.setAttributes({ RedrivePolicy: '', ...attributes });
      }
      declared.set(name, kept ?? store.createQueue(name, url, arn, attributes));
      return { url, arn };
    },

    deleteQueue(name) {
      const queue = declared.get(name);
      if (queue === undefined) return;
      for (const { messageId } of [...queue.messages, ...queue.delayedMessages]) {
        persistence?.deleteMessage(messageId);
      }
      declared.delete(name);
      store.deleteQueue(queue.url);
    },

    list: () =>
      [...declared.values()].map((queue) => {
        queue.processTimers();
        const deadLetter = deadLetterOf(queue);
        return {
          name: queue.name,
          visible: queue.messages.length,
          inFlight: queue.inflightMessages.size,
          delayed: queue.delayedMessages.length,
          deadLetter: deadLetter
            ? { name: deadLetter.name, visible: deadLetter.messages.length }
            : null,
        };
      }),

    async receive(name, { max, waitSeconds, signal }) {
      const queue = queueNamed(name);
      if (stopped || signal?.aborted) return [];
      const first = take(queue, max);
      if (first.length > 0 || waitSeconds === 0) return first;
      await Promise.race([queue.waitForMessages(waitSeconds), aborted(signal)]);
      return stopped || signal?.aborted ? [] : take(queue, max);
    },

    acknowledge(name, receiptHandles) {
      for (const handle of receiptHandles) {
        heldOf(name).delete(handle);
        queueNamed(name).deleteMessage(handle);
      }
    },

    release(name, receiptHandles) {
      for (const handle of receiptHandles) heldOf(name).delete(handle);
    },

    processing: () => [...held.values()].reduce((sum, handles) => sum + handles.size, 0),

    makeDue() {
      let moved = 0;
      for (const queue of declared.values()) {
        for (const handle of [...queue.inflightMessages.keys()]) {
          if (heldOf(queue.name).has(handle)) continue;
          queue.changeVisibility(handle, 0);
          moved += 1;
        }
        for (const message of queue.delayedMessages) {
          message.delayUntil = 0;
          moved += 1;
        }
        queue.processTimers();
      }
      return moved;
    },

    redrive(name) {
      const named = queueNamed(name);
      const target = deadLetterOf(named)
        ? named
        : [...declared.values()].find((queue) => deadLetterOf(queue) === named);
      const source = target && deadLetterOf(target);
      if (!source) throw new Error(`queue ${name} has no dead-letter queue and is none`);
      source.processTimers();
      const messages = source.messages.splice(0);
      for (const message of messages) {
        target.enqueue(createMessage(message.body, message.messageAttributes));
        persistence?.deleteMessage(message.messageId);
      }
      return messages.length;
    },
  };
}

function toAttributes(properties: QueueProperties): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const name of ATTRIBUTES) {
    if (properties[name] !== undefined) attributes[name] = String(properties[name]);
  }
  if (properties.RedrivePolicy) attributes.RedrivePolicy = JSON.stringify(properties.RedrivePolicy);
  return attributes;
}

/** Never resolves without a signal; the race's other side does. */
function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) =>
    signal?.addEventListener('abort', () => resolve(), { once: true }),
  );
}
