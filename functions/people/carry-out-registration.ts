import { carryOutRegistration } from '../../domain/people/carry-out-registration.ts';
import type { RegistrationId, SchoolId } from '../../domain/shared/ids.ts';
import { eventHandler } from '../shared/event-handler.ts';
import { carryOutRegistrationWorker } from './carry-out-registration.contract.ts';

export const handler = eventHandler(
  carryOutRegistrationWorker,
  async ({ schoolId, data }, context) => {
    const { registrationId } = data as { registrationId: RegistrationId };
    await carryOutRegistration(context, schoolId as SchoolId, registrationId);
  },
);
