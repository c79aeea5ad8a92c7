import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { LOCAL_ACCOUNT_ID, LOCAL_REGION } from './constants.ts';
import { readJson, writeJson } from './json-file.ts';
import { FileStores } from './user-pools-store.ts';

/** What is used of `cognito-local` 5.3.0, which ships no types for its inside. */
export type Core = {
  cognito: {
    createUserPool(context: Context, options: Pool): Promise<Pool>;
    getUserPool(context: Context, id: string): Promise<PoolService>;
    listUserPools(context: Context): Promise<Pool[]>;
    getAppClient(context: Context, id: string): Promise<Client | null>;
  };
  /** runs one action of the API as `cognito-local` would */
  call(action: string, body: Body): Promise<Body>;
  context: Context;
  /** PEM, to verify what was signed here */
  publicKey: string;
  /** the same key as the JWKS shows it */
  jwk: Record<string, unknown>;
};

export type Body = Record<string, unknown>;
export type Context = { logger: Logger };
export type Pool = { Id: string; [option: string]: unknown };
export type Client = {
  ClientId: string;
  UserPoolId: string;
  ExplicitAuthFlows?: string[];
  AccessTokenValidity?: number;
  TokenValidityUnits?: Record<string, string>;
  PreventUserExistenceErrors?: string;
  [option: string]: unknown;
};
export type User = {
  Username: string;
  Password: string;
  Enabled: boolean;
  UserStatus: string;
  RefreshTokens?: string[];
  [attribute: string]: unknown;
};
export type PoolService = {
  options: Pool;
  getUserByUsername(context: Context, name: string): Promise<User | null>;
  getUserByRefreshToken(context: Context, token: string): Promise<User | null>;
  saveUser(context: Context, user: User): Promise<void>;
  saveAppClient(context: Context, client: Client): Promise<void>;
  updateOptions(context: Context, options: Pool): Promise<void>;
};

type Logger = Record<'debug' | 'info' | 'warn' | 'error', () => void> & { child(): Logger };

/** The key id that `cognito-local` writes into every token. */
const KEY_ID = 'CognitoLocal';

const require = createRequire(import.meta.url);
const inside = (path: string) => require(`cognito-local/lib/${path}`);

/**
 * `cognito-local` without its server, its message delivery and its Lambda triggers: the data in
 * `dataDir`, tokens signed with a key of this data directory's own, `iss` under `issuerOrigin`.
 */
export async function openCore(dataDir: string, issuerOrigin: string): Promise<Core> {
  const { privateKey, jwk } = signingKey(join(dataDir, 'signing-key.json'));
  // The package signs with one key that everybody has; its modules read it at each signature.
  inside('keys/cognitoLocal.private.json').pem = privateKey;

  const logger: Logger = {
    debug() {},
    info() {},
    warn() {},
    error() {},
    child: () => logger,
  };
  const context = { logger };
  const clock = { get: () => new Date() };
  const stores = new FileStores(join(dataDir, 'pools'));
  const triggers = { enabled: () => false };
  const cognito: Core['cognito'] = await new (inside(
    'services/cognitoService',
  ).CognitoServiceFactoryImpl)(
    join(dataDir, 'pools'),
    stores,
    new (inside('services/userPoolService').UserPoolServiceFactoryImpl)(clock, stores),
  ).create(context, {});
  const { JwtTokenGenerator } = inside('services/tokenGenerator');
  const route = inside('server/Router').Router({
    clock,
    cognito,
    triggers,
    config: {},
    messages: { deliver: async () => {} },
    otp: () => '000000',
    tokenGenerator: new JwtTokenGenerator(clock, triggers, { IssuerDomain: issuerOrigin }),
  });
  return {
    cognito,
    context,
    publicKey: createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString(),
    jwk,
    call: (action, body) => route(action)(context, body),
  };
}

function signingKey(path: string): { privateKey: string; jwk: Record<string, unknown> } {
  const kept = readJson<{ privateKey: string; jwk: Record<string, unknown> }>(path);
  if (kept) return kept;
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const made = {
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    jwk: { ...pair.publicKey.export({ format: 'jwk' }), kid: KEY_ID, alg: 'RS256', use: 'sig' },
  };
  writeJson(path, made);
  return made;
}

/** Makes the pool, or gives a kept one the template's options of today. */
export async function ensurePool(core: Core, id: string, properties: Body): Promise<void> {
  const options = {
    Id: id,
    Name: properties.UserPoolName,
    Arn: `arn:aws:cognito-idp:${LOCAL_REGION}:${LOCAL_ACCOUNT_ID}:userpool/${id}`,
    MfaConfiguration: 'OFF',
    ...(properties.Policies ? { Policies: properties.Policies } : {}),
    ...(properties.AdminCreateUserConfig
      ? { AdminCreateUserConfig: properties.AdminCreateUserConfig }
      : {}),
  };
  const pools = await core.cognito.listUserPools(core.context);
  const kept = pools.some((pool) => pool.Id === id)
    ? await core.cognito.getUserPool(core.context, id)
    : null;
  if (kept) await kept.updateOptions(core.context, { ...kept.options, ...options });
  else await core.cognito.createUserPool(core.context, options);
}

/** Makes the client, or replaces a kept one by the template's of today. */
export async function ensureClient(core: Core, id: string, properties: Body): Promise<void> {
  const pool = await core.cognito.getUserPool(core.context, String(properties.UserPoolId));
  const kept = await core.cognito.getAppClient(core.context, id);
  const units = properties.TokenValidityUnits as Record<string, string> | undefined;
  await pool.saveAppClient(core.context, {
    ...properties,
    UserPoolId: pool.options.Id,
    ClientId: id,
    // What CloudFormation takes when a template says nothing.
    AccessTokenValidity: Number(properties.AccessTokenValidity ?? 1),
    IdTokenValidity: Number(properties.IdTokenValidity ?? 1),
    RefreshTokenValidity: Number(properties.RefreshTokenValidity ?? 30),
    TokenValidityUnits: {
      AccessToken: units?.AccessToken ?? 'hours',
      IdToken: units?.IdToken ?? 'hours',
      RefreshToken: units?.RefreshToken ?? 'days',
    },
    CreationDate: kept?.CreationDate ?? new Date(),
    LastModifiedDate: new Date(),
  });
}
