import { expect, it } from 'vitest';
import { createDynamoPort } from '../../domain/store/dynamo-port.ts';
import { scanTable } from '../support/auditor.ts';
import { createTestTable, PATIENT } from '../support/dynamo.ts';
import { TEST_SEED } from '../support/random.ts';
import { portSigning } from '../support/signing-rounds.ts';

it('2 rounds of 50 tries on one record of DynamoDB leave chains that verify, among 30 % conflicts', async () => {
  const { violations, entries, injected } = await portSigning(
    { rounds: 2, seed: TEST_SEED },
    async () => {
      const { client, tableName } = await createTestTable('signingrounds', PATIENT);
      return {
        port: createDynamoPort(client, tableName),
        rows: () => scanTable(client, tableName),
      };
    },
  );

  expect(violations).toEqual([]);
  expect(entries).toBeGreaterThan(10);
  expect(injected).toBeGreaterThan(20);
}, 1_200_000);
