import type { DepartmentRow } from './department.entity.ts';
import type { SchoolRow } from './school.entity.ts';
import type { School } from './school.ts';
import type { ServiceRow } from './service.entity.ts';

/** A school as callers see it. */
export function schoolView(row: SchoolRow) {
  const { schoolId, contactEmail, contactPhone, vatNumber, ...rest } = row;
  return {
    id: schoolId,
    ...rest,
    contact: { email: contactEmail, phone: contactPhone },
    vatNumber: vatNumber ?? null,
  } as School;
}

/** A line of the price list as callers see it. */
export function serviceView({
  serviceId,
  name,
  kind,
  price,
  vatRate,
  vatExemption,
  active,
  version,
}: ServiceRow) {
  return {
    id: serviceId,
    name,
    kind,
    price,
    vatRate,
    vatExemption: vatExemption ?? null,
    active,
    version,
  };
}

export function departmentView({ departmentId, name, address, phone, version }: DepartmentRow) {
  return { id: departmentId, name, address: address ?? null, phone: phone ?? null, version };
}
