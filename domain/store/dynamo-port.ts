import { setTimeout as delay } from 'node:timers/promises';
import {
  BatchGetCommand,
  type BatchGetCommandInput,
  type BatchGetCommandOutput,
  type DynamoDBDocumentClient,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Row, RowKey, TablePort, TransactItem } from './port.ts';

type WireItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** The port over DynamoDB. Holds the client and the table's name; knows nothing of entities. */
export function createDynamoPort(client: DynamoDBDocumentClient, tableName: string): TablePort {
  const wire = (item: TransactItem): WireItem => {
    const { kind: _, ...rest } = item as TransactItem & Record<string, unknown>;
    switch (item.kind) {
      case 'put': {
        const { row, returnExisting, ...condition } = rest as Extract<
          TransactItem,
          { kind: 'put' }
        >;
        return {
          Put: {
            TableName: tableName,
            Item: row,
            ...condition,
            ...(returnExisting && { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const }),
          },
        };
      }
      case 'delete': {
        const { key, ...condition } = rest as Extract<TransactItem, { kind: 'delete' }>;
        return { Delete: { TableName: tableName, Key: key, ...condition } };
      }
      case 'check': {
        const {
          key,
          ConditionExpression = '',
          ...condition
        } = rest as Extract<TransactItem, { kind: 'check' }>;
        return {
          ConditionCheck: { TableName: tableName, Key: key, ConditionExpression, ...condition },
        };
      }
    }
  };

  return {
    async transactWrite(items, token) {
      try {
        await client.send(
          new TransactWriteCommand({ ClientRequestToken: token, TransactItems: items.map(wire) }),
        );
      } catch (error) {
        throw withPlainReasons(error);
      }
    },

    async batchGet(keys) {
      const rows: Row[] = [];
      let pending: BatchGetCommandInput['RequestItems'] = {
        [tableName]: { Keys: keys as RowKey[], ConsistentRead: true },
      };
      // The service may leave keys over when it is busy or the answer is large.
      for (let round = 0; pending && Object.keys(pending).length > 0; round++) {
        if (round > 0) await delay(Math.random() * Math.min(1_000, 25 * 2 ** round));
        const answer: BatchGetCommandOutput = await client.send(
          new BatchGetCommand({ RequestItems: pending }),
        );
        rows.push(...(answer.Responses?.[tableName] ?? []));
        pending = answer.UnprocessedKeys;
      }
      return rows;
    },

    async query(params) {
      const answer = await client.send(
        new QueryCommand({
          TableName: tableName,
          ...params,
          ...(params.IndexName === undefined && { ConsistentRead: true }),
        }),
      );
      return {
        rows: answer.Items ?? [],
        ...(answer.LastEvaluatedKey && { lastKey: answer.LastEvaluatedKey }),
      };
    },
  };
}

/** The document client leaves the rows in cancellation reasons marshalled; the port speaks plain rows. */
function withPlainReasons(error: unknown): unknown {
  const { CancellationReasons } = error as { CancellationReasons?: { Item?: Row }[] };
  for (const reason of CancellationReasons ?? []) {
    if (reason.Item) reason.Item = unmarshall(reason.Item as Parameters<typeof unmarshall>[0]);
  }
  return error;
}
