import { createSign, generateKeyPairSync } from 'node:crypto';
import {
  AdminInitiateAuthCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { LOCAL_CREDENTIALS } from '../../../local/parts/constants.ts';
import type { SeededUser } from '../../../local/state.ts';
import { stack } from './stack.ts';

type Claims = Record<string, unknown>;

/** The claims of a token, whoever signed it. */
export function claimsOf(token: string): Claims {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Claims;
}

/** A token with these claims, signed by a key of our own under the key id that the pool uses. */
export function forged(real: string, changes: Claims = {}): string {
  const header = JSON.parse(
    Buffer.from(real.split('.')[0] ?? '', 'base64url').toString(),
  ) as Claims;
  const signed = [header, { ...claimsOf(real), ...changes }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const signature = createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url');
  return `${signed}.${signature}`;
}

/** The pool's real answer to a sign-in: our own API hands out its access token alone. */
export async function idToken({ personId, password }: SeededUser): Promise<string> {
  const { aws } = stack();
  const client = new CognitoIdentityProviderClient({
    region: aws.region,
    endpoint: aws.endpoints.cognito as string,
    credentials: LOCAL_CREDENTIALS,
  });
  const { AuthenticationResult } = await client.send(
    new AdminInitiateAuthCommand({
      UserPoolId: aws.userPoolId,
      ClientId: aws.clientId,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: personId, PASSWORD: password },
    }),
  );
  client.destroy();
  if (!AuthenticationResult?.IdToken) throw new Error('the pool gave no ID token');
  return AuthenticationResult.IdToken;
}
