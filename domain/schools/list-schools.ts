import type { PersonRow } from '../people/person.entity.ts';
import { readMemberships } from '../people/read-people.ts';
import { DomainError } from '../shared/errors.ts';
import type { Context } from '../store/context.ts';
import { decodeCursor, encodeCursor } from '../store/cursor.ts';
import { pageSchools } from './read-schools.ts';
import { schoolEntity } from './school.entity.ts';
import type { School } from './school.ts';
import { schoolView } from './views.ts';

const LIST = 'schools';

/**
 * Every school, oldest first, for a platform administrator; for a school administrator the schools
 * they administer. Throws `forbidden` for who administers none.
 */
export async function listSchools(
  context: Context,
  person: PersonRow,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: School[]; nextCursor: string | null }> {
  const after = decodeCursor(context.keys, LIST, cursor);
  if (person.platformAdmin) {
    const page = await pageSchools(context.store, { limit, ...(after && { after }) });
    return {
      items: page.items.map(schoolView),
      nextCursor: encodeCursor(context.keys, LIST, page.lastKey),
    };
  }
  const administered = (await readMemberships(context.store, person.personId)).filter(
    ({ roles, status }) => status === 'active' && roles.includes('school_admin'),
  );
  if (administered.length === 0) throw new DomainError('forbidden', 'Your role may not do this.');
  const schools = await context.store.getAll(
    ...administered.map(({ schoolId }) => [schoolEntity, schoolEntity.get({ schoolId })] as const),
  );
  return { items: schools.filter((school) => school !== null).map(schoolView), nextCursor: null };
}
