import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import type { Body, Client, Core, PoolService, User } from './user-pools-core.ts';

/** A refusal as the service words it. */
class CognitoRefusal extends Error {
  override name = 'CognitoRefusal';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

type TokenResult = { AuthenticationResult?: Record<string, unknown> };
type PasswordPolicy = {
  MinimumLength?: number;
  RequireLowercase?: boolean;
  RequireUppercase?: boolean;
  RequireNumbers?: boolean;
  RequireSymbols?: boolean;
};

const { verify } = createRequire(createRequire(import.meta.url).resolve('cognito-local'))(
  'jsonwebtoken',
) as {
  verify(token: string, key: string, options: { algorithms: string[] }): { token_use?: string };
};

const WRONG = () => new CognitoRefusal('NotAuthorizedException', 'Incorrect username or password.');
const DISABLED = () => new CognitoRefusal('NotAuthorizedException', 'User is disabled.');

const SECONDS: Record<string, number> = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 };

/**
 * Answers an action as Cognito does where `cognito-local` does not: it lets disabled users in,
 * tells a wrong password from an unknown user, gives tokens for a temporary password, takes any
 * flow and any password, never lets a refresh token expire, and leaves out `ExpiresIn`.
 */
export async function answerAction(core: Core, action: string, body: Body): Promise<Body> {
  switch (action) {
    case 'AdminInitiateAuth':
    case 'InitiateAuth':
      return initiateAuth(core, action, body);
    case 'RevokeToken':
      return revokeToken(core, body);
    case 'AdminUserGlobalSignOut':
      return signOutEverywhere(core, body);
    case 'AdminCreateUser':
      await checkPassword(core, body, body.TemporaryPassword);
      return core.call(action, body);
    case 'AdminSetUserPassword':
      await checkPassword(core, body, body.Password);
      return core.call(action, body);
    default:
      return core.call(action, body);
  }
}

async function initiateAuth(core: Core, action: string, body: Body): Promise<Body> {
  const client = await core.cognito.getAppClient(core.context, String(body.ClientId));
  if (!client || (action === 'AdminInitiateAuth' && client.UserPoolId !== body.UserPoolId)) {
    const message = `User pool client ${String(body.ClientId)} does not exist.`;
    throw new CognitoRefusal('ResourceNotFoundException', message);
  }
  const flow = body.AuthFlow === 'REFRESH_TOKEN' ? 'REFRESH_TOKEN_AUTH' : String(body.AuthFlow);
  const isAdminFlow = flow === 'ADMIN_USER_PASSWORD_AUTH';
  if (isAdminFlow && action !== 'AdminInitiateAuth') {
    throw new CognitoRefusal('InvalidParameterException', 'Initiate Auth method not supported.');
  }
  const allowed = client.ExplicitAuthFlows ?? ['ALLOW_REFRESH_TOKEN_AUTH'];
  if (!allowed.includes(`ALLOW_${flow}`)) {
    throw new CognitoRefusal('InvalidParameterException', 'Auth flow not enabled for this client');
  }
  const pool = await core.cognito.getUserPool(core.context, client.UserPoolId);
  const parameters = (body.AuthParameters ?? {}) as Record<string, string>;
  if (flow === 'REFRESH_TOKEN_AUTH') {
    await checkRefreshToken(core, pool, parameters.REFRESH_TOKEN ?? '');
  } else {
    const user = await checkCredentials(core, pool, client, parameters);
    if (user.UserStatus === 'FORCE_CHANGE_PASSWORD') return newPasswordChallenge(user);
    await forgetExpiredTokens(core, pool, user);
  }
  const result = (await core.call(action, { ...body, AuthFlow: flow })) as TokenResult;
  const unit = client.TokenValidityUnits?.AccessToken ?? 'hours';
  return {
    ChallengeParameters: {},
    AuthenticationResult: {
      ...result.AuthenticationResult,
      TokenType: 'Bearer',
      ExpiresIn: (client.AccessTokenValidity ?? 1) * (SECONDS[unit] ?? 3_600),
    },
  };
}

async function checkCredentials(
  core: Core,
  pool: PoolService,
  client: Client,
  { USERNAME, PASSWORD }: Record<string, string>,
): Promise<User> {
  if (!USERNAME || !PASSWORD) {
    const missing = USERNAME ? 'PASSWORD' : 'USERNAME';
    throw new CognitoRefusal('InvalidParameterException', `Missing required parameter ${missing}`);
  }
  const user = await pool.getUserByUsername(core.context, USERNAME);
  if (!user) {
    if (client.PreventUserExistenceErrors === 'ENABLED') throw WRONG();
    throw new CognitoRefusal('UserNotFoundException', 'User does not exist.');
  }
  if (!user.Enabled) throw DISABLED();
  if (user.Password !== PASSWORD) throw WRONG();
  return user;
}

function newPasswordChallenge(user: User): Body {
  return {
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    Session: randomUUID(),
    ChallengeParameters: {
      USER_ID_FOR_SRP: user.Username,
      requiredAttributes: '[]',
      userAttributes: '{}',
    },
  };
}

async function checkRefreshToken(core: Core, pool: PoolService, token: string): Promise<void> {
  const state = tokenState(core, token);
  const refuse = (message: string) => new CognitoRefusal('NotAuthorizedException', message);
  if (state === 'invalid') throw refuse('Invalid Refresh Token');
  if (state === 'expired') throw refuse('Refresh Token has expired');
  const user = await pool.getUserByRefreshToken(core.context, token);
  if (!user) throw refuse('Refresh Token has been revoked');
  if (!user.Enabled) throw DISABLED();
}

/** Revoking what is revoked already is fine; what was never issued here is not. */
async function revokeToken(core: Core, body: Body): Promise<Body> {
  const token = String(body.Token);
  const client = await core.cognito.getAppClient(core.context, String(body.ClientId));
  if (!client) {
    const message = `User pool client ${String(body.ClientId)} does not exist.`;
    throw new CognitoRefusal('ResourceNotFoundException', message);
  }
  if (tokenState(core, token) === 'invalid') {
    throw new CognitoRefusal('UnsupportedTokenTypeException', 'Token type is not supported');
  }
  const pool = await core.cognito.getUserPool(core.context, client.UserPoolId);
  const user = await pool.getUserByRefreshToken(core.context, token);
  return user ? core.call('RevokeToken', body) : {};
}

async function signOutEverywhere(core: Core, body: Body): Promise<Body> {
  const pool = await core.cognito.getUserPool(core.context, String(body.UserPoolId));
  const user = await pool.getUserByUsername(core.context, String(body.Username));
  if (!user) throw new CognitoRefusal('UserNotFoundException', 'User does not exist.');
  await pool.saveUser(core.context, { ...user, RefreshTokens: [] });
  return {};
}

async function forgetExpiredTokens(core: Core, pool: PoolService, user: User): Promise<void> {
  const tokens = user.RefreshTokens ?? [];
  const live = tokens.filter((token) => {
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    return claims.exp * 1_000 > Date.now();
  });
  if (live.length !== tokens.length) {
    await pool.saveUser(core.context, { ...user, RefreshTokens: live });
  }
}

function tokenState(core: Core, token: string): 'valid' | 'expired' | 'invalid' {
  try {
    const claims = verify(token, core.publicKey, { algorithms: ['RS256'] });
    return claims.token_use === undefined ? 'valid' : 'invalid'; // the others say what they are
  } catch (error) {
    return (error as Error).name === 'TokenExpiredError' ? 'expired' : 'invalid';
  }
}

async function checkPassword(core: Core, body: Body, password: unknown): Promise<void> {
  if (password === undefined) return;
  const pool = await core.cognito.getUserPool(core.context, String(body.UserPoolId));
  const policies = pool.options.Policies as { PasswordPolicy?: PasswordPolicy } | undefined;
  const policy = policies?.PasswordPolicy ?? {};
  const text = String(password);
  const failed = (
    [
      [text.length < (policy.MinimumLength ?? 8), 'Password not long enough'],
      [text.length > 256, 'Password is too long'],
      [policy.RequireUppercase && !/[A-Z]/.test(text), 'Password must have uppercase characters'],
      [policy.RequireLowercase && !/[a-z]/.test(text), 'Password must have lowercase characters'],
      [policy.RequireNumbers && !/[0-9]/.test(text), 'Password must have numeric characters'],
      [
        policy.RequireSymbols && !/[\^$*.[\]{}()?\-"!@#%&/\\,><':;|_~`+= ]/.test(text),
        'Password must have symbol characters',
      ],
    ] as const
  ).find(([broken]) => broken);
  if (failed) {
    const message = `Password did not conform with policy: ${failed[1]}`;
    throw new CognitoRefusal('InvalidPasswordException', message);
  }
}
