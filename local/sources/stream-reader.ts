import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type _Record as SdkRecord,
  type Shard,
} from '@aws-sdk/client-dynamodb-streams';

/** Where a mapping stands: per shard the last sequence number done, or `done` for a read-out shard. */
export type Checkpoint = Record<string, string | null>;

export type StreamBatch = { shardId: string; records: SdkRecord[] };

const DONE = null;

/**
 * Reads a stream shard by shard, parents before children, from where `checkpoint` says. DynamoDB
 * Local closes its one shard every few hours and at a restart and opens a child.
 */
export class StreamReader {
  readonly #client: DynamoDBStreamsClient;
  readonly #streamArn: string;
  readonly #fromStart: boolean;
  readonly checkpoint: Checkpoint;
  /** iterator of the next read per open shard; undefined when it must be asked for */
  readonly #iterators = new Map<string, string | undefined>();
  #shards: Shard[] = [];
  #described = 0;

  constructor(options: {
    client: DynamoDBStreamsClient;
    streamArn: string;
    /** `TRIM_HORIZON`; else only what is written from now on */
    fromStart: boolean;
    checkpoint: Checkpoint;
  }) {
    this.#client = options.client;
    this.#streamArn = options.streamArn;
    this.#fromStart = options.fromStart;
    this.checkpoint = options.checkpoint;
  }

  /** New records of the shards that may be read now; an empty list when there are none. */
  async read(limit: number): Promise<StreamBatch[]> {
    if (this.#readable().length === 0 || performance.now() - this.#described > 30_000) {
      await this.#describe();
    }
    const batches: StreamBatch[] = [];
    for (const shardId of this.#readable()) {
      const records = await this.#readShard(shardId, limit);
      if (records.length > 0) batches.push({ shardId, records });
    }
    return batches;
  }

  /** Reads on from the checkpoint: what was read since then was not carried out. */
  rewind(): void {
    this.#iterators.clear();
  }

  /** These records are done: reading goes on after this one, also after a restart. */
  advance(shardId: string, sequenceNumber: string): void {
    this.checkpoint[shardId] = sequenceNumber;
  }

  async #readShard(shardId: string, limit: number): Promise<SdkRecord[]> {
    const ShardIterator = this.#iterators.get(shardId) ?? (await this.#iterator(shardId));
    if (ShardIterator === undefined) return [];
    try {
      const answer = await this.#client.send(
        new GetRecordsCommand({ ShardIterator, Limit: limit }),
      );
      this.#iterators.set(shardId, answer.NextShardIterator);
      const records = answer.Records ?? [];
      if (answer.NextShardIterator === undefined && records.length === 0) {
        this.checkpoint[shardId] = DONE;
      }
      return records;
    } catch (error) {
      const name = error instanceof Error ? error.name : '';
      if (name === 'ExpiredIteratorException') this.#iterators.delete(shardId);
      else if (name === 'TrimmedDataAccessException') {
        delete this.checkpoint[shardId];
        this.#iterators.delete(shardId);
      } else throw error;
      return [];
    }
  }

  async #iterator(shardId: string): Promise<string | undefined> {
    const after = this.checkpoint[shardId];
    const answer = await this.#client.send(
      new GetShardIteratorCommand({
        StreamArn: this.#streamArn,
        ShardId: shardId,
        ...(typeof after === 'string'
          ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after }
          : { ShardIteratorType: this.#fromStart ? 'TRIM_HORIZON' : 'LATEST' }),
      }),
    );
    return answer.ShardIterator;
  }

  async #describe(): Promise<void> {
    this.#described = performance.now();
    const shards: Shard[] = [];
    let last: string | undefined;
    do {
      const { StreamDescription: page } = await this.#client.send(
        new DescribeStreamCommand({
          StreamArn: this.#streamArn,
          ...(last !== undefined && { ExclusiveStartShardId: last }),
        }),
      );
      shards.push(...(page?.Shards ?? []));
      last = page?.LastEvaluatedShardId;
    } while (last !== undefined);
    this.#shards = shards;
    // Forget what the stream itself has forgotten (24 hours).
    const living = new Set(shards.map((shard) => shard.ShardId));
    for (const shardId of Object.keys(this.checkpoint)) {
      if (!living.has(shardId)) delete this.checkpoint[shardId];
    }
  }

  /** Shards that are not read out and whose parent is (or is gone). */
  #readable(): string[] {
    const known = new Map(this.#shards.map((shard) => [shard.ShardId ?? '', shard]));
    const isDone = (shardId: string) => this.checkpoint[shardId] === DONE;
    return [...known.entries()]
      .filter(([shardId, { ParentShardId: parent }]) => {
        const parentDone = parent === undefined || !known.has(parent) || isDone(parent);
        return !isDone(shardId) && parentDone;
      })
      .map(([shardId]) => shardId);
  }
}
