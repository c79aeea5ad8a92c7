import type { EntityItem } from 'electrodb';
import { customType, SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';
import type { Address } from './school.ts';

/** One item is one department (branch) of a school. */
export const departmentEntity = tableEntity(
  {
    model: { entity: 'department', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      departmentId: { type: 'string', required: true },
      name: { type: 'string', required: true },
      address: { type: customType<Address>() },
      phone: { type: 'string' },
      version: { type: 'number', required: true },
    },
    indexes: { bySchool: KEYS.department },
  },
  TABLE,
);

export type DepartmentRow = EntityItem<typeof departmentEntity>;
