import { createDynamoPort } from '../domain/store/dynamo-port.ts';
import { startTestDynamoDb } from '../local/parts/dynamodb.ts';
import { scanTable } from '../tests/support/auditor.ts';
import {
  portRounds,
  type RoundsOptions,
  roundsLine,
  twinRounds,
} from '../tests/support/booking-rounds.ts';
import { createTestTable, PATIENT } from '../tests/support/dynamo.ts';

/**
 * Rounds of fifty overlapping tries on one teacher, vehicle or student, with 30 % injected conflicts
 * and lost replies: exactly one may win each.
 *
 *     npm run bench:double-booking -- [<rounds, default 1000>] [<seed, default 1>] [--real]
 *
 * On the in-memory twin, or with `--real` on DynamoDB Local. Ends with 1 when anything is violated.
 */
const [rounds = 1_000, seed = 1] = process.argv
  .slice(2)
  .filter((word) => word !== '--real')
  .map(Number);
const real = process.argv.includes('--real');

const began = performance.now();
const result = real ? await onDynamoDb({ rounds, seed }) : await twinRounds({ rounds, seed });
console.log(
  roundsLine(real ? 'DynamoDB Local' : 'twin', result, (performance.now() - began) / 1000),
);
for (const violation of result.violations.slice(0, 20)) console.log(`- ${violation}`);
process.exitCode = result.violations.length === 0 ? 0 : 1;

async function onDynamoDb(options: RoundsOptions) {
  const { stop } = await startTestDynamoDb();
  let tables = 0;
  try {
    return await portRounds(options, async () => {
      const { client, tableName } = await createTestTable(`doublebooking${++tables}`, PATIENT);
      return {
        port: createDynamoPort(client, tableName),
        rows: () => scanTable(client, tableName),
      };
    });
  } finally {
    await stop();
  }
}
