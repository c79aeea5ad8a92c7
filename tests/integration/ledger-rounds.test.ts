import { expect, it } from 'vitest';
import { createDynamoPort } from '../../domain/store/dynamo-port.ts';
import { scanTable } from '../support/auditor.ts';
import { createTestTable, PATIENT } from '../support/dynamo.ts';
import { portLedger } from '../support/ledger-rounds.ts';
import { TEST_SEED } from '../support/random.ts';

it('500 webhook copies on DynamoDB leave every ledger right to the øre, among 30 % conflicts', async () => {
  let tables = 0;
  const result = await portLedger({ copies: 500, seed: TEST_SEED }, async () => {
    const { client, tableName } = await createTestTable(`ledgerrounds${++tables}`, PATIENT);
    return {
      port: createDynamoPort(client, tableName),
      rows: () => scanTable(client, tableName),
    };
  });

  expect(result.violations).toEqual([]);
  expect(result.off).toBe(0);
  expect(result.receipts).toBe(result.payments);
  expect(result.injected).toBeGreaterThan(50);
}, 1_200_000);
