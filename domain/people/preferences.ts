import type { Language } from '../schools/school.ts';
import { notFound } from '../shared/errors.ts';
import { requireVersion } from '../shared/versions.ts';
import type { Context } from '../store/context.ts';
import { replace } from '../store/write.ts';
import { type PersonRow, personEntity } from './person.entity.ts';
import { readMemberships, readPerson } from './read-people.ts';

export type Preferences = { language: Language; sms: boolean; marketing: boolean; version: number };
export type PreferencesPatch = {
  language?: Language | null | undefined;
  sms?: boolean | undefined;
  marketing?: boolean | undefined;
};

/** What a person prefers. Until they chose a language, it is the one their first school wrote down. */
export async function readPreferences(context: Context, person: PersonRow): Promise<Preferences> {
  const { sms, marketing, version } = person;
  const language = person.language ?? (await schoolsLanguage(context, person.personId));
  return { language, sms, marketing, version };
}

/** Changes preferences; `language: null` leaves it to the schools again. Throws `stale_version`. */
export async function changePreferences(
  context: Context,
  personId: string,
  patch: PreferencesPatch,
  ifMatch?: number,
): Promise<Preferences> {
  return context.store.transact(context, async () => {
    const person = await readPerson(context.store, personId);
    if (!person) throw notFound('This person');
    requireVersion(person.version, ifMatch);
    const { language: chosen, ...rest } = person;
    const language = patch.language === undefined ? chosen : (patch.language ?? undefined);
    const next: PersonRow = {
      ...rest,
      ...(language && { language }),
      sms: patch.sms ?? person.sms,
      marketing: patch.marketing ?? person.marketing,
      version: person.version + 1,
    };
    return { writes: [replace(personEntity, next)], result: await readPreferences(context, next) };
  });
}

async function schoolsLanguage(context: Context, personId: string): Promise<Language> {
  const [first] = (await readMemberships(context.store, personId)).sort((a, b) =>
    a.createdAt < b.createdAt ? -1 : 1,
  );
  return first?.language ?? 'da';
}
