import type { PersonId } from '../shared/ids.ts';

/** Who keeps the passwords: a username (the person's id) and a password, and nothing else of theirs. */
export type IdentityProvider = {
  /**
   * Creates the account if there is none and sets its password; repeating it is harmless.
   * Throws `invalid` naming `/password` when the provider finds it weak, `unavailable` when it is down.
   */
  setPassword(personId: PersonId, password: string): Promise<void>;
  /** Throws `invalid_credentials`, for an unknown person as for a wrong password. */
  signIn(personId: PersonId, password: string): Promise<SessionTokens>;
  /** Throws `invalid_credentials` when the refresh token is spent, revoked or foreign. */
  refresh(refreshToken: string): Promise<Omit<SessionTokens, 'refreshToken'>>;
  /** Ends every session: no refresh token given out so far works any more. Throws `unavailable`. */
  endSessions(personId: PersonId): Promise<void>;
  /** Ends a session; an unknown token is no error. */
  revoke(refreshToken: string): Promise<void>;
};

export type SessionTokens = { accessToken: string; refreshToken: string; expiresIn: number };
