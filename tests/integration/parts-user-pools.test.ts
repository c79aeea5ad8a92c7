import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  RevokeTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { JwtVerifier } from 'aws-jwt-verify';
import type { Jwks } from 'aws-jwt-verify/jwk';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ControlClock } from '../../local/parts/clock.ts';
import { LOCAL_CREDENTIALS, LOCAL_REGION } from '../../local/parts/constants.ts';
import { waitUntil } from '../../local/parts/http.ts';
import { type CreatedPool, startUserPools, type UserPools } from '../../local/parts/user-pools.ts';

const clock = new ControlClock();
const PASSWORD = 'Kørekort-2027!';
let dataDir: string;
let part: UserPools;
let pool: CreatedPool;
let clientId: string;
let client: CognitoIdentityProviderClient;
let count = 0;

async function start(): Promise<void> {
  part = await startUserPools({ dataDir, clock });
  pool = await part.createUserPool({
    UserPoolName: 'just-driving-dev',
    Policies: { PasswordPolicy: { MinimumLength: 12 } },
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
  });
  ({ id: clientId } = await part.createClient({
    UserPoolId: pool.id,
    ClientName: 'api',
    ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    AccessTokenValidity: 15,
    RefreshTokenValidity: 30,
    TokenValidityUnits: { AccessToken: 'minutes', RefreshToken: 'days' },
    PreventUserExistenceErrors: 'ENABLED',
  }));
  client = new CognitoIdentityProviderClient({
    endpoint: part.endpoint,
    region: LOCAL_REGION,
    credentials: LOCAL_CREDENTIALS,
    maxAttempts: 1,
  });
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'parts-user-pools-'));
  await start();
}, 30_000);
afterAll(async () => {
  await part.stop();
  await rm(dataDir, { recursive: true, force: true });
});
beforeEach(async () => {
  clock.set(null);
  await part.clockSettled();
});

const newName = () => {
  count += 1;
  return `per_01jd${String(count).padStart(22, '0')}`;
};
const create = async (Username = newName()) => {
  await client.send(
    new AdminCreateUserCommand({ UserPoolId: pool.id, Username, MessageAction: 'SUPPRESS' }),
  );
  return Username;
};
const setPassword = (Username: string, Password = PASSWORD) =>
  client.send(
    new AdminSetUserPasswordCommand({ UserPoolId: pool.id, Username, Password, Permanent: true }),
  );
const signIn = async (USERNAME: string, password = PASSWORD) =>
  client.send(
    new AdminInitiateAuthCommand({
      UserPoolId: pool.id,
      ClientId: clientId,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME, PASSWORD: password },
    }),
  );
const person = async () => {
  const name = await create();
  await setPassword(name);
  return name;
};
const refresh = (REFRESH_TOKEN: string) =>
  client.send(
    new InitiateAuthCommand({
      ClientId: clientId,
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      AuthParameters: { REFRESH_TOKEN },
    }),
  );
const claimsOf = (token: string | undefined) =>
  JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString()) as Record<
    string,
    unknown
  >;
const refused = (code: string, message?: string) => ({ name: code, ...(message && { message }) });

describe('the user pool part', () => {
  test('a created user with a permanent password signs in; the access token is what an API needs', async () => {
    const name = await person();

    const { AuthenticationResult: result } = await signIn(name);

    expect(result).toMatchObject({ ExpiresIn: 900, TokenType: 'Bearer' });
    const claims = claimsOf(result?.AccessToken);
    expect(claims).toMatchObject({
      iss: pool.issuer,
      username: name,
      client_id: clientId,
      token_use: 'access',
    });
    expect(Number(claims.exp) - Number(claims.iat)).toBe(900);
    expect(claims.auth_time).toBe(claims.iat);
    expect(claimsOf(result?.IdToken)).toMatchObject({ token_use: 'id', aud: clientId });
    const verifier = JwtVerifier.create({
      issuer: pool.issuer,
      audience: null,
      jwksUri: 'https://unused.example/jwks.json',
    });
    verifier.cacheJwks((await (await fetch(pool.jwksUri)).json()) as Jwks);
    await expect(verifier.verify(result?.AccessToken ?? '')).resolves.toMatchObject({
      username: name,
    });
  });

  test('a wrong password and an unknown name are told apart by nothing', async () => {
    const name = await person();
    const wrong = refused('NotAuthorizedException', 'Incorrect username or password.');
    await expect(signIn(name, 'not it at all')).rejects.toMatchObject(wrong);
    await expect(signIn('per_nobody')).rejects.toMatchObject(wrong);
  });

  test('creating twice, a password for nobody and a weak password are refused by name', async () => {
    const name = await person();
    await expect(create(name)).rejects.toMatchObject(refused('UsernameExistsException'));
    await expect(setPassword('per_nobody')).rejects.toMatchObject(refused('UserNotFoundException'));
    await expect(setPassword(name, 'short')).rejects.toMatchObject(
      refused(
        'InvalidPasswordException',
        'Password did not conform with policy: Password not long enough',
      ),
    );
    await expect(
      client.send(
        new InitiateAuthCommand({
          ClientId: clientId,
          AuthFlow: 'USER_PASSWORD_AUTH',
          AuthParameters: { USERNAME: name, PASSWORD },
        }),
      ),
    ).rejects.toMatchObject(refused('InvalidParameterException'));
  });

  test('a user without a permanent password gets a challenge, never tokens', async () => {
    const name = await create();
    await client.send(
      new AdminSetUserPasswordCommand({ UserPoolId: pool.id, Username: name, Password: PASSWORD }),
    );
    const answer = await signIn(name);
    expect(answer.ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
    expect(answer.AuthenticationResult).toBeUndefined();
  });

  test('refreshing works until the token is revoked; revoking again is fine', async () => {
    const { AuthenticationResult: first } = await signIn(await person());
    const token = first?.RefreshToken ?? '';
    expect((await refresh(token)).AuthenticationResult).toMatchObject({ ExpiresIn: 900 });

    const revoke = () => client.send(new RevokeTokenCommand({ ClientId: clientId, Token: token }));
    await revoke();
    await revoke();

    await expect(refresh(token)).rejects.toMatchObject(
      refused('NotAuthorizedException', 'Refresh Token has been revoked'),
    );
    await expect(refresh('garbage')).rejects.toMatchObject(refused('NotAuthorizedException'));
    await expect(refresh(first?.AccessToken ?? '')).rejects.toMatchObject(
      refused('NotAuthorizedException', 'Invalid Refresh Token'),
    );
  });

  test('signing out everywhere revokes each refresh token of the user', async () => {
    const name = await person();
    const tokens = [await signIn(name), await signIn(name)].map(
      (answer) => answer.AuthenticationResult?.RefreshToken ?? '',
    );
    await client.send(new AdminUserGlobalSignOutCommand({ UserPoolId: pool.id, Username: name }));
    for (const token of tokens) {
      await expect(refresh(token)).rejects.toMatchObject(refused('NotAuthorizedException'));
    }
  });

  test('a disabled user neither signs in nor refreshes', async () => {
    const name = await person();
    const token = (await signIn(name)).AuthenticationResult?.RefreshToken ?? '';
    await client.send(new AdminDisableUserCommand({ UserPoolId: pool.id, Username: name }));
    const disabled = refused('NotAuthorizedException', 'User is disabled.');
    await expect(signIn(name)).rejects.toMatchObject(disabled);
    await expect(refresh(token)).rejects.toMatchObject(disabled);
  });

  test('tokens live by the control clock', async () => {
    const name = await person();
    clock.set('2030-01-01T00:00:00Z');
    await part.clockSettled();
    const token = (await signIn(name)).AuthenticationResult;
    expect(claimsOf(token?.AccessToken).iat).toBeGreaterThanOrEqual(Date.UTC(2030, 0, 1) / 1_000);

    clock.set('2030-02-01T00:00:00Z');
    await part.clockSettled();

    await expect(refresh(token?.RefreshToken ?? '')).rejects.toMatchObject(
      refused('NotAuthorizedException', 'Refresh Token has expired'),
    );
  });

  test('users, ids, keys and refresh tokens are the same after a restart', async () => {
    const name = await person();
    const token = (await signIn(name)).AuthenticationResult?.RefreshToken ?? '';
    const before = { pool, clientId, keys: await (await fetch(pool.jwksUri)).json() };
    await part.stop();

    await start();

    expect({ id: pool.id, clientId }).toEqual({ id: before.pool.id, clientId: before.clientId });
    expect(pool.id).toMatch(/^eu-north-1_[0-9a-z]{9}$/);
    expect(await (await fetch(pool.jwksUri)).json()).toEqual(before.keys);
    expect((await refresh(token)).AuthenticationResult?.AccessToken).toBeTruthy();
    await signIn(name);
  });

  test('a taken port is one clear error', async () => {
    const port = Number(new URL(part.endpoint).port);
    await expect(startUserPools({ port, dataDir, clock })).rejects.toThrow(
      `port ${port} is already in use`,
    );
  });

  test('the process ends with a killed parent', async () => {
    const dir = join(dataDir, 'killed');
    const script = join(dataDir, 'parent.ts');
    const file = (name: string) =>
      JSON.stringify(new URL(`../../local/parts/${name}`, import.meta.url));
    await writeFile(
      script,
      `const { startUserPools } = await import(${file('user-pools.ts')});
       const { ControlClock } = await import(${file('clock.ts')});
       const { endpoint } = await startUserPools({ dataDir: ${JSON.stringify(dir)}, clock: new ControlClock() });
       process.send(endpoint);`,
    );
    const parent = fork(script, { execArgv: [] });
    const [endpoint] = (await once(parent, 'message')) as [string];
    const answers = () => fetch(endpoint).then(Boolean, () => false);
    expect(await answers()).toBe(true);

    parent.kill('SIGKILL');

    await waitUntil(async () => !(await answers()), { timeoutMs: 5_000, message: 'it lives on' });
  }, 20_000);
});
