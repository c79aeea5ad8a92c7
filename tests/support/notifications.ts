import { type InvoiceRow, invoiceEntity } from '../../domain/finance/invoice.entity.ts';
import type { Channel } from '../../domain/notifications/notification.ts';
import type { OutgoingMessage, OutgoingQueues } from '../../domain/notifications/outgoing.ts';
import type {
  EmailMessage,
  EmailProvider,
  SmsMessage,
  SmsProvider,
} from '../../domain/notifications/provider.ts';
import { type MembershipRow, membershipEntity } from '../../domain/people/membership.entity.ts';
import { emailEntity, type PersonRow, personEntity } from '../../domain/people/person.entity.ts';
import { type SchoolRow, schoolEntity } from '../../domain/schools/school.entity.ts';
import type { EventId, PersonId, SchoolId } from '../../domain/shared/ids.ts';
import { newId } from '../../domain/shared/new-id.ts';
import type { Context } from '../../domain/store/context.ts';
import { create } from '../../domain/store/write.ts';
import type { EventEnvelope } from '../../events/define.ts';
import { TEST_NOW } from './store-world.ts';

/** A school, a student of it and an invoice to them, as rows; what a test does not care about is filled in. */
export function cast(
  overrides: {
    school?: Partial<SchoolRow>;
    person?: Partial<PersonRow>;
    membership?: Partial<MembershipRow>;
    invoice?: Partial<InvoiceRow>;
  } = {},
) {
  const schoolId = newId('sch');
  const personId = newId('per');
  const school: SchoolRow = {
    schoolId,
    name: 'Nørrebro Køreskole',
    slug: 'noerrebro',
    timeZone: 'Europe/Copenhagen',
    currency: 'DKK',
    language: 'da',
    country: 'DK',
    address: 'Jagtvej 1, 2200 København N',
    contactEmail: 'kontor@noerrebro.example',
    contactPhone: '+4535353535',
    status: 'active',
    createdAt: TEST_NOW,
    version: 1,
    ...overrides.school,
  };
  const person: PersonRow = {
    personId,
    email: 'mette@mail.example',
    hasPassword: false,
    platformAdmin: false,
    sms: true,
    marketing: false,
    createdAt: TEST_NOW,
    version: 1,
    ...overrides.person,
  };
  const membership: MembershipRow = {
    personId,
    schoolId,
    roles: ['student'],
    status: 'pending',
    departmentIds: [],
    name: 'Mette Jørgensen',
    email: 'mette@mail.example',
    phone: '+4520123456',
    language: 'da',
    createdAt: TEST_NOW,
    version: 1,
    ...overrides.membership,
  };
  const invoice: InvoiceRow = {
    schoolId,
    invoiceId: newId('inv'),
    studentId: personId,
    number: 7,
    status: 'issued',
    currency: 'DKK',
    lines: [],
    buyer: { name: 'Lars Jørgensen', email: 'lars@mail.example' },
    total: 50_000,
    paid: 0,
    credited: 0,
    issuedAt: TEST_NOW,
    dueDate: '2026-12-07',
    createdAt: TEST_NOW,
    version: 1,
    ...overrides.invoice,
  };
  return { schoolId, personId, school, person, membership, invoice };
}
export type Cast = ReturnType<typeof cast>;

/** Puts the cast into a table. */
export async function plant(
  context: Context,
  { school, person, membership, invoice }: Cast,
): Promise<void> {
  await context.store.transact(context, () => ({
    writes: [
      create(schoolEntity.create(school)),
      create(personEntity.create(person)),
      create(
        emailEntity.create({
          emailKey: context.keys.email(person.email),
          personId: person.personId,
        }),
      ),
      create(membershipEntity.create(membership)),
      create(invoiceEntity.create(invoice)),
    ],
    result: null,
  }));
}

/** An event as the bus would bring it. */
export function anEvent(name: string, schoolId: SchoolId | null, data: object): EventEnvelope {
  return {
    id: newId('evt') as EventId,
    name,
    schemaVersion: 1,
    schoolId,
    at: TEST_NOW,
    actor: { kind: 'system', name: 'test' },
    correlationId: 'test-correlation',
    subject: { id: 'anything', version: 1 },
    data,
  };
}

export const enrolled = ({ schoolId, personId }: { schoolId: SchoolId; personId: PersonId }) =>
  anEvent('StudentEnrolled', schoolId, { personId, welcome: 'set_password' });

/** Queues that only remember. */
export function memoryQueues() {
  const sent: { channel: Channel; message: OutgoingMessage }[] = [];
  const queues: OutgoingQueues = {
    async enqueue(channel, message) {
      sent.push({ channel, message });
    },
  };
  return { queues, sent };
}

type Script<Message> = (message: Message, attempt: number) => Promise<void> | void;

/** A mail provider that remembers what it took; `before` may throw or wait, by attempt from 1. */
export function memoryEmail(before: Script<EmailMessage> = () => {}) {
  const mails: EmailMessage[] = [];
  let attempts = 0;
  const provider: EmailProvider = {
    async send(message) {
      attempts += 1;
      await before(message, attempts);
      mails.push(message);
      return { providerId: `ses-${mails.length}` };
    },
  };
  return { provider, mails, attempts: () => attempts };
}

/** The same for SMS; `after` throws once the message has been taken, as a lost reply does. */
export function memorySms(
  options: { before?: Script<SmsMessage>; after?: Script<SmsMessage> } = {},
) {
  const taken: SmsMessage[] = [];
  let attempts = 0;
  let lookUps = 0;
  const provider: SmsProvider = {
    async send(message) {
      attempts += 1;
      await options.before?.(message, attempts);
      taken.push(message);
      await options.after?.(message, attempts);
      return { providerId: `SM${taken.length}` };
    },
    async find({ to, body }) {
      lookUps += 1;
      const index = taken.findIndex((message) => message.to === to && message.body === body);
      return index === -1 ? null : { providerId: `SM${index + 1}` };
    },
  };
  return { provider, taken, attempts: () => attempts, lookUps: () => lookUps };
}
