import type { PersonId } from '../shared/ids.ts';
import type { Context } from '../store/context.ts';
import type { TransactItem } from '../store/port.ts';
import { create } from '../store/write.ts';
import { emailEntity, personEntity } from './person.entity.ts';
import { findPersonByEmail } from './read-people.ts';

/** The identity behind an address, and what must be written when it is a new one. */
export type PlannedIdentity = {
  personId: PersonId;
  hasPassword: boolean;
  isNew: boolean;
  writes: TransactItem[];
};

/**
 * Finds or plans the one identity of an address. Two plans at once for a new address both create the
 * e-mail's row; one transaction wins, the other decides again and finds it.
 */
export async function planIdentity(
  context: Context,
  email: string,
  newPersonId: PersonId,
): Promise<PlannedIdentity> {
  const person = await findPersonByEmail(context.store, context.keys, email);
  if (person) {
    return {
      personId: person.personId as PersonId,
      hasPassword: person.hasPassword,
      isNew: false,
      writes: [],
    };
  }
  const personId = newPersonId;
  return {
    personId,
    hasPassword: false,
    isNew: true,
    writes: [
      create(emailEntity.create({ emailKey: context.keys.email(email), personId })),
      create(
        personEntity.create({
          personId,
          email,
          hasPassword: false,
          platformAdmin: false,
          sms: true,
          marketing: false,
          createdAt: context.now(),
          version: 1,
        }),
      ),
    ],
  };
}
