import { notFound } from '../shared/errors.ts';
import { phoneField } from '../shared/phone-field.ts';
import { requireVersion } from '../shared/versions.ts';
import type { Context } from '../store/context.ts';
import { create, replace } from '../store/write.ts';
import { type AddressPatch, changedAddress } from './change-address.ts';
import { departmentEntity } from './department.entity.ts';
import { readDepartments } from './read-schools.ts';
import type { SchoolRow } from './school.entity.ts';
import type { Address } from './school.ts';
import { departmentView } from './views.ts';

export type DepartmentInput = {
  name: string;
  address?: Address | null | undefined;
  phone?: string | null | undefined;
};

/** Adds a department. Throws `invalid` for the phone. */
export async function createDepartment(
  context: Context,
  school: SchoolRow,
  input: DepartmentInput,
) {
  const department = {
    schoolId: school.schoolId,
    departmentId: context.newId('dep'),
    name: input.name,
    ...optional(school, input),
    version: 1,
  };
  return context.store.transact(context, () => ({
    writes: [create(departmentEntity.create(department))],
    result: departmentView(department),
  }));
}

export type DepartmentPatch = {
  name?: string | undefined;
  address?: AddressPatch | null | undefined;
  phone?: string | null | undefined;
};

/** Changes a department. Throws `not_found`, `stale_version`, `invalid`. */
export async function changeDepartment(
  context: Context,
  school: SchoolRow,
  departmentId: string,
  patch: DepartmentPatch,
  ifMatch?: number,
) {
  return context.store.transact(context, async () => {
    const { schoolId } = school;
    const department = await context.store.get(
      departmentEntity,
      departmentEntity.get({ schoolId, departmentId }),
    );
    if (!department) throw notFound('This department');
    requireVersion(department.version, ifMatch);
    const kept = patch.address === null ? undefined : department.address;
    const next = {
      schoolId,
      departmentId,
      name: patch.name ?? department.name,
      ...optional(school, {
        address: patch.address ? changedAddress(department.address, patch.address) : kept,
        phone: patch.phone === undefined ? department.phone : patch.phone,
      }),
      version: department.version + 1,
    };
    return { writes: [replace(departmentEntity, next)], result: departmentView(next) };
  });
}

/** Throws `not_found` unless all these departments are the school's. */
export async function requireDepartments(
  context: Context,
  schoolId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const known = new Set(
    (await readDepartments(context.store, schoolId)).map(({ departmentId }) => departmentId),
  );
  if (!ids.every((id) => known.has(id))) throw notFound('This department');
}

function optional(school: SchoolRow, { address, phone }: Omit<DepartmentInput, 'name'>) {
  return {
    ...(address && { address }),
    ...(phone && { phone: phoneField('/phone', phone, school.country) }),
  };
}
