import type { Keys } from '../shared/secrets.ts';
import type { Page, PageOptions } from '../store/reader.ts';
import type { Store } from '../store/store.ts';
import { type MembershipRow, membershipEntity, staffEntity } from './membership.entity.ts';
import { emailEntity, type PersonRow, personEntity } from './person.entity.ts';

/** The identity that has this e-mail address (normalised), or null. */
export async function findPersonByEmail(
  store: Store,
  keys: Keys,
  email: string,
): Promise<PersonRow | null> {
  return findPersonByEmailKey(store, keys.email(email));
}

export async function findPersonByEmailKey(
  store: Store,
  emailKey: string,
): Promise<PersonRow | null> {
  const claim = await store.get(emailEntity, emailEntity.get({ emailKey }));
  return claim && store.get(personEntity, personEntity.get({ personId: claim.personId }));
}

export function readPerson(store: Store, personId: string): Promise<PersonRow | null> {
  return store.get(personEntity, personEntity.get({ personId }));
}

export function readMembership(
  store: Store,
  schoolId: string,
  personId: string,
): Promise<MembershipRow | null> {
  return store.get(membershipEntity, membershipEntity.get({ personId, schoolId }));
}

/** All memberships of a person, in every school. */
export function readMemberships(store: Store, personId: string): Promise<MembershipRow[]> {
  return store.all(membershipEntity, membershipEntity.query.byPerson({ personId }));
}

/** Several people of one school at once, by their ids: identity and membership of each who has both. */
export async function readPeople(
  store: Store,
  schoolId: string,
  personIds: readonly string[],
): Promise<Map<string, { person: PersonRow; membership: MembershipRow }>> {
  const ids = [...new Set(personIds)];
  const [people, memberships] = await Promise.all([
    store.getAll(...ids.map((personId) => [personEntity, personEntity.get({ personId })] as const)),
    store.getAll(
      ...ids.map(
        (personId) => [membershipEntity, membershipEntity.get({ personId, schoolId })] as const,
      ),
    ),
  ]);
  return new Map(
    ids.flatMap((id, i) => {
      const [person, membership] = [people[i], memberships[i]];
      return person && membership ? [[id, { person, membership }] as const] : [];
    }),
  );
}

/** A school's students by name, a page at a time. */
export function pageStudents(
  store: Store,
  schoolId: string,
  options: PageOptions,
): Promise<Page<MembershipRow>> {
  return store.page(membershipEntity, membershipEntity.query.studentsByName({ schoolId }), options);
}

/** Everybody who works in a school, whatever the status, in the order they were invited. */
export async function readStaff(store: Store, schoolId: string): Promise<MembershipRow[]> {
  const roster = await store.all(staffEntity, staffEntity.query.bySchool({ schoolId }));
  const memberships = await store.getAll(
    ...roster.map(
      ({ personId }) => [membershipEntity, membershipEntity.get({ personId, schoolId })] as const,
    ),
  );
  return memberships.filter((membership) => membership !== null);
}
