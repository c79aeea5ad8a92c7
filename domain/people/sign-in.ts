import type { PersonId } from '../shared/ids.ts';
import { derivedId } from '../shared/new-id.ts';
import type { Context } from '../store/context.ts';
import type { IdentityProvider, SessionTokens } from './identity-provider.ts';
import { emailEntity } from './person.entity.ts';

/**
 * Signs in by e-mail and password. An unknown address goes the whole way with an id that nobody has,
 * so that neither the answer nor its time tells who is known. Throws `invalid_credentials`.
 */
export async function signIn(
  context: Context,
  provider: IdentityProvider,
  { email, password }: { email: string; password: string },
): Promise<SessionTokens> {
  const emailKey = context.keys.email(email);
  const claim = await context.store.get(emailEntity, emailEntity.get({ emailKey }));
  const personId =
    (claim?.personId as PersonId | undefined) ?? derivedId('per', 'nobody', emailKey);
  return provider.signIn(personId, password);
}
