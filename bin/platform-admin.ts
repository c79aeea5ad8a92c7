import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { appointPlatformAdmin } from '../domain/people/appoint-platform-admin.ts';
import { normalizeEmail } from '../domain/shared/email.ts';
import { instant } from '../domain/shared/instant.ts';
import { newId } from '../domain/shared/new-id.ts';
import { deriveKeys } from '../domain/shared/secrets.ts';
import { createDynamoPort } from '../domain/store/dynamo-port.ts';
import { createStore } from '../domain/store/store.ts';
import { createDocumentClient } from '../functions/shared/dynamo.ts';
import { parseStage } from '../infra/config.ts';
import { physicalName } from '../infra/names.ts';

/**
 * `node bin/platform-admin.ts <stage> <e-mail>`: makes somebody a platform administrator of a deployed
 * stage, and has a link to set a password mailed to them. Repeating it is harmless.
 *
 * Uses the standard `AWS_*` variables; whoever may run it may write to the stage's table and read its
 * root key, which is what makes it an operator's command and no operation of the API.
 */
async function main(): Promise<void> {
  const [stageName, rawEmail = ''] = process.argv.slice(2);
  if (!stageName || !rawEmail)
    throw new Error('usage: node bin/platform-admin.ts <stage> <e-mail>');
  const stage = parseStage(stageName);
  const email = normalizeEmail(rawEmail);
  if (!email) throw new Error(`${rawEmail} is no e-mail address`);
  const secrets = new SecretsManagerClient({});
  const { SecretString = '' } = await secrets.send(
    new GetSecretValueCommand({ SecretId: `just-driving/${stage}/keys` }),
  );
  const port = createDynamoPort(createDocumentClient(), physicalName(stage, 'data'));
  const personId = await appointPlatformAdmin(
    {
      store: createStore({ port }),
      now: () => instant(new Date()),
      newId,
      actor: { kind: 'system', name: 'platform-admin' },
      correlationId: `platform-admin ${process.pid}`,
      keys: deriveKeys(SecretString),
    },
    email,
  );
  console.log(
    `${email} is platform administrator ${personId}; a link to set a password is on its way.`,
  );
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
