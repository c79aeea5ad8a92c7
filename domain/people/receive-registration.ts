import { registrationReceived } from '../../events/people.ts';
import { readConfiguration } from '../schools/read-schools.ts';
import { DomainError, notFound } from '../shared/errors.ts';
import type { RegistrationId, SchoolId } from '../shared/ids.ts';
import type { Context } from '../store/context.ts';
import { create } from '../store/write.ts';
import { checkRegistration } from './check-registration.ts';
import { registrationEntity } from './registration.entity.ts';
import { keptUntil, type RegistrationForm } from './registration.ts';

/**
 * A visitor registers. Stores the form and its event, the same rows whether or not the address is
 * known anywhere: neither the answer nor its time tells. A consumer enrols.
 */
export async function receiveRegistration(
  context: Context,
  schoolId: SchoolId,
  form: RegistrationForm,
): Promise<{ registrationId: RegistrationId }> {
  const registrationId = context.newId('reg');
  return context.store.transact(context, async () => {
    const configuration = await readConfiguration(context.store, schoolId);
    const { status } = configuration.school;
    if (status === 'archived') throw notFound('This school');
    if (status === 'suspended')
      throw new DomainError('school_suspended', 'This school takes no registrations now.');
    const now = context.now();
    const checked = checkRegistration(form, configuration, now);
    const registration = {
      schoolId,
      registrationId,
      form: checked,
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
      result: { registrationId },
    };
  });
}
