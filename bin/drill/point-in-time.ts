import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  RestoreTableToPointInTimeCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';

/** The parts of a client that a restore uses; a test brings its own. */
export type RestoreClient = Pick<DynamoDBClient, 'send'>;

export type RestoreOrder = {
  from: string;
  to: string;
  /** absent: the latest moment there is */
  at?: Date;
  wait?: (tableName: string) => Promise<unknown>;
};

/** AWS: most restores take less than an hour; the largest take longer. */
const LONGEST_SECONDS = 12 * 3600;

/**
 * Restores a table as it was at one second into a new table, without its indexes: the auditor reads
 * rows, and indexes are what takes long. The table it came from serves on, and pays for no read.
 *
 * @returns the moment restored
 * @throws Error when the table has no point-in-time recovery, or not that far back
 */
export async function restoreToPointInTime(
  client: RestoreClient,
  { from, to, at, wait = waitFor(client) }: RestoreOrder,
): Promise<Date> {
  const { ContinuousBackupsDescription } = await client.send(
    new DescribeContinuousBackupsCommand({ TableName: from }),
  );
  const recovery = ContinuousBackupsDescription?.PointInTimeRecoveryDescription;
  const earliest = recovery?.EarliestRestorableDateTime;
  const latest = recovery?.LatestRestorableDateTime;
  if (recovery?.PointInTimeRecoveryStatus !== 'ENABLED' || !earliest || !latest) {
    throw new Error(`${from} has no point-in-time recovery`);
  }
  const moment = at ?? latest;
  if (moment < earliest || moment > latest) {
    throw new Error(
      `${from} can be restored from ${earliest.toISOString()} to ${latest.toISOString()}`,
    );
  }
  await client.send(
    new RestoreTableToPointInTimeCommand({
      SourceTableName: from,
      TargetTableName: to,
      RestoreDateTime: moment,
      BillingModeOverride: 'PAY_PER_REQUEST',
      GlobalSecondaryIndexOverride: [],
    }),
  );
  await wait(to);
  return moment;
}

function waitFor(client: RestoreClient) {
  return async (TableName: string) => {
    await waitUntilTableExists(
      {
        client: client as DynamoDBClient,
        ...{ maxWaitTime: LONGEST_SECONDS, minDelay: 20, maxDelay: 60 },
      },
      { TableName },
    );
    const { Table } = await client.send(new DescribeTableCommand({ TableName }));
    if (Table?.TableStatus !== 'ACTIVE') throw new Error(`${TableName} did not become active`);
  };
}
