import { randomBytes } from 'node:crypto';
import {
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  RevokeTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { IdentityProvider } from '../../domain/people/identity-provider.ts';
import { DomainError, invalidField } from '../../domain/shared/errors.ts';
import { ENV, requireEnvironment } from './environment.ts';

/**
 * Cognito as the keeper of passwords. These calls are among the few that an HTTP answer waits for;
 * when Cognito is down they answer 503.
 */
export function createIdentityProvider(
  settings: ConstructorParameters<typeof CognitoIdentityProviderClient>[0] = {},
  UserPoolId = requireEnvironment(ENV.userPoolId),
  ClientId = requireEnvironment(ENV.userPoolClientId),
): IdentityProvider {
  const client = new CognitoIdentityProviderClient({
    maxAttempts: 2,
    requestHandler: {
      connectionTimeout: 1_000,
      requestTimeout: 3_000,
      throwOnRequestTimeout: true,
    },
    ...settings,
  });

  return {
    async setPassword(personId, password) {
      try {
        await client.send(
          new AdminCreateUserCommand({
            UserPoolId,
            Username: personId,
            MessageAction: 'SUPPRESS',
            // Cognito wants a first password; nobody is told this one, and the next call replaces it.
            TemporaryPassword: `Aa1!${randomBytes(24).toString('base64url')}`,
          }),
        );
      } catch (error) {
        if (nameOf(error) !== 'UsernameExistsException') throw unavailable(error);
      }
      try {
        await client.send(
          new AdminSetUserPasswordCommand({
            UserPoolId,
            Username: personId,
            Password: password,
            Permanent: true,
          }),
        );
      } catch (error) {
        if (
          nameOf(error) === 'InvalidPasswordException' ||
          nameOf(error) === 'InvalidParameterException'
        ) {
          throw invalidField(
            '/password',
            'weak_password',
            '/password: this password is too easy to guess.',
          );
        }
        throw unavailable(error);
      }
    },

    async signIn(personId, password) {
      const answer = await authenticate(() =>
        client.send(
          new AdminInitiateAuthCommand({
            UserPoolId,
            ClientId,
            AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
            AuthParameters: { USERNAME: personId, PASSWORD: password },
          }),
        ),
      );
      const { AccessToken, RefreshToken, ExpiresIn } = answer.AuthenticationResult ?? {};
      if (!AccessToken || !RefreshToken) throw invalidCredentials();
      return { accessToken: AccessToken, refreshToken: RefreshToken, expiresIn: ExpiresIn ?? 900 };
    },

    async refresh(refreshToken) {
      const answer = await authenticate(() =>
        client.send(
          new InitiateAuthCommand({
            ClientId,
            AuthFlow: 'REFRESH_TOKEN_AUTH',
            AuthParameters: { REFRESH_TOKEN: refreshToken },
          }),
        ),
      );
      const { AccessToken, ExpiresIn } = answer.AuthenticationResult ?? {};
      if (!AccessToken) throw invalidCredentials();
      return { accessToken: AccessToken, expiresIn: ExpiresIn ?? 900 };
    },

    async endSessions(personId) {
      try {
        await client.send(new AdminUserGlobalSignOutCommand({ UserPoolId, Username: personId }));
      } catch (error) {
        throw unavailable(error);
      }
    },

    async revoke(refreshToken) {
      try {
        await client.send(new RevokeTokenCommand({ ClientId, Token: refreshToken }));
      } catch (error) {
        if (!isRefusal(error)) throw unavailable(error);
      }
    },
  };
}

async function authenticate<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw isRefusal(error) ? invalidCredentials() : unavailable(error);
  }
}

const REFUSALS = new Set([
  'NotAuthorizedException',
  'UserNotFoundException',
  'UserNotConfirmedException',
  'PasswordResetRequiredException',
  'InvalidParameterException',
  'UnsupportedTokenTypeException',
]);

function isRefusal(error: unknown): boolean {
  return REFUSALS.has(nameOf(error));
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

function invalidCredentials(): DomainError {
  return new DomainError('invalid_credentials', 'E-mail or password is wrong.');
}

function unavailable(cause: unknown): DomainError {
  return new DomainError(
    'unavailable',
    'Signing in does not work right now.',
    { retryAfter: 5 },
    cause,
  );
}
