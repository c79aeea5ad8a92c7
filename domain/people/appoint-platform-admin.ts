import { passwordResetRequested } from '../../events/people.ts';
import type { PersonId } from '../shared/ids.ts';
import type { Context } from '../store/context.ts';
import { replace } from '../store/write.ts';
import { planIdentity } from './identity.ts';
import { personEntity } from './person.entity.ts';
import { readPerson } from './read-people.ts';

/**
 * Makes the identity behind an address a platform administrator, and has a link to set a password
 * mailed. Not reachable over the API: the first administrator can only come from an operator.
 */
export async function appointPlatformAdmin(context: Context, email: string): Promise<PersonId> {
  const newPersonId = context.newId('per');
  const identity = await context.store.transact(context, async () => {
    const planned = await planIdentity(context, email, newPersonId);
    return { writes: planned.writes, result: planned };
  });
  const { personId } = identity;
  return context.store.transact(context, async () => {
    const person = await readPerson(context.store, personId);
    if (!person) throw new Error(`${personId} is nobody`);
    const version = person.version + 1;
    const emailKey = context.keys.email(email);
    return {
      writes: [replace(personEntity, { ...person, platformAdmin: true, version })],
      events: [passwordResetRequested.of(null, { id: personId, version }, { emailKey })],
      result: personId,
    };
  });
}
