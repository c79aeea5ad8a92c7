import type { Id } from '../shared/ids.ts';

export const GEARBOXES = ['manual', 'automatic'] as const;
export type Gearbox = (typeof GEARBOXES)[number];

export const VEHICLE_STATUSES = ['active', 'out_of_service'] as const;
export type VehicleStatus = (typeof VEHICLE_STATUSES)[number];

export type Vehicle = {
  id: Id<'veh'>;
  name: string;
  plate: string;
  /** the driving licence category it is for, such as `B` */
  category: string;
  gearbox: Gearbox;
  status: VehicleStatus;
  version: number;
};
