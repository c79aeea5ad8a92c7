import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DescribeContinuousBackupsCommand,
  RestoreTableToPointInTimeCommand,
} from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backUp, type Contents, contentsOf, restore } from '../../bin/drill/copy.ts';
import { type RestoreClient, restoreToPointInTime } from '../../bin/drill/point-in-time.ts';
import type { Row } from '../../domain/store/port.ts';
import { audit, scanTable } from '../support/auditor.ts';
import { createTestTable, PATIENT, type TestTable } from '../support/dynamo.ts';
import { sampleSchool } from '../support/sample-school.ts';
import { createWorld } from '../support/store-world.ts';

describe('a drill by copy', () => {
  const folder = mkdtempSync(join(tmpdir(), 'drill-'));
  const file = join(folder, 'backup.jsonl');
  const COPY = 'just-driving-drill';
  let table: TestTable;
  let saved: Contents;
  let rows: readonly Row[];
  beforeAll(async () => {
    ({ rows } = await sampleSchool(createWorld()));
    table = await createTestTable('drillrestore', PATIENT);
    const { client, tableName: TableName } = table;
    for (const Item of rows) await client.send(new PutCommand({ TableName, Item }));
    saved = await backUp(client, TableName, file);
    await restore(client, { like: TableName, TableName: COPY, file });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('brings back every row to the byte, and the copy is sound', async () => {
    const restored = await contentsOf(table.client, COPY);

    const copied = await scanTable(table.client, COPY);

    expect(restored).toEqual(saved);
    expect(restored.rows).toBe(rows.length);
    const before = audit(await scanTable(table.client, table.tableName));
    expect(audit(copied)).toEqual(before);
  });

  it('sees a row that did not come back, and says which sum is wrong', async () => {
    const entry = rows.find(({ __edb_e__ }) => __edb_e__ === 'ledger-entry') as Row;
    const Key = { pk: entry.pk, sk: entry.sk };
    await table.client.send(new DeleteCommand({ TableName: COPY, Key }));

    const { rows: left, digest } = await contentsOf(table.client, COPY);
    const violations = audit(await scanTable(table.client, COPY));

    expect(left).toBe(saved.rows - 1);
    expect(digest).not.toBe(saved.digest);
    expect(violations.map(({ sentence }) => sentence).join()).toContain(String(entry.pk));
  });
});

describe('a drill by point-in-time recovery', () => {
  const EARLIEST = new Date('2026-10-20T00:00:00Z');
  const LATEST = new Date('2026-11-23T08:00:00Z');

  /** DynamoDB Local has none: what AWS documents of the two calls, and what it was asked. */
  function aws(status: 'ENABLED' | 'DISABLED' = 'ENABLED') {
    const asked: object[] = [];
    const send = async (command: object) => {
      if (command instanceof RestoreTableToPointInTimeCommand) asked.push(command.input);
      if (!(command instanceof DescribeContinuousBackupsCommand)) return {};
      return {
        ContinuousBackupsDescription: {
          PointInTimeRecoveryDescription: {
            PointInTimeRecoveryStatus: status,
            ...(status === 'ENABLED' && {
              EarliestRestorableDateTime: EARLIEST,
              LatestRestorableDateTime: LATEST,
            }),
          },
        },
      };
    };
    return { asked, client: { send } as unknown as RestoreClient };
  }
  const order = { from: 'data', to: 'data-drill', wait: async () => {} };

  it('restores the latest moment into a new table, without indexes', async () => {
    const { client, asked } = aws();

    expect(await restoreToPointInTime(client, order)).toEqual(LATEST);

    expect(asked).toEqual([
      {
        ...{ SourceTableName: 'data', TargetTableName: 'data-drill', RestoreDateTime: LATEST },
        ...{ BillingModeOverride: 'PAY_PER_REQUEST', GlobalSecondaryIndexOverride: [] },
      },
    ]);
  });

  it('refuses a moment it cannot reach, and a table without recovery, by name', async () => {
    const at = new Date('2026-11-23T08:00:01Z');
    await expect(restoreToPointInTime(aws().client, { ...order, at })).rejects.toThrow(
      'data can be restored from 2026-10-20T00:00:00.000Z to 2026-11-23T08:00:00.000Z',
    );
    await expect(restoreToPointInTime(aws('DISABLED').client, order)).rejects.toThrow(
      'data has no point-in-time recovery',
    );
  });
});
