import {
  dropDelivery,
  listQuarantine,
  releaseDelivery,
} from '../domain/integrations/quarantine.ts';
import { instant } from '../domain/shared/instant.ts';
import { newId } from '../domain/shared/new-id.ts';
import { deriveKeys } from '../domain/shared/secrets.ts';
import type { Context } from '../domain/store/context.ts';
import { createDynamoPort } from '../domain/store/dynamo-port.ts';
import { createStore } from '../domain/store/store.ts';
import { createDocumentClient } from '../functions/shared/dynamo.ts';
import { parseStage } from '../infra/config.ts';
import { physicalName } from '../infra/names.ts';

const USAGE = 'npm run quarantine -- list [<stage>] | release <id> [<stage>] | drop <id> [<stage>]';

/**
 * What a platform delivered and nobody could place, stage `dev` by default:
 *
 *     npm run quarantine -- list production
 *     npm run quarantine -- release 0f3a… production    once its cause is gone: places it, once
 *     npm run quarantine -- drop 0f3a… production       gives it up, with whatever it says of somebody
 *
 * It works wherever the standard `AWS_*` variables lead, the local stack included
 * (`AWS_ENDPOINT_URL_DYNAMODB=$(state .aws.endpoints.dynamodb)`), and shows ids and references, nobody's
 * name. Repeating a release or a drop is harmless.
 */
async function main([command, ...words]: string[]): Promise<void> {
  if (command === 'list') return list(contextOf(words[0]));
  const [id, stage] = words;
  if (id === undefined) throw new Error(USAGE);
  if (command === 'release') return release(contextOf(stage), id);
  if (command !== 'drop') throw new Error(USAGE);
  await dropDelivery(contextOf(stage), id);
  console.log(`${id} dropped`);
}

async function list({ store }: Context): Promise<void> {
  const waiting = await listQuarantine(store);
  for (const { id, createdAt, platform, reason, reference } of waiting) {
    console.log([id, createdAt, platform.padEnd(13), reason.padEnd(15), reference].join('  '));
  }
  console.log(`${waiting.length} in quarantine`);
}

async function release(context: Context, id: string): Promise<void> {
  const taken = await releaseDelivery(context, id);
  if (taken.outcome === 'quarantined') throw new Error(`${id} stays: ${taken.reason}`);
  console.log(`${id} released`);
}

function contextOf(stage = process.env.STAGE ?? 'dev'): Context {
  const port = createDynamoPort(createDocumentClient(), physicalName(parseStage(stage), 'data'));
  return {
    store: createStore({ port }),
    now: () => instant(new Date()),
    newId,
    actor: { kind: 'system', name: 'quarantine' },
    correlationId: `quarantine ${process.pid}`,
    // no cursor or token is made or read here
    keys: deriveKeys('unused'.repeat(10)),
  };
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
