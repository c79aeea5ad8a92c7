import { join } from 'node:path';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { Invocation } from '../lambda/child.ts';
import { LOCAL_CREDENTIALS, LOCAL_REGION } from '../parts/constants.ts';
import { readJson, writeJson } from '../parts/json-file.ts';
import type { Queues } from '../parts/queues.ts';
import { type Resolved, shortName } from '../template/model.ts';
import { TemplateError } from '../template/types.ts';
import { type QueueMapping, QueueSource } from './queue-source.ts';
import { type Checkpoint, StreamReader } from './stream-reader.ts';
import { type StreamMapping, StreamSource } from './stream-source.ts';

export type SourcesOptions = {
  mappings: readonly Resolved[];
  queues: Queues;
  dynamoDbEndpoint: string;
  /** table name -> ARN of its stream at DynamoDB Local */
  streams: ReadonlyMap<string, string>;
  dataDir: string;
  invoke(functionName: string, event: unknown): Promise<Invocation>;
  sendToQueue(queueArn: string, body: string): Promise<void>;
};

/** What is lost by a kill within it is read from the stream once more, as after an outage. */
const SAVE_AFTER_MS = 250;

/** The event source mappings of the template: what wakes functions from queues and streams. */
export class Sources {
  readonly #queueSources: QueueSource[] = [];
  readonly #streamSources: StreamSource[] = [];
  readonly #client: DynamoDBStreamsClient;
  readonly #checkpointFile: string;
  readonly #checkpoints: Record<string, Checkpoint>;
  #saving: NodeJS.Timeout | null = null;
  #delivered = 0;

  constructor(options: SourcesOptions) {
    this.#checkpointFile = join(options.dataDir, 'checkpoints.json');
    this.#checkpoints = readJson<Record<string, Checkpoint>>(this.#checkpointFile) ?? {};
    this.#client = new DynamoDBStreamsClient({
      endpoint: options.dynamoDbEndpoint,
      region: LOCAL_REGION,
      credentials: LOCAL_CREDENTIALS,
    });
    for (const mapping of options.mappings) {
      if (mapping.properties.Enabled === false) continue;
      this.#add(mapping, options);
    }
  }

  start(): void {
    for (const source of [...this.#queueSources, ...this.#streamSources]) source.start();
  }

  /** The streams are read at once: something was written, or all that was is to be carried out. */
  nudge(): void {
    for (const source of this.#streamSources) source.nudge();
  }

  /** Ends the streams' waits before a retry. */
  makeDue(): void {
    for (const source of this.#streamSources) source.makeDue();
  }

  /** Pauses or resumes what wakes a function; false when nothing does. */
  setPaused(name: string, paused: boolean): boolean {
    const found = [...this.#queueSources, ...this.#streamSources].filter(({ functionName }) =>
      [functionName, shortName(functionName)].includes(name),
    );
    for (const source of found) source.paused = paused;
    return found.length > 0;
  }

  get busy(): boolean {
    return this.#streamSources.some((source) => source.busy && !source.paused);
  }

  /** The fewest empty reads of any stream; see `StreamSource.emptyReads`. */
  get emptyReads(): number {
    return Math.min(...this.#streamSources.map((source) => source.emptyReads), Infinity);
  }

  get delivered(): number {
    return this.#delivered;
  }

  isPolled(queueName: string): boolean {
    return this.#queueSources.some((source) => source.queueName === queueName && !source.paused);
  }

  hasSource(queueName: string): boolean {
    return this.#queueSources.some((source) => source.queueName === queueName);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#queueSources, ...this.#streamSources].map((one) => one.stop()));
    this.#client.destroy();
    if (this.#saving !== null) this.#save();
  }

  #add(mapping: Resolved, options: SourcesOptions): void {
    const place = `${mapping.stackName}/${mapping.logicalId}`;
    const arn = String(mapping.properties.EventSourceArn);
    const onDelivered = (count: number) => {
      this.#delivered += count;
    };
    const [, , service, , , resource = ''] = arn.split(':');
    if (service === 'sqs') {
      const properties = mapping.properties as QueueMapping;
      this.#queueSources.push(
        new QueueSource({
          ...options,
          mapping: { ...properties, FunctionName: nameOf(properties) },
          onDelivered,
        }),
      );
      return;
    }
    const streamArn = options.streams.get(resource.split('/')[1] ?? '');
    if (service !== 'dynamodb' || streamArn === undefined) {
      throw new TemplateError(`${place}: ${arn} is not an event source the local runner knows`);
    }
    const properties = mapping.properties as StreamMapping;
    const checkpoint = this.#checkpoints[place] ?? {};
    this.#checkpoints[place] = checkpoint;
    this.#streamSources.push(
      new StreamSource({
        ...options,
        mapping: { ...properties, FunctionName: nameOf(properties) },
        reader: new StreamReader({
          client: this.#client,
          streamArn,
          fromStart: properties.StartingPosition !== 'LATEST',
          checkpoint,
        }),
        onAdvance: () => this.#saveSoon(),
        onDelivered,
      }),
    );
  }

  #saveSoon(): void {
    this.#saving ??= setTimeout(() => this.#save(), SAVE_AFTER_MS);
  }

  #save(): void {
    if (this.#saving !== null) clearTimeout(this.#saving);
    this.#saving = null;
    writeJson(this.#checkpointFile, this.#checkpoints);
  }
}

/** The template names a function by its name or its ARN. */
function nameOf({ FunctionName }: { FunctionName: string }): string {
  return FunctionName.split(':').at(-1) ?? FunctionName;
}
