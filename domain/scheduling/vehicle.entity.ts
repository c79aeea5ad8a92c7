import type { EntityItem } from 'electrodb';
import { customType, SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';
import type { Gearbox, VehicleStatus } from './vehicle.ts';

/** One item is one vehicle that a school teaches in. */
export const vehicleEntity = tableEntity(
  {
    model: { entity: 'vehicle', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      vehicleId: { type: 'string', required: true },
      name: { type: 'string', required: true },
      plate: { type: 'string', required: true },
      category: { type: 'string', required: true },
      gearbox: { type: customType<Gearbox>(), required: true },
      status: { type: customType<VehicleStatus>(), required: true },
      createdAt: { type: 'string', required: true },
      version: { type: 'number', required: true },
    },
    indexes: { bySchool: KEYS.vehicle },
  },
  TABLE,
);

export type VehicleRow = EntityItem<typeof vehicleEntity>;
