import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LOCAL_CREDENTIALS, LOCAL_REGION } from '../../local/parts/constants.ts';
import { type Secrets, startSecrets } from '../../local/parts/secrets.ts';

let dataDir: string;
let secrets: Secrets;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'parts-secrets-'));
  secrets = await startSecrets({ dataDir });
});
afterEach(async () => {
  await secrets.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const withClient = async <T>(ask: (client: SecretsManagerClient) => Promise<T>): Promise<T> => {
  const client = new SecretsManagerClient({
    endpoint: secrets.endpoint,
    region: LOCAL_REGION,
    credentials: LOCAL_CREDENTIALS,
  });
  try {
    return await ask(client);
  } finally {
    client.destroy();
  }
};
const read = (SecretId: string) =>
  withClient((client) => client.send(new GetSecretValueCommand({ SecretId })));
const keys = {
  Name: 'just-driving/keys',
  Description: 'root key',
  GenerateSecretString: {
    SecretStringTemplate: '{"version":1}',
    GenerateStringKey: 'root',
    PasswordLength: 64,
    ExcludePunctuation: true,
  },
};

describe('the secrets part', () => {
  test('a generated secret is read by name, ARN and partial ARN', async () => {
    const { arn } = secrets.createSecret(keys);

    const byName = await read('just-driving/keys');

    expect(JSON.parse(byName.SecretString ?? '')).toEqual({
      version: 1,
      root: expect.stringMatching(/^[A-Za-z0-9]{64}$/),
    });
    expect(byName.ARN).toBe(arn);
    expect((await read(arn)).SecretString).toBe(byName.SecretString);
    expect((await read(arn.slice(0, -7))).SecretString).toBe(byName.SecretString);
  });

  test('an operator puts another value, and cannot into a secret that no template made', async () => {
    secrets.createSecret(keys);
    const put = (SecretId: string) =>
      withClient((client) =>
        client.send(new PutSecretValueCommand({ SecretId, SecretString: '{"root":"new"}' })),
      );

    await put('just-driving/keys');

    expect((await read('just-driving/keys')).SecretString).toBe('{"root":"new"}');
    await expect(put('just-driving/other')).rejects.toThrow("can't find the specified secret");
  });

  test('values stay over a restart, in a file for this user alone', async () => {
    secrets.createSecret(keys);
    secrets.put('just-driving/twilio', '{"accountSid":"AC1"}');
    const before = secrets.value(keys.Name);
    await secrets.stop();

    secrets = await startSecrets({ dataDir });
    secrets.createSecret(keys);

    expect(secrets.value(keys.Name)).toBe(before);
    expect((await read('just-driving/twilio')).SecretString).toBe('{"accountSid":"AC1"}');
    expect((await stat(join(dataDir, 'secrets.json'))).mode & 0o777).toBe(0o600);
  });

  test('an unknown one is ResourceNotFoundException', async () => {
    await expect(read('nothing')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});
