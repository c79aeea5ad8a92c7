import { beforeEach, describe, expect, it } from 'vitest';
import { changeStudent, type StudentPatch } from '../../domain/people/change-student.ts';
import { enrolStudent } from '../../domain/people/enrol-student.ts';
import { inviteStaff, type StaffInput } from '../../domain/people/invite-staff.ts';
import { membershipEntity } from '../../domain/people/membership.entity.ts';
import type { StaffRole } from '../../domain/people/membership.ts';
import { readMembership } from '../../domain/people/read-people.ts';
import type { CallerScope } from '../../domain/people/scope.ts';
import { readSchool } from '../../domain/schools/read-schools.ts';
import type { SchoolRow } from '../../domain/schools/school.entity.ts';
import type { PersonId, SchoolId } from '../../domain/shared/ids.ts';
import { replace } from '../../domain/store/write.ts';
import { writeAll } from '../support/booking-cast.ts';
import { refusal } from '../support/booking-stage.ts';
import { givenSchool, registrationForm } from '../support/sample-school.ts';
import { createWorld, type World } from '../support/store-world.ts';

let world: World;
let school: SchoolRow;
const administrator = { scope: { kind: 'school' } as CallerScope, administrator: true };
const office = { scope: { kind: 'school' } as CallerScope, administrator: false };

beforeEach(async () => {
  world = createWorld();
  school = await readSchool(world.store, await givenSchool(world, 'nordby'));
});

const membershipOf = async (personId: string) => {
  const row = await readMembership(world.store, school.schoolId, personId);
  if (!row) throw new Error(`${personId} is no member`);
  return row;
};

/** Somebody who accepted the invitation to work here and is then enrolled with their own address. */
async function learner(role: StaffRole, overrides: Partial<StaffInput> = {}) {
  const { id } = await inviteStaff(world.context(), school, {
    ...{ name: 'Mads Worker', email: 'mads@nordby.example.dk', phone: '20 12 34 56' },
    ...{ roles: [role], ...overrides },
  });
  const row = await membershipOf(id);
  await writeAll(world.context(), [
    replace(membershipEntity, { ...row, status: 'active', version: row.version + 1 }),
  ]);
  const { email } = row;
  const form = registrationForm({ email, name: 'Somebody Else', phone: '+4530303030' });
  const student = await enrolStudent(world.context(), school.schoolId as SchoolId, form);
  return { id, student };
}

const change = (id: string, by: typeof office, patch: StudentPatch, personId?: string) =>
  changeStudent(
    world.context(personId ? { actor: { kind: 'person', personId: personId as PersonId } } : {}),
    school,
    id,
    by,
    patch,
  );

describe('staff who are enrolled as students, too', () => {
  it('keep the name, phone and address they have, and gain the role', async () => {
    const { id, student } = await learner('teacher');

    expect(student).toMatchObject({ id, name: 'Mads Worker', phone: '+4520123456' });
    expect(await membershipOf(id)).toMatchObject({
      ...{ name: 'Mads Worker', phone: '+4520123456', email: 'mads@nordby.example.dk' },
      ...{ roles: ['teacher', 'student'], status: 'active', student: { birthDate: '2006-05-04' } },
    });
  });

  it('get the phone of the form when they had none', async () => {
    const { student } = await learner('teacher', { phone: undefined });

    expect(student).toMatchObject({ name: 'Mads Worker', phone: '+4530303030' });
  });

  it.each([{ status: 'disabled' }, { departmentIds: [] }] as StudentPatch[])(
    'are opened, closed and moved by administrators alone: %o',
    async (patch) => {
      const { id } = await learner('office');
      const row = await membershipOf(id);
      const departmentIds = ['dep_01kat5n8x0e4vv6h7w7b1q2r3s'];
      await writeAll(world.context(), [
        replace(membershipEntity, { ...row, departmentIds, version: row.version + 1 }),
      ]);
      const limited = { scope: { kind: 'departments', departmentIds } as const };
      const teacher = { scope: { kind: 'own', personId: id, self: true } as CallerScope };

      const refused = [
        await refusal(change(id, office, patch)),
        await refusal(change(id, { ...limited, administrator: false }, patch, id)),
        await refusal(change(id, { ...teacher, administrator: false }, patch, id)),
      ];

      expect(refused.map(({ code }) => code)).toEqual(Array(3).fill('forbidden'));
      expect(refused[0]?.message).toMatch(/only an administrator/);
      expect(await membershipOf(id)).toMatchObject({ status: 'active', departmentIds });
      expect(await change(id, administrator, patch)).toMatchObject(patch);
    },
  );

  it('are a student to the office in everything else, also where it repeats what is there', async () => {
    const { id } = await learner('teacher');

    const changed = await change(id, office, {
      ...{ birthDate: '2001-02-03', status: 'active', departmentIds: [] },
    });

    expect(changed).toMatchObject({ birthDate: '2001-02-03', status: 'active' });
  });

  it('cannot be locked out by themselves, as under staff', async () => {
    const { id } = await learner('school_admin');

    const refused = await refusal(change(id, administrator, { status: 'disabled' }, id));

    expect(refused.code).toBe('conflict');
    expect(await membershipOf(id)).toMatchObject({ status: 'active' });
  });
});

describe('a student who does not work here', () => {
  it('is disabled by the office', async () => {
    const form = registrationForm();
    const { id } = await enrolStudent(world.context(), school.schoolId as SchoolId, form);

    expect(await change(id, office, { status: 'disabled' })).toMatchObject({ status: 'disabled' });
  });
});
