import { rebuildBalance } from '../domain/finance/rebuild-balance.ts';
import { pageStudents } from '../domain/people/read-people.ts';
import { pageSchools } from '../domain/schools/read-schools.ts';
import { instant } from '../domain/shared/instant.ts';
import { newId } from '../domain/shared/new-id.ts';
import { deriveKeys } from '../domain/shared/secrets.ts';
import { createDynamoPort } from '../domain/store/dynamo-port.ts';
import type { Row } from '../domain/store/port.ts';
import { createStore, type Store } from '../domain/store/store.ts';
import { createDocumentClient } from '../functions/shared/dynamo.ts';
import { parseStage } from '../infra/config.ts';
import { physicalName } from '../infra/names.ts';

/**
 * `npm run rebuild-balances -- <stage> [school id] [--repair]`: adds up every student's ledger and
 * reports every balance that says something else. `--repair` writes the sums of the entries.
 *
 * Uses the standard `AWS_*` variables; `TABLE_NAME` names another table than the stage's.
 */
async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const repair = words.includes('--repair');
  const [stage, onlySchool] = words.filter((word) => !word.startsWith('--'));
  if (!stage) throw new Error('usage: npm run rebuild-balances -- <stage> [school id] [--repair]');
  const tableName = process.env.TABLE_NAME ?? physicalName(parseStage(stage), 'data');
  const store = createStore({ port: createDynamoPort(createDocumentClient(), tableName) });
  const context = {
    store,
    now: () => instant(new Date()),
    newId,
    actor: { kind: 'system', name: 'rebuild-balances' } as const,
    correlationId: `rebuild-balances ${process.pid}`,
    // no cursor or token is made or read here
    keys: deriveKeys('unused'.repeat(10)),
  };
  let balances = 0;
  let wrong = 0;
  for await (const schoolId of onlySchool ? [onlySchool] : schoolsOf(store)) {
    for await (const studentId of studentsOf(store, schoolId)) {
      const rebuilt = await rebuildBalance(context, { schoolId, studentId }, { repair });
      if (!rebuilt) continue;
      balances += 1;
      if (rebuilt.isRight && rebuilt.firstWrongEntry === null) continue;
      wrong += 1;
      const { stated, summed, firstWrongEntry } = rebuilt;
      console.log(JSON.stringify({ schoolId, studentId, stated, summed, firstWrongEntry }));
    }
  }
  console.log(`${balances} balances, ${wrong} wrong${repair ? ', repaired' : ''}`);
  if (wrong > 0 && !repair) process.exitCode = 1;
}

async function* schoolsOf(store: Store): AsyncGenerator<string> {
  let after: Row | undefined;
  do {
    const page = await pageSchools(store, { limit: 100, ...(after && { after }) });
    yield* page.items.map(({ schoolId }) => schoolId);
    after = page.lastKey;
  } while (after);
}

async function* studentsOf(store: Store, schoolId: string): AsyncGenerator<string> {
  let after: Row | undefined;
  do {
    const page = await pageStudents(store, schoolId, { limit: 100, ...(after && { after }) });
    yield* page.items.map(({ personId }) => personId);
    after = page.lastKey;
  } while (after);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
