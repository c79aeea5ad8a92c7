import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { deriveKeys, type Keys } from '../../domain/shared/secrets.ts';
import { ENV, requireEnvironment } from './environment.ts';

/** Secrets are read once per container; a rotated one arrives with the next container. */
const cached = new Map<string, Promise<string>>();
let client: SecretsManagerClient | undefined;

export function readSecret(secretId: string): Promise<string> {
  let value = cached.get(secretId);
  if (!value) {
    client ??= new SecretsManagerClient({
      requestHandler: {
        connectionTimeout: 1_000,
        requestTimeout: 3_000,
        throwOnRequestTimeout: true,
      },
    });
    value = client
      .send(new GetSecretValueCommand({ SecretId: secretId }))
      .then(({ SecretString }) => {
        if (!SecretString) throw new Error(`secret ${secretId} is empty`);
        return SecretString;
      });
    // A failed read is not remembered: the next request tries again.
    value.catch(() => cached.delete(secretId));
    cached.set(secretId, value);
  }
  return value;
}

/** Reads a secret anew: for one that may have been rotated while this container lived. */
export function refreshSecret(secretId: string): Promise<string> {
  cached.delete(secretId);
  return readSecret(secretId);
}

let keys: Promise<Keys> | undefined;

/** The purpose keys derived from the deployment's root key. */
export function readKeys(): Promise<Keys> {
  keys ??= readSecret(requireEnvironment(ENV.keysSecretId)).then(deriveKeys);
  keys.catch(() => {
    keys = undefined;
  });
  return keys;
}
