import { rowsThatMatter } from '../rows.ts';
import type { Cast } from './cast.ts';

/**
 * The rows that the cast's requests could reach, each with its version: those of its schools and
 * people, and all that lie outside any school but for the sweep's own.
 */
export async function versionsOf({ school, other, things }: Cast): Promise<string[]> {
  const known = [school.id, other.id, ...Object.values(things).flatMap(Object.values)];
  return (await rowsThatMatter())
    .map((row) => ({ key: `${row.pk} ${row.sk}`, row }))
    .filter(({ key }) => !key.startsWith('cursor#'))
    .filter(({ key }) => !/^sch_/.test(key) || known.some((id) => key.includes(id)))
    .map(({ key, row }) => `${key} ${row.version}`)
    .sort();
}
