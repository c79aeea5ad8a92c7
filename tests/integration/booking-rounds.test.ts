import { expect, it } from 'vitest';
import { createDynamoPort } from '../../domain/store/dynamo-port.ts';
import { scanTable } from '../support/auditor.ts';
import { portRounds } from '../support/booking-rounds.ts';
import { createTestTable, PATIENT } from '../support/dynamo.ts';
import { TEST_SEED } from '../support/random.ts';

it('20 rounds of 50 overlapping tries on DynamoDB have one winner each, among 30 % conflicts', async () => {
  const { violations, winners, injected } = await portRounds(
    { rounds: 20, seed: TEST_SEED },
    async () => {
      const { client, tableName } = await createTestTable('bookingrounds', PATIENT);
      return {
        port: createDynamoPort(client, tableName),
        rows: () => scanTable(client, tableName),
      };
    },
  );

  expect(violations).toEqual([]);
  expect(winners).toBe(20);
  expect(injected).toBeGreaterThan(200);
}, 1_200_000);
