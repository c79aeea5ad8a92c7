import type { _Record as SdkRecord } from '@aws-sdk/client-dynamodb-streams';
import type { Invocation } from '../lambda/child.ts';
import { LOCAL_REGION } from '../parts/constants.ts';
import { readBatchFailures, reportsFailures } from './batch-failures.ts';
import { readFilters } from './filters.ts';
import { pause } from './queue-source.ts';
import type { StreamReader } from './stream-reader.ts';

/** Properties of an `AWS::Lambda::EventSourceMapping` on a table's stream. */
export type StreamMapping = {
  EventSourceArn: string;
  FunctionName: string;
  BatchSize?: number;
  MaximumBatchingWindowInSeconds?: number;
  StartingPosition?: 'TRIM_HORIZON' | 'LATEST';
  FunctionResponseTypes?: string[];
  BisectBatchOnFunctionError?: boolean;
  MaximumRetryAttempts?: number;
  MaximumRecordAgeInSeconds?: number;
  FilterCriteria?: unknown;
  DestinationConfig?: { OnFailure?: { Destination?: string } };
};

export type StreamSourceOptions = {
  mapping: StreamMapping;
  reader: StreamReader;
  invoke(functionName: string, event: unknown): Promise<Invocation>;
  sendToQueue(queueArn: string, body: string): Promise<void>;
  /** the checkpoint moved: keep it */
  onAdvance(): void;
  onDelivered(count: number): void;
};

type StreamRecord = ReturnType<typeof toRecord>;

const READ_LIMIT = 1_000;
/** Between reads: while records come, when they have just stopped, and when nothing happens. */
const POLL_MS = { busy: 20, calm: 100, idle: 500 };
const LONGEST_BACKOFF_MS = 10_000;

/**
 * Reads a table's stream for one function, in order: filters, batches, partial batch answers that
 * restart at the lowest failed record, bisection, a bound on retries, and where records go that
 * nobody could carry out.
 */
export class StreamSource {
  readonly functionName: string;
  paused = false;
  readonly #options: StreamSourceOptions;
  readonly #reports: boolean;
  readonly #passes: (record: unknown) => boolean;
  readonly #stopping = new AbortController();
  #reading = new AbortController();
  #retrying = new AbortController();
  #loop: Promise<void> | null = null;
  #busy = false;
  #emptyReads = 0;

  constructor(options: StreamSourceOptions) {
    this.#options = options;
    this.functionName = options.mapping.FunctionName;
    this.#reports = reportsFailures(options.mapping);
    this.#passes = readFilters(options.mapping.FilterCriteria);
  }

  start(): void {
    this.#loop = this.#poll();
  }

  /** Something was written: ends the wait before the next read. */
  nudge(): void {
    this.#reading.abort();
  }

  /** Ends the wait before a retry. */
  makeDue(): void {
    this.#retrying.abort();
  }

  get busy(): boolean {
    return this.#busy;
  }

  /** Reads that found nothing, ever: two more of them mean that all written before is read. */
  get emptyReads(): number {
    return this.#emptyReads;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.nudge();
    this.makeDue();
    await this.#loop;
  }

  async #poll(): Promise<void> {
    let emptyInARow = 0;
    while (!this.#stopping.signal.aborted) {
      if (this.paused) {
        this.#emptyReads += 1;
        await this.#waitToRead(POLL_MS.calm);
        continue;
      }
      try {
        const batches = await this.#options.reader.read(READ_LIMIT);
        if (batches.length === 0) {
          this.#emptyReads += 1;
          emptyInARow += 1;
          // Writes through the proxy end the wait (`nudge`), so that a quiet stack costs little.
          await this.#waitToRead(
            emptyInARow > 100 ? POLL_MS.idle : emptyInARow > 10 ? POLL_MS.calm : POLL_MS.busy,
          );
          continue;
        }
        emptyInARow = 0;
        this.#busy = true;
        for (const { shardId, records } of batches) await this.#carryOut(shardId, records);
      } catch (error) {
        if (this.#stopping.signal.aborted) return;
        console.error(`stream of ${this.functionName}: ${String(error)}`);
        this.#options.reader.rewind();
        await this.#waitToRead(1_000);
      } finally {
        this.#busy = false;
      }
    }
  }

  async #carryOut(shardId: string, read: readonly SdkRecord[]): Promise<void> {
    const { mapping, reader } = this.#options;
    const records = read
      .map((record) => toRecord(record, mapping.EventSourceArn))
      .filter((record) => this.#passes(record));
    const size = mapping.BatchSize ?? 100;
    for (let at = 0; at < records.length; at += size) {
      const batch = records.slice(at, at + size);
      if (!(await this.#carryOutBatch(batch))) return; // stopping: read again next time
      const last = batch.at(-1)?.dynamodb.SequenceNumber;
      if (last !== undefined) reader.advance(shardId, last);
      this.#options.onAdvance();
    }
    const last = read.at(-1)?.dynamodb?.SequenceNumber;
    if (last !== undefined) reader.advance(shardId, last);
    this.#options.onAdvance();
  }

  /** Tries until the batch is done or given up. False only when the source stops meanwhile. */
  async #carryOutBatch(batch: StreamRecord[]): Promise<boolean> {
    const { mapping } = this.#options;
    const most = mapping.MaximumRetryAttempts ?? -1;
    let rest = batch;
    for (let attempt = 0; rest.length > 0; attempt += 1) {
      if (this.#stopping.signal.aborted) return false;
      if (this.paused) {
        await this.#waitToRetry(POLL_MS.calm);
        attempt -= 1;
        continue;
      }
      const result = await this.#options.invoke(mapping.FunctionName, { Records: rest });
      const identifiers = new Set(rest.map((record) => record.dynamodb.SequenceNumber));
      const outcome = result.ok
        ? readBatchFailures(result.payload, identifiers, this.#reports)
        : 'failed';
      if (outcome === 'done') {
        this.#options.onDelivered(rest.length);
        return true;
      }
      if (this.#stopping.signal.aborted) return false;
      if (outcome !== 'failed') {
        const from = rest.findIndex((record) => outcome.has(record.dynamodb.SequenceNumber));
        this.#options.onDelivered(from);
        if (from > 0) attempt = 0; // another batch now, with attempts of its own
        rest = rest.slice(from);
      }
      const tooOld = this.#isTooOld(rest);
      if (tooOld || (most >= 0 && attempt >= most)) {
        await this.#giveUp(rest, tooOld ? 'RecordAgeExceeded' : 'RetryAttemptsExhausted');
        return true;
      }
      if (mapping.BisectBatchOnFunctionError && outcome === 'failed' && rest.length > 1) {
        const middle = Math.ceil(rest.length / 2);
        return (
          (await this.#carryOutBatch(rest.slice(0, middle))) &&
          (await this.#carryOutBatch(rest.slice(middle)))
        );
      }
      await this.#waitToRetry(Math.min(100 * 2 ** attempt, LONGEST_BACKOFF_MS));
    }
    return true;
  }

  #isTooOld(records: readonly StreamRecord[]): boolean {
    const most = this.#options.mapping.MaximumRecordAgeInSeconds ?? -1;
    const created = records[0]?.dynamodb.ApproximateCreationDateTime;
    return most > 0 && created !== undefined && Date.now() / 1000 - created > most;
  }

  async #giveUp(records: readonly StreamRecord[], condition: string): Promise<void> {
    const { mapping, sendToQueue } = this.#options;
    const destination = mapping.DestinationConfig?.OnFailure?.Destination;
    if (destination === undefined) return;
    const [first, last] = [records[0], records.at(-1)];
    const message = {
      requestContext: { functionArn: mapping.FunctionName, condition },
      version: '1.0',
      timestamp: new Date().toISOString(),
      DDBStreamBatchInfo: {
        streamArn: mapping.EventSourceArn,
        batchSize: records.length,
        startSequenceNumber: first?.dynamodb.SequenceNumber,
        endSequenceNumber: last?.dynamodb.SequenceNumber,
      },
    };
    await sendToQueue(destination, JSON.stringify(message));
  }

  async #waitToRead(ms: number): Promise<void> {
    await pause(ms, this.#reading.signal);
    if (this.#reading.signal.aborted) this.#reading = new AbortController();
  }

  async #waitToRetry(ms: number): Promise<void> {
    this.#retrying = new AbortController();
    if (this.#stopping.signal.aborted) return;
    await pause(ms, this.#retrying.signal);
  }
}

/** A stream record as Lambda hands it over: times in seconds, binary as base64. */
function toRecord(record: SdkRecord, streamArn: string) {
  const { dynamodb = {} } = record;
  const created = dynamodb.ApproximateCreationDateTime;
  return {
    eventID: record.eventID,
    eventName: record.eventName,
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: LOCAL_REGION,
    dynamodb: {
      ApproximateCreationDateTime: created === undefined ? 0 : created.getTime() / 1000,
      Keys: attributes(dynamodb.Keys),
      ...(dynamodb.NewImage && { NewImage: attributes(dynamodb.NewImage) }),
      ...(dynamodb.OldImage && { OldImage: attributes(dynamodb.OldImage) }),
      SequenceNumber: dynamodb.SequenceNumber ?? '',
      SizeBytes: dynamodb.SizeBytes,
      StreamViewType: dynamodb.StreamViewType,
    },
    eventSourceARN: streamArn,
  };
}

type Attributes = Record<string, Record<string, unknown>>;

function attributes(map: object | undefined): Attributes {
  return Object.fromEntries(
    Object.entries((map ?? {}) as Attributes).map(([name, value]) => [name, attribute(value)]),
  );
}

/** DynamoDB Local leaves the type of an empty map out of its stream: `{}` where AWS has `{ M: {} }`. */
function attribute(value: Record<string, unknown>): Record<string, unknown> {
  const [type, content] = Object.entries(value)[0] ?? ['M', {}];
  switch (type) {
    case 'M':
      return { M: attributes(content as Attributes) };
    case 'L':
      return { L: (content as Record<string, unknown>[]).map(attribute) };
    case 'B':
      return { B: base64(content) };
    case 'BS':
      return { BS: (content as unknown[]).map(base64) };
    default:
      return { [type]: content };
  }
}

function base64(bytes: unknown): string {
  return Buffer.from(bytes as Uint8Array).toString('base64');
}
