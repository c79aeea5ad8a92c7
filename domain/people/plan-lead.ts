import { registrationReceived } from '../../events/people.ts';
import type { Language } from '../schools/school.ts';
import type { RegistrationId, SchoolId } from '../shared/ids.ts';
import type { Context } from '../store/context.ts';
import { create } from '../store/write.ts';
import { registrationEntity } from './registration.entity.ts';
import { keptUntil, type LeadSource } from './registration.ts';

export type Lead = {
  registrationId: RegistrationId;
  schoolId: SchoolId;
  name: string;
  email: string;
  /** in E.164 */
  phone: string;
  language: Language;
  message: string | undefined;
  source: LeadSource;
};

/**
 * Plans a registration of somebody whom a platform sent, for the caller's transaction. It knows less
 * than the school's own form: no birth date, and no terms, which nobody has shown them yet.
 */
export function planLead(
  context: Context,
  { registrationId, schoolId, message, source, ...visitor }: Lead,
) {
  const now = context.now();
  const registration = {
    schoolId,
    registrationId,
    form: {
      ...visitor,
      ...{ birthDate: null, termsVersion: null, guardians: [], consents: [] },
      lead: { source, receivedAt: now, ...(message !== undefined && { message }) },
    },
    status: 'received' as const,
    createdAt: now,
    version: 1,
    ttl: keptUntil(now),
  };
  return {
    writes: [create(registrationEntity.create(registration))],
    events: [
      registrationReceived.of(schoolId, { id: registrationId, version: 1 }, { registrationId }),
    ],
  };
}
