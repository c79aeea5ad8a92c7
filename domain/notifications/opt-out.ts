import type { PersonRow } from '../people/person.entity.ts';
import { changePreferences } from '../people/preferences.ts';
import { readPerson } from '../people/read-people.ts';
import { readSchool } from '../schools/read-schools.ts';
import { DomainError } from '../shared/errors.ts';
import { hashToken } from '../shared/secrets.ts';
import type { Context } from '../store/context.ts';
import { create } from '../store/write.ts';
import { type OptOutRow, optOutEntity } from './opt-out.entity.ts';

/** What the page behind the link shows: nothing of the person but what they may change here. */
export type OptOutView = { schoolName: string; sms: boolean };

/**
 * The link at the end of a school's SMS to a person, made with the first of them. It names nobody, is
 * the same in every SMS, and works as long as there are any.
 */
export async function optOutLink(
  context: Context,
  portalUrl: string,
  { schoolId, personId }: { schoolId: string; personId: string },
): Promise<string> {
  const { store, keys } = context;
  const token = keys.optOutToken(schoolId, personId);
  const tokenHash = hashToken(token);
  await store.transact(context, async () => {
    const known = await store.get(optOutEntity, optOutEntity.get({ tokenHash }));
    const row = { tokenHash, schoolId, personId, createdAt: context.now() };
    return { writes: known ? [] : [create(optOutEntity.create(row))], result: null };
  });
  return `${portalUrl}/opt-out/${token}`;
}

/** Whom a link concerns. Throws `link_invalid`. */
async function readLink(
  { store }: Context,
  token: string,
): Promise<{ link: OptOutRow; person: PersonRow }> {
  const tokenHash = hashToken(token);
  const link = await store.get(optOutEntity, optOutEntity.get({ tokenHash }));
  const person = link && (await readPerson(store, link.personId));
  if (!link || !person) {
    throw new DomainError('link_invalid', 'This link is unknown, or no longer in use.');
  }
  return { link, person };
}

/** What the link would change. Reading changes nothing: mail programs and phones open links ahead. */
export async function readOptOut(context: Context, token: string): Promise<OptOutView> {
  const { link, person } = await readLink(context, token);
  const { name } = await readSchool(context.store, link.schoolId);
  return { schoolName: name, sms: person.sms };
}

/** No more SMS to this person, from any school; what would have come by SMS comes by e-mail. */
export async function optOut(context: Context, token: string): Promise<void> {
  const { person } = await readLink(context, token);
  if (person.sms) await changePreferences(context, person.personId, { sms: false });
}
