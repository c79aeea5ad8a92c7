import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { Row } from '../../domain/store/port.ts';
import { errorFacts, log } from './log.ts';
import type { Worker } from './worker.ts';

/** One inserted row, as the stream tells it. */
export type StreamedRow = { row: Row; sequenceNumber: string };

/**
 * The stack of a stream consumer. `run` answers the sequence numbers it wants again; the stream goes
 * on from the lowest of them, so that one is all it is told. What cannot be read is logged and
 * passed over: it would hold up every event behind it, and its row is still in the table.
 */
export function streamHandler(
  worker: Worker,
  run: (rows: readonly StreamedRow[]) => Promise<ReadonlySet<string>>,
) {
  return async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const rows = event.Records.flatMap((record) => readRow(worker, record));
    const again = await run(rows);
    const lowest = rows.find(({ sequenceNumber }) => again.has(sequenceNumber));
    return {
      batchItemFailures: lowest ? [{ itemIdentifier: lowest.sequenceNumber }] : [],
    };
  };
}

function readRow(worker: Worker, { dynamodb, eventID }: DynamoDBRecord): StreamedRow[] {
  try {
    if (!dynamodb?.NewImage || !dynamodb.SequenceNumber)
      throw new Error('a record without its row');
    const row = unmarshall(dynamodb.NewImage as Parameters<typeof unmarshall>[0]);
    return [{ row, sequenceNumber: dynamodb.SequenceNumber }];
  } catch (error) {
    log.error('unreadable stream record', {
      worker: worker.name,
      record: eventID,
      ...errorFacts(error),
    });
    return [];
  }
}
