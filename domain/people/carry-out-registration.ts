import type { PendingEvent } from '../../events/define.ts';
import { registrationRepeated } from '../../events/people.ts';
import { readConfiguration } from '../schools/read-schools.ts';
import type { PersonId, RegistrationId, SchoolId } from '../shared/ids.ts';
import { HOUR, type Instant, millisecondsBetween } from '../shared/instant.ts';
import type { Context } from '../store/context.ts';
import type { TransactItem } from '../store/port.ts';
import { replace } from '../store/write.ts';
import { mintEnrolmentIds, planEnrolment } from './enrol-student.ts';
import { planIdentity } from './identity.ts';
import { type MembershipRow, membershipEntity } from './membership.entity.ts';
import { readMembership } from './read-people.ts';
import { type RegistrationRow, registrationEntity } from './registration.entity.ts';

type Planned = { writes: TransactItem[]; events: PendingEvent[] };

/**
 * Carries out one stored registration, once: a copy of the message finds it carried out. Somebody
 * new here becomes a pending student; somebody known here changes in nothing but the hour of their
 * last mail, so that a stranger who types their address changes nothing of theirs.
 */
export async function carryOutRegistration(
  context: Context,
  schoolId: SchoolId,
  registrationId: RegistrationId,
): Promise<void> {
  const ids = mintEnrolmentIds(context);
  await context.store.transact(context, async () => {
    const { store } = context;
    const registration = await store.get(
      registrationEntity,
      registrationEntity.get({ schoolId, registrationId }),
    );
    const form = registration?.form;
    if (!registration || !form || registration.status === 'carried_out')
      return { writes: [], result: undefined };

    const configuration = await readConfiguration(store, schoolId);
    const identity = await planIdentity(context, form.email, ids.personId);
    const existing = identity.isNew
      ? null
      : await readMembership(store, schoolId, identity.personId);
    const planned: Planned = existing
      ? planRepeat(context, existing, identity.hasPassword)
      : await planEnrolment(context, {
          configuration,
          form,
          identity,
          existing: null,
          invoiceId: ids.invoiceId,
          status: 'pending',
          welcome: identity.hasPassword ? 'confirm' : 'set_password',
        });
    return {
      writes: [...planned.writes, carriedOut(registration, identity.personId)],
      events: planned.events,
      result: undefined,
    };
  });
}

/** The form's personal data go: what is needed lives on in the school's profile. */
function carriedOut(
  { form: _, ...registration }: RegistrationRow,
  personId: PersonId,
): TransactItem {
  const version = registration.version + 1;
  return replace(registrationEntity, { ...registration, personId, status: 'carried_out', version });
}

/** Somebody known here registered again: one mail an hour at most, and nothing else. */
function planRepeat(context: Context, membership: MembershipRow, hasPassword: boolean): Planned {
  const now = context.now();
  const last = membership.lastRegistrationMailAt as Instant | undefined;
  if (last && millisecondsBetween(last, now) < HOUR) return { writes: [], events: [] };
  const pending = membership.status === 'pending' && membership.student !== undefined;
  const link = hasPassword ? 'confirm' : 'set_password';
  const personId = membership.personId as PersonId;
  const version = membership.version + 1;
  return {
    writes: [replace(membershipEntity, { ...membership, lastRegistrationMailAt: now, version })],
    events: [
      registrationRepeated.of(
        membership.schoolId as SchoolId,
        { id: personId, version },
        { personId, welcome: pending ? link : 'already_registered' },
      ),
    ],
  };
}
