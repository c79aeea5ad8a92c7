import type { Invocation } from '../lambda/child.ts';
import { LOCAL_REGION } from '../parts/constants.ts';
import type { Queues, ReceivedMessage } from '../parts/queues.ts';
import { readBatchFailures, reportsFailures } from './batch-failures.ts';
import { readFilters } from './filters.ts';

/** Properties of an `AWS::Lambda::EventSourceMapping` on a queue. */
export type QueueMapping = {
  EventSourceArn: string;
  FunctionName: string;
  BatchSize?: number;
  MaximumBatchingWindowInSeconds?: number;
  FunctionResponseTypes?: string[];
  ScalingConfig?: { MaximumConcurrency?: number };
  FilterCriteria?: unknown;
};

export type QueueSourceOptions = {
  mapping: QueueMapping;
  queues: Queues;
  invoke(functionName: string, event: unknown): Promise<Invocation>;
  /** told how many messages were carried out */
  onDelivered(count: number): void;
};

/** Lambda starts with five pollers per queue; `MaximumConcurrency` may say less or more. */
const DEFAULT_CONCURRENCY = 5;
const RECEIVE_AT_MOST = 10;
const POLL_SECONDS = 20;
const PAUSE_AFTER_ERROR_MS = 1_000;

/**
 * Polls one queue for one function: batches, batching window, filters, partial batch answers. What
 * fails is left to the queue: it is visible again after its timeout, or the time the function set
 * itself, and its redrive policy moves it to the dead-letter queue.
 */
export class QueueSource {
  readonly queueName: string;
  readonly functionName: string;
  readonly #options: QueueSourceOptions;
  readonly #concurrency: number;
  readonly #batchSize: number;
  readonly #reports: boolean;
  readonly #passes: (record: unknown) => boolean;
  readonly #stopping = new AbortController();
  readonly #running = new Set<Promise<void>>();
  #paused = false;
  #loop: Promise<void> | null = null;

  constructor(options: QueueSourceOptions) {
    const { mapping } = options;
    this.#options = options;
    this.queueName = mapping.EventSourceArn.split(':').at(-1) ?? '';
    this.functionName = mapping.FunctionName;
    this.#concurrency = mapping.ScalingConfig?.MaximumConcurrency ?? DEFAULT_CONCURRENCY;
    this.#batchSize = mapping.BatchSize ?? 10;
    this.#reports = reportsFailures(mapping);
    this.#passes = readFilters(mapping.FilterCriteria);
  }

  start(): void {
    this.#loop = this.#poll();
  }

  /** Stops taking messages, as disabling the mapping does; what is running ends by itself. */
  set paused(paused: boolean) {
    this.#paused = paused;
  }

  get paused(): boolean {
    return this.#paused;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#loop;
    await Promise.all(this.#running);
  }

  async #poll(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        if (this.#running.size >= this.#concurrency) {
          await Promise.race(this.#running);
          continue;
        }
        if (this.#paused) {
          await pause(50, signal);
          continue;
        }
        const batch = await this.#receiveBatch();
        if (batch.length > 0) this.#start(batch);
      } catch (error) {
        if (signal.aborted) return;
        console.error(`queue ${this.queueName}: ${String(error)}`);
        await pause(PAUSE_AFTER_ERROR_MS, signal);
      }
    }
  }

  /** One batch: what is there at once, and within the batching window what comes to fill it. */
  async #receiveBatch(): Promise<ReceivedMessage[]> {
    const windowSeconds = this.#options.mapping.MaximumBatchingWindowInSeconds ?? 0;
    const batch = await this.#receive(this.#batchSize, POLL_SECONDS);
    const end = performance.now() + windowSeconds * 1000;
    while (batch.length > 0 && batch.length < this.#batchSize) {
      const left = (end - performance.now()) / 1000;
      const more = await this.#receive(this.#batchSize - batch.length, Math.max(left, 0));
      batch.push(...more);
      if (more.length === 0) break;
    }
    return batch;
  }

  #receive(max: number, waitSeconds: number): Promise<ReceivedMessage[]> {
    return this.#options.queues.receive(this.queueName, {
      max: Math.min(max, RECEIVE_AT_MOST),
      waitSeconds,
      signal: this.#stopping.signal,
    });
  }

  #start(batch: ReceivedMessage[]): void {
    const run = this.#process(batch)
      .catch((error: unknown) => console.error(`queue ${this.queueName}: ${String(error)}`))
      .finally(() => this.#running.delete(run));
    this.#running.add(run);
  }

  async #process(batch: ReceivedMessage[]): Promise<void> {
    const { queues, mapping, invoke } = this.#options;
    const records = batch.map((message) => toRecord(message, mapping.EventSourceArn));
    const kept = records.filter((record) => this.#passes(withParsedBody(record)));
    const handles = (of: typeof records) => of.map((record) => record.receiptHandle);
    // A message that no filter lets through is deleted, as Lambda does.
    queues.acknowledge(this.queueName, handles(records.filter((record) => !kept.includes(record))));
    if (kept.length === 0) return;

    const result = await invoke(mapping.FunctionName, { Records: kept });
    const identifiers = new Set(kept.map((record) => record.messageId));
    const outcome = result.ok
      ? readBatchFailures(result.payload, identifiers, this.#reports)
      : 'failed';
    const failed = kept.filter(
      (record) => outcome === 'failed' || (outcome !== 'done' && outcome.has(record.messageId)),
    );
    const done = kept.filter((record) => !failed.includes(record));
    queues.release(this.queueName, handles(failed));
    queues.acknowledge(this.queueName, handles(done));
    this.#options.onDelivered(done.length);
  }
}

/** A message as Lambda hands it to a function. */
function toRecord(message: ReceivedMessage, queueArn: string) {
  return {
    messageId: message.messageId,
    receiptHandle: message.receiptHandle,
    body: message.body,
    attributes: message.attributes,
    messageAttributes: Object.fromEntries(
      Object.entries(message.messageAttributes).map(([name, attribute]) => [
        name,
        {
          ...(attribute.StringValue !== undefined && { stringValue: attribute.StringValue }),
          ...(attribute.BinaryValue !== undefined && { binaryValue: attribute.BinaryValue }),
          stringListValues: [],
          binaryListValues: [],
          dataType: attribute.DataType,
        },
      ]),
    ),
    md5OfBody: message.md5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: LOCAL_REGION,
  };
}

/** Filters look into a body that is JSON. */
function withParsedBody(record: { body: string }): unknown {
  try {
    return { ...record, body: JSON.parse(record.body) as unknown };
  } catch {
    return record;
  }
}

/** Waits so long, or until the signal; not at all when it was given already. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done, { once: true });
    function done() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    }
  });
}
