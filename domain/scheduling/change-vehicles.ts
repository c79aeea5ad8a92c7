import type { SchoolRow } from '../schools/school.entity.ts';
import { defined } from '../shared/merge-patch.ts';
import { requireVersion } from '../shared/versions.ts';
import type { Context } from '../store/context.ts';
import { create, replace } from '../store/write.ts';
import { readVehicle } from './read-configuration.ts';
import { type VehicleRow, vehicleEntity } from './vehicle.entity.ts';
import type { Vehicle } from './vehicle.ts';
import { vehicleView } from './views.ts';

export type VehicleInput = Omit<Vehicle, 'id' | 'version'>;
export type VehiclePatch = { [K in keyof VehicleInput]?: VehicleInput[K] | undefined };

/** Adds a vehicle. Two may have one plate: a car that left and came back is two rows of history. */
export async function createVehicle(
  context: Context,
  school: SchoolRow,
  input: VehicleInput,
): Promise<Vehicle> {
  const vehicle: VehicleRow = {
    schoolId: school.schoolId,
    vehicleId: context.newId('veh'),
    ...input,
    createdAt: context.now(),
    version: 1,
  };
  return context.store.transact(context, () => ({
    writes: [create(vehicleEntity.create(vehicle))],
    result: vehicleView(vehicle),
  }));
}

/** Changes a vehicle; bookings already made keep it. Throws `not_found`, `stale_version`. */
export async function changeVehicle(
  context: Context,
  school: SchoolRow,
  vehicleId: string,
  patch: VehiclePatch,
  ifMatch?: number,
): Promise<Vehicle> {
  return context.store.transact(context, async () => {
    const vehicle = await readVehicle(context.store, school.schoolId, vehicleId);
    requireVersion(vehicle.version, ifMatch);
    const next = { ...vehicle, ...defined(patch), version: vehicle.version + 1 };
    return { writes: [replace(vehicleEntity, next)], result: vehicleView(next) };
  });
}
