import { createHash, randomInt, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { LOCAL_ACCOUNT_ID, LOCAL_REGION } from './constants.ts';
import { type Part, serve } from './http.ts';
import { readJson, writeJson } from './json-file.ts';

type Generate = {
  PasswordLength?: number;
  ExcludeCharacters?: string;
  ExcludeLowercase?: boolean;
  ExcludeUppercase?: boolean;
  ExcludeNumbers?: boolean;
  ExcludePunctuation?: boolean;
  IncludeSpace?: boolean;
  SecretStringTemplate?: string;
  GenerateStringKey?: string;
};

/** Properties of a resolved `AWS::SecretsManager::Secret`. */
export type SecretProperties = {
  Name: string;
  SecretString?: string;
  GenerateSecretString?: Generate;
  [other: string]: unknown;
};

export type Secrets = Part & {
  /** Makes the template's secret; a value from an earlier run stays. */
  createSecret(properties: SecretProperties): { arn: string };
  /** Gives a secret a value, as an operator would. */
  put(nameOrArn: string, value: string): void;
  /** null when there is no such secret */
  value(nameOrArn: string): string | null;
};

type Stored = { value: string; version: string };

/** Secrets Manager as far as `GetSecretValue` and `PutSecretValue`. Values are kept in `dataDir`, for this user only. */
export async function startSecrets(options: { port?: number; dataDir?: string }): Promise<Secrets> {
  const path = options.dataDir ? join(options.dataDir, 'secrets.json') : null;
  const secrets = new Map<string, Stored>(
    Object.entries((path && readJson<Record<string, Stored>>(path)) || {}),
  );
  const put = (name: string, value: string) => {
    if (secrets.get(name)?.value === value) return;
    secrets.set(name, { value, version: randomUUID() });
    if (path) writeJson(path, Object.fromEntries(secrets));
  };
  const nameOf = (id: string) =>
    [...secrets.keys()].find((name) =>
      [name, secretArn(name), secretArn(name).slice(0, -7)].includes(id),
    );

  const part = await serve(
    { port: options.port, what: 'Secrets Manager' },
    async (request, body) => {
      const action = String(request.headers['x-amz-target'] ?? '').split('.')[1];
      if (action !== 'GetSecretValue' && action !== 'PutSecretValue')
        return refuse('InvalidRequestException', `no ${action} here`);
      const { SecretId, SecretString } = JSON.parse(body.toString('utf8')) as {
        SecretId?: string;
        SecretString?: string;
      };
      const name = SecretId && nameOf(SecretId);
      if (!name) {
        return refuse(
          'ResourceNotFoundException',
          "Secrets Manager can't find the specified secret.",
        );
      }
      if (action === 'PutSecretValue') put(name, SecretString ?? '');
      const stored = secrets.get(name);
      return {
        status: 200,
        headers: { 'content-type': 'application/x-amz-json-1.1' },
        body: JSON.stringify({
          ARN: secretArn(name),
          Name: name,
          ...(action === 'GetSecretValue' && { SecretString: stored?.value }),
          VersionId: stored?.version,
          VersionStages: ['AWSCURRENT'],
        }),
      };
    },
  );

  return {
    ...part,
    createSecret({ Name, SecretString, GenerateSecretString }) {
      if (!secrets.has(Name)) put(Name, SecretString ?? generate(GenerateSecretString ?? {}));
      return { arn: secretArn(Name) };
    },
    put: (id, value) => put(nameOf(id) ?? id, value),
    value: (id) => secrets.get(nameOf(id) ?? '')?.value ?? null,
  };
}

/** Ends in six characters that the name determines here; the service draws them. */
export function secretArn(name: string): string {
  const suffix = createHash('sha256').update(name).digest('hex').slice(0, 6);
  return `arn:aws:secretsmanager:${LOCAL_REGION}:${LOCAL_ACCOUNT_ID}:secret:${name}-${suffix}`;
}

function generate(options: Generate): string {
  const characters = [
    options.ExcludeLowercase ? '' : 'abcdefghijklmnopqrstuvwxyz',
    options.ExcludeUppercase ? '' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    options.ExcludeNumbers ? '' : '0123456789',
    options.ExcludePunctuation ? '' : '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
    options.IncludeSpace ? ' ' : '',
  ]
    .join('')
    .replace(/[\s\S]/g, (sign) => (options.ExcludeCharacters?.includes(sign) ? '' : sign));
  const length = options.PasswordLength ?? 32;
  const password = Array.from({ length }, () => characters[randomInt(characters.length)]).join('');
  if (!options.SecretStringTemplate || !options.GenerateStringKey) return password;
  const template = JSON.parse(options.SecretStringTemplate) as Record<string, unknown>;
  return JSON.stringify({ ...template, [options.GenerateStringKey]: password });
}

function refuse(type: string, message: string) {
  return {
    status: 400,
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-errortype': type },
    body: JSON.stringify({ __type: type, message }),
  };
}
