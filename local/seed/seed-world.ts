import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import {
  accountSchoolEntity,
  paymentAccountEntity,
} from '../../domain/finance/online/payment-account.entity.ts';
import { planActivation } from '../../domain/people/activate-membership.ts';
import { enrolStudent } from '../../domain/people/enrol-student.ts';
import { planIdentity } from '../../domain/people/identity.ts';
import { inviteStaff } from '../../domain/people/invite-staff.ts';
import type { Guardian, StaffRole } from '../../domain/people/membership.ts';
import { personEntity } from '../../domain/people/person.entity.ts';
import { readMembership, readPerson, readStaff } from '../../domain/people/read-people.ts';
import { createService } from '../../domain/schools/change-services.ts';
import { createSchool } from '../../domain/schools/create-school.ts';
import { readSchool } from '../../domain/schools/read-schools.ts';
import type { Address } from '../../domain/schools/school.ts';
import type { ServiceKind } from '../../domain/schools/service.ts';
import type { PersonId, SchoolId } from '../../domain/shared/ids.ts';
import { instant } from '../../domain/shared/instant.ts';
import { newId } from '../../domain/shared/new-id.ts';
import { deriveKeys } from '../../domain/shared/secrets.ts';
import type { Context } from '../../domain/store/context.ts';
import { createDynamoPort } from '../../domain/store/dynamo-port.ts';
import { OUTBOX_PREFIX } from '../../domain/store/names.ts';
import type { TablePort } from '../../domain/store/port.ts';
import { createStore } from '../../domain/store/store.ts';
import { create, replace } from '../../domain/store/write.ts';
import { createDocumentClient } from '../../functions/shared/dynamo.ts';
import { ENV } from '../../functions/shared/environment.ts';
import { createIdentityProvider } from '../../functions/shared/identity-provider.ts';
import type { SeedInput } from '../state.ts';

type Somebody = { personId: string; email: string };
type Age = { years: number; months: number };

/** The verbs of the seed, over the product's own use cases. */
export type SeedWorld = Awaited<ReturnType<typeof createSeedWorld>>;

export async function createSeedWorld(input: SeedInput) {
  const context = await seedContext(input);
  const { region, credentials, endpoints } = input;
  const provider = createIdentityProvider(
    { region, credentials, ...(endpoints.cognito && { endpoint: endpoints.cognito }) },
    input.userPoolId,
    input.clientId,
  );

  /** Opens the invitation, as it were. */
  async function activate(schoolId: SchoolId, personId: string): Promise<void> {
    await context.store.transact(context, async () => {
      const membership = await readMembership(context.store, schoolId, personId);
      if (!membership) throw new Error(`${personId} is no member of ${schoolId}`);
      const { writes } = await planActivation(context, membership);
      return { writes, result: undefined };
    });
  }

  return {
    context,

    async platformAdmin(email: string): Promise<PersonId> {
      const personId = newId('per');
      const { writes } = await planIdentity(context, email, personId);
      await context.store.transact(context, () => ({ writes, result: undefined }));
      await changePerson(context, personId, { platformAdmin: true });
      return personId;
    },

    async school(school: {
      name: string;
      slug: string;
      address: Address;
      email: string;
      admin: { name: string; email: string };
    }) {
      const { name, slug, address, admin } = school;
      const created = await createSchool(context, {
        ...{ name, slug, address, admin },
        timeZone: 'Europe/Copenhagen',
        currency: 'DKK',
        language: 'da',
        country: 'DK',
        contact: { email: school.email, phone: '+4586123400' },
        vatNumber: '12345674',
      });
      const [member] = await readStaff(context.store, created.id);
      if (!member) throw new Error('a new school has an administrator');
      await activate(created.id, member.personId);
      return { id: created.id, slug, admin: { personId: member.personId, email: admin.email } };
    },

    async staff(
      schoolId: SchoolId,
      name: string,
      email: string,
      role: StaffRole,
    ): Promise<Somebody> {
      const school = await readSchool(context.store, schoolId);
      const { personId } = await inviteStaff(context, school, { name, email, roles: [role] });
      await activate(schoolId, personId);
      return { personId, email };
    },

    async student(
      schoolId: SchoolId,
      name: string,
      email: string,
      phone: string,
      age: Age,
      guardian?: Guardian,
    ): Promise<Somebody> {
      const student = await enrolStudent(context, schoolId, {
        ...{ name, email, phone },
        birthDate: birthDate(input.now(), age),
        language: 'da',
        guardians: guardian ? [guardian] : [],
        termsVersion: '1',
        consents: [{ kind: 'terms', granted: true }],
      });
      return { personId: student.id, email };
    },

    async service(
      schoolId: SchoolId,
      name: string,
      kind: ServiceKind,
      amount: number,
    ): Promise<void> {
      const school = await readSchool(context.store, schoolId);
      const price = { amount, currency: school.currency };
      await createService(context, school, { name, kind, price, vatRate: 25 });
    },

    /** The school is connected to the payment provider and may be paid. */
    async paymentAccount(schoolId: SchoolId): Promise<void> {
      const { stripeAccount: account } = input;
      const able = { status: 'active', chargesEnabled: true, payoutsEnabled: true } as const;
      const facts = { generation: 1, toldAt: 0, createdAt: context.now(), version: 1 };
      await context.store.transact(context, () => ({
        writes: [
          create(paymentAccountEntity.create({ schoolId, account, ...able, ...facts })),
          create(accountSchoolEntity.create({ account, schoolId })),
        ],
        result: undefined,
      }));
    },

    async password(personId: string, password: string): Promise<void> {
      await provider.setPassword(personId as PersonId, password);
      await changePerson(context, personId, { hasPassword: true });
    },
  };
}

async function changePerson(
  context: Context,
  personId: string,
  change: { platformAdmin: true } | { hasPassword: true },
): Promise<void> {
  await context.store.transact(context, async () => {
    const person = await readPerson(context.store, personId);
    if (!person) throw new Error(`${personId} is nobody`);
    const next = { ...person, ...change, version: person.version + 1 };
    return { writes: [replace(personEntity, next)], result: undefined };
  });
}

async function seedContext(input: SeedInput): Promise<Context> {
  const { region, credentials, endpoints, environment } = input;
  const client = createDocumentClient({
    region,
    credentials,
    ...(endpoints.dynamodb && { endpoint: endpoints.dynamodb }),
  });
  const secrets = new SecretsManagerClient({
    region,
    credentials,
    ...(endpoints.secretsmanager && { endpoint: endpoints.secretsmanager }),
  });
  const SecretId = environment[ENV.keysSecretId];
  const { SecretString = '' } = await secrets.send(new GetSecretValueCommand({ SecretId }));
  return {
    store: createStore({ port: silently(createDynamoPort(client, input.table)) }),
    now: () => instant(input.now()),
    newId,
    actor: { kind: 'system', name: 'seed' },
    correlationId: 'seed',
    keys: deriveKeys(SecretString),
  };
}

/** Leaves the events out: the seed's people have always been there. */
function silently(port: TablePort): TablePort {
  return {
    ...port,
    transactWrite: (items, token) =>
      port.transactWrite(
        items.filter(
          (item) => item.kind !== 'put' || !String(item.row.pk).startsWith(OUTBOX_PREFIX),
        ),
        token,
      ),
  };
}

/** The birth date of somebody who is this old now. */
function birthDate(now: number, { years, months }: Age): string {
  const day = new Date(now);
  day.setUTCDate(1);
  day.setUTCMonth(day.getUTCMonth() - months - 12 * years);
  return day.toISOString().slice(0, 10);
}
