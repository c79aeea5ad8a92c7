/**
 * The inner parts of `fauxqs` that its entry does not export: its own starter listens on every
 * interface, keeps its store to itself and has a fault in its persistence. Pinned to 2.4.1; the
 * queue tests fail on an upgrade that moves these files.
 */
export type FauxMessage = {
  messageId: string;
  body: string;
  messageAttributes: Record<
    string,
    { DataType: string; StringValue?: string; BinaryValue?: string }
  >;
  sentTimestamp: number;
  approximateReceiveCount: number;
  approximateFirstReceiveTimestamp?: number;
  delayUntil?: number;
};

export type FauxReceived = {
  MessageId: string;
  ReceiptHandle: string;
  MD5OfBody: string;
  Body: string;
  MessageAttributes?: FauxMessage['messageAttributes'];
};

export type FauxQueue = {
  name: string;
  url: string;
  arn: string;
  attributes: Record<string, string>;
  messages: FauxMessage[];
  delayedMessages: FauxMessage[];
  inflightMessages: Map<string, { message: FauxMessage; receiptHandle: string }>;
  persistence?: FauxPersistence | undefined;
  dequeue(
    max: number,
    visibilityTimeout: number | undefined,
    deadLetterQueue: (arn: string) => FauxQueue | undefined,
  ): FauxReceived[];
  enqueue(message: FauxMessage): void;
  deleteMessage(receiptHandle: string): boolean;
  changeVisibility(receiptHandle: string, seconds: number): void;
  waitForMessages(seconds: number): Promise<void>;
  processTimers(): void;
  setAttributes(attributes: Record<string, string>): void;
};

export type FauxStore = {
  region?: string;
  persistence?: FauxPersistence | undefined;
  queues: Map<string, FauxQueue>;
  queuesByName: Map<string, FauxQueue>;
  createQueue(
    name: string,
    url: string,
    arn: string,
    attributes: Record<string, string>,
  ): FauxQueue;
  deleteQueue(url: string): boolean;
  getQueueByName(name: string): FauxQueue | undefined;
  getQueueByArn(arn: string): FauxQueue | undefined;
  allQueues(): Iterable<FauxQueue>;
};

export type FauxPersistence = {
  db: { exec(sql: string): void; prepare(sql: string): { run(...values: unknown[]): unknown } };
  loadSqsQueues(store: FauxStore): void;
  insertMessage(queueName: string, message: FauxMessage): void;
  deleteMessage(messageId: string): void;
  updateMessageReady(messageId: string): void;
  close(): void;
};

type Internals = {
  createStore(): FauxStore;
  createMessage(body: string, attributes: FauxMessage['messageAttributes']): FauxMessage;
  openPersistence(dataDir: string): FauxPersistence;
};

export async function loadFauxqsInternals(): Promise<Internals> {
  const entry = import.meta.resolve('fauxqs');
  const [{ SqsStore }, { PersistenceManager }] = await Promise.all([
    import(new URL('./sqs/sqsStore.js', entry).href),
    import(new URL('./persistence.js', entry).href),
  ]);
  return {
    createStore: () => new SqsStore(),
    createMessage: (body, attributes) => SqsStore.createMessage(body, attributes),
    openPersistence: (dataDir) => {
      const persistence: FauxPersistence = new PersistenceManager(dataDir);
      // A killed process loses nothing either way; only the machine's own crash could.
      persistence.db.exec('PRAGMA synchronous = OFF');
      const ready = persistence.db.prepare(
        'UPDATE sqs_messages SET receipt_handle = NULL, visibility_deadline = NULL WHERE message_id = ?',
      );
      // The original also nulls the receive count, which its own schema refuses: every
      // ChangeMessageVisibility to 0 would be answered 500.
      persistence.updateMessageReady = (messageId) => void ready.run(messageId);
      return persistence;
    },
  };
}
