import { membershipEntity } from '../../domain/people/membership.entity.ts';
import { personEntity } from '../../domain/people/person.entity.ts';
import { newId } from '../../domain/shared/new-id.ts';
import { create } from '../../domain/store/write.ts';
import { cast } from './notifications.ts';
import type { World } from './store-world.ts';

const AT_ONCE = 45;

/** So many active students, planted as rows: enrolling a thousand would be a test of its own. */
export async function plantStudents(
  world: World,
  schoolId: string,
  count: number,
): Promise<string[]> {
  const { person, membership } = cast();
  const part = { birthDate: '2006-05-04', teacherIds: [], guardians: [], consents: [] };
  const planted: string[] = [];
  for (let first = 0; first < count; first += AT_ONCE) {
    const ids = Array.from({ length: Math.min(AT_ONCE, count - first) }, () => newId('per'));
    const context = world.context();
    await context.store.transact(context, () => ({
      writes: ids.flatMap((personId, i) => {
        const email = `${personId}@mail.example`;
        const name = `Elev ${String(first + i).padStart(5, '0')}`;
        return [
          create(personEntity.create({ ...person, personId, email })),
          create(
            membershipEntity.create({
              ...{ ...membership, schoolId, personId, email, name, status: 'active' },
              student: { ...part, termsVersion: '1' } as never,
            }),
          ),
        ];
      }),
      result: null,
    }));
    planted.push(...ids);
  }
  return planted;
}
