import { createDynamoPort } from '../domain/store/dynamo-port.ts';
import { startTestDynamoDb } from '../local/parts/dynamodb.ts';
import { scanTable } from '../tests/support/auditor.ts';
import { createTestTable, PATIENT } from '../tests/support/dynamo.ts';
import {
  type LedgerOptions,
  ledgerLine,
  portLedger,
  twinLedger,
} from '../tests/support/ledger-rounds.ts';

/**
 * Webhook copies of payments, refunds and disputes, duplicated and reordered, fifty at a time, with
 * 30 % injected conflicts and lost replies: how many øre the ledgers are off in the end.
 *
 *     npm run bench:ledger -- [<copies, default 20000>] [<seed, default 1>] [--real]
 *
 * On the in-memory twin, or with `--real` on DynamoDB Local. Ends with 1 when anything is off.
 */
const [copies = 20_000, seed = 1] = process.argv
  .slice(2)
  .filter((word) => word !== '--real')
  .map(Number);
const real = process.argv.includes('--real');

const began = performance.now();
const result = real ? await onDynamoDb({ copies, seed }) : await twinLedger({ copies, seed });
console.log(
  ledgerLine(real ? 'DynamoDB Local' : 'twin', result, (performance.now() - began) / 1000),
);
for (const violation of result.violations.slice(0, 20)) console.log(`- ${violation}`);
const sound =
  result.off === 0 && result.violations.length === 0 && result.receipts === result.payments;
process.exitCode = sound ? 0 : 1;

async function onDynamoDb(options: LedgerOptions) {
  const { stop } = await startTestDynamoDb();
  let tables = 0;
  try {
    return await portLedger(options, async () => {
      const { client, tableName } = await createTestTable(`ledger${++tables}`, PATIENT);
      return {
        port: createDynamoPort(client, tableName),
        rows: () => scanTable(client, tableName),
      };
    });
  } finally {
    await stop();
  }
}
