import { claim, settle } from '../../domain/notifications/claim.ts';
import { tellAbout } from '../../domain/notifications/create-notification.ts';
import { PLANNED_EVENTS } from '../../domain/notifications/plan.ts';
import { carryOutRegistration } from '../../domain/people/carry-out-registration.ts';
import { enrolStudent } from '../../domain/people/enrol-student.ts';
import type { IdentityProvider } from '../../domain/people/identity-provider.ts';
import { receiveRegistration } from '../../domain/people/receive-registration.ts';
import { setPasswordByLink } from '../../domain/people/redeem-link.ts';
import type { RegistrationForm } from '../../domain/people/registration.ts';
import { requestPasswordReset } from '../../domain/people/request-password-reset.ts';
import { createService } from '../../domain/schools/change-services.ts';
import { createSchool } from '../../domain/schools/create-school.ts';
import { readSchool } from '../../domain/schools/read-schools.ts';
import type { SchoolId } from '../../domain/shared/ids.ts';
import { HOUR, plusMilliseconds } from '../../domain/shared/instant.ts';
import type { Row } from '../../domain/store/port.ts';
import type { EventEnvelope } from '../../events/define.ts';
import type { Extras } from './auditor.ts';
import { bookSomeLessons } from './booking-sample.ts';
import { connectSchool } from './integration-sample.ts';
import { sweepLearning } from './learning-sample.ts';
import { writeSomeMessages } from './message-sample.ts';
import { payOfEverything } from './money-sample.ts';
import { payOnline } from './online-sample.ts';
import { idempotencyScope, TEST_KEYS, type World } from './store-world.ts';

/** A registration as a visitor sends it; take it apart with overrides. */
export function registrationForm(overrides: Partial<RegistrationForm> = {}): RegistrationForm {
  return {
    name: 'Anna Berg',
    email: 'anna@example.dk',
    phone: '+4520123456',
    birthDate: '2006-05-04',
    language: 'da',
    guardians: [],
    termsVersion: '1',
    consents: [{ kind: 'terms', granted: true }],
    ...overrides,
  };
}

/** Creates a school with a sign-up fee of 500 DKK. */
export async function givenSchool(world: World, slug: string): Promise<SchoolId> {
  const { id } = await createSchool(world.context(), {
    name: `Køreskolen ${slug}`,
    slug,
    timeZone: 'Europe/Copenhagen',
    currency: 'DKK',
    language: 'da',
    country: 'DK',
    address: { street: 'Søndergade 1', postalCode: '9000', city: 'Aalborg' },
    contact: { email: `post@${slug}.example.dk`, phone: '20 12 34 50' },
    admin: { name: 'Ada Admin', email: `ada@${slug}.example.dk` },
  });
  await createService(world.context(), await readSchool(world.store, id), {
    name: 'Indmeldelse',
    kind: 'sign_up',
    price: { amount: 50_000, currency: 'DKK' },
    vatExemption: 'education',
  });
  return id;
}

/** Tells everybody of every event in the outbox, as the planner does. */
export async function tellAll(world: World): Promise<void> {
  const silent = { enqueue: async () => {} };
  for (const event of outboxEvents(world)) {
    if (!(PLANNED_EVENTS as readonly string[]).includes(event.name)) continue;
    await tellAbout(world.context({ correlationId: event.correlationId }), event, silent);
  }
}

export function outboxEvents(world: World): EventEnvelope[] {
  return world.rowsOf('outbox').map(({ event }) => event as EventEnvelope);
}

const everyPassword = {
  setPassword: async () => {},
  endSessions: async () => {},
} as unknown as IdentityProvider;

/**
 * Two schools in the middle of their day: students of every status, invoices issued and draft, mails
 * sent and waiting, links used and unused, events carried and not yet. Rows come from the use cases.
 */
export async function sampleSchool(world: World): Promise<{ rows: Row[]; extras: Extras }> {
  const nordby = await givenSchool(world, 'nordby');
  const sydby = await givenSchool(world, 'sydby');
  const anna = await enrolStudent(
    world.context({ idempotency: idempotencyScope() }),
    nordby,
    registrationForm(),
  );
  const bo = await enrolStudent(
    world.context(),
    nordby,
    registrationForm({ name: 'Bo Dahl', email: 'bo@example.dk', phone: '+4520123457' }),
  );
  await enrolStudent(world.context(), sydby, registrationForm());
  await payOfEverything(
    world,
    sydby,
    registrationForm({ name: 'Frida', email: 'frida@example.dk', phone: '+4520123459' }),
  );
  await payOnline(
    world,
    sydby,
    registrationForm({ name: 'Gry', email: 'gry@example.dk', phone: '+4520123460' }),
  );
  for (const name of ['carla', 'dan']) {
    const form = registrationForm({ name, email: `${name}@example.dk`, phone: '+4520123458' });
    const { registrationId } = await receiveRegistration(
      world.context({ actor: { kind: 'visitor' } }),
      nordby,
      form,
    );
    await carryOutRegistration(world.context(), nordby, registrationId);
  }
  await receiveRegistration(world.context(), sydby, registrationForm({ email: 'eva@example.dk' }));
  await requestPasswordReset(world.context(), 'bo@example.dk');
  await tellAll(world);
  await redeemLinkOf(world, 'dan@example.dk');
  await sendOne(world);
  const now = await bookSomeLessons(world, nordby, [anna.id, bo.id]);
  await sweepLearning(world, plusMilliseconds(now, 25 * HOUR));
  await connectSchool(world, nordby, anna.id, () => outboxEvents(world));
  await writeSomeMessages(world, nordby);
  // A student left the group: its teacher's message waits for further changes.
  await tellAll(world);

  // The relay has been here for most of it: those events left the outbox for the bus, two of them twice.
  const events = outboxEvents(world);
  const carried = [...events.slice(0, -3), ...events.slice(0, 2)];
  const rows = world.twin
    .rows()
    .filter((row) => row.__edb_e__ !== 'outbox' || !carried.some(({ id }) => id === row.eventId));
  rows.push({ pk: 'rate#login#x#1', sk: 'rate', count: 3, ttl: 1 });
  return { rows, extras: { carried, keys: TEST_KEYS, now } };
}

async function redeemLinkOf(world: World, email: string): Promise<void> {
  const person = world.rowsOf('person').find((row) => row.email === email);
  const link = world.rowsOf('token').find((row) => row.personId === person?.personId);
  const token = TEST_KEYS.linkToken(String(link?.notificationId));
  await setPasswordByLink(world.context(), everyPassword, {
    token,
    password: 'correct horse battery',
  });
}

async function sendOne(world: World): Promise<void> {
  const row = world.rowsOf('notification').find(({ status }) => status === 'queued');
  const message = { owner: String(row?.owner), notificationId: String(row?.notificationId) };
  const claimed = await claim(world.context(), message, world.scheduler.sleep);
  if (claimed)
    await settle(world.context(), claimed, {
      ...{ kind: 'sent', providerId: 'ses-1' },
      addressKey: TEST_KEYS.suppression('anna@example.dk'),
    });
}
