import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand, type ScanCommandOutput } from '@aws-sdk/lib-dynamodb';
import type { Row } from '../../domain/store/port.ts';

/** Every row of a table as it lies there, read consistently. For tests only: no function may scan. */
export async function scanTable(client: DynamoDBClient, tableName: string): Promise<Row[]> {
  const documents = DynamoDBDocumentClient.from(client);
  const rows: Row[] = [];
  let ExclusiveStartKey: Row | undefined;
  do {
    const page: ScanCommandOutput = await documents.send(
      new ScanCommand({
        TableName: tableName,
        ConsistentRead: true,
        ...(ExclusiveStartKey && { ExclusiveStartKey }),
      }),
    );
    rows.push(...(page.Items ?? []));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return rows;
}
