import type { BookingFacts } from '../../domain/notifications/booking-facts.ts';
import { tellAbout } from '../../domain/notifications/create-notification.ts';
import {
  type NotificationRow,
  notificationEntity,
} from '../../domain/notifications/notification.entity.ts';
import type { Channel, NotificationKind } from '../../domain/notifications/notification.ts';
import { PLANNED_EVENTS } from '../../domain/notifications/plan.ts';
import { untouchedNotifications } from '../../domain/notifications/requeue.ts';
import { sendByEmail, sendBySms } from '../../domain/notifications/send-notification.ts';
import { membershipEntity } from '../../domain/people/membership.entity.ts';
import { type PersonRow, personEntity } from '../../domain/people/person.entity.ts';
import { readMembership } from '../../domain/people/read-people.ts';
import { dueBookings } from '../../domain/scheduling/due-bookings.ts';
import { type Instant, instant, plusMilliseconds } from '../../domain/shared/instant.ts';
import type { Context } from '../../domain/store/context.ts';
import { sweepDue } from '../../domain/store/sweep-due.ts';
import { create, replace } from '../../domain/store/write.ts';
import type { EventEnvelope } from '../../events/define.ts';
import { keyInvariants } from './audit/keys.ts';
import { notificationInvariants } from './audit/notifications.ts';
import { audit } from './auditor.ts';
import { type BookingCast, writeAll } from './booking-cast.ts';
import { bookingStage, type StageOptions } from './booking-stage.ts';
import { memoryEmail, memoryQueues, memorySms } from './notifications.ts';

export const SENDING = { portalUrl: 'https://portal.example', allowList: '*' };

/** A lesson as a message tells it: 10:00-10:45 on a Tuesday in Copenhagen, to its student. */
export function aLesson(overrides: Partial<BookingFacts> = {}): BookingFacts {
  return {
    bookingId: 'bkg_01kat5n8xbe4vv6h7w7b1q2r3s',
    kind: 'road',
    sequence: 2,
    times: {
      startsAt: instant('2026-11-24T09:00:00.000Z'),
      endsAt: instant('2026-11-24T09:45:00.000Z'),
    },
    previously: null,
    timeZone: 'Europe/Copenhagen',
    typeName: 'Kørelektion',
    place: 'Nørrebro Station',
    teacherName: 'Åse Østergaard',
    role: 'student',
    studentNames: null,
    leftMs: 24 * 3_600_000,
    ...overrides,
  };
}

/** Gives everybody of a cast an identity, and a phone where SMS are wanted. */
export async function reachable(
  context: Context,
  { school, teachers, students }: BookingCast,
  preferences: (personId: string) => Partial<PersonRow> & { phone?: string } = () => ({}),
): Promise<void> {
  const { schoolId } = school;
  const writes = await Promise.all(
    [...teachers, ...students].map(async (personId, i) => {
      const { phone = `+45201234${String(10 + i)}`, ...overrides } = preferences(personId);
      const person: PersonRow = {
        ...{ personId, email: `${personId}@mail.example`, hasPassword: true },
        ...{ platformAdmin: false, sms: true, marketing: false },
        ...{ createdAt: context.now(), version: 1 },
        ...overrides,
      };
      const member = await readMembership(context.store, schoolId, personId);
      if (!member) throw new Error(`no membership of ${personId}`);
      const known = { ...member, ...(phone !== '' && { phone }), version: member.version + 1 };
      return [create(personEntity.create(person)), replace(membershipEntity, known)];
    }),
  );
  await writeAll(context, writes.flat());
}

type MessageStageOptions = StageOptions & { preferences?: Parameters<typeof reachable>[2] };

/** A desk whose bookings are told: events wait until a test delivers them, messages until it sends them. */
export async function messageStage({ preferences, ...options }: MessageStageOptions = {}) {
  const stage = await bookingStage(options);
  const { context, world } = stage;
  await reachable(context, stage, preferences);
  const { queues, sent: queued } = memoryQueues();
  const email = memoryEmail();
  const sms = memorySms();
  const sending = { ...SENDING, wait: world.scheduler.sleep, queues };
  const tellOne = (event: EventEnvelope) => tellAbout(context, event, queues);
  const events = () =>
    stage.events(...PLANNED_EVENTS).sort((a, b) => a.subject.version - b.subject.version);
  let told = new Set<string>();

  const send = async ({ channel, message }: (typeof queued)[number]) => {
    if (channel === 'email') await sendByEmail(context, message, email.provider, sending);
    else await sendBySms(context, message, sms.provider, sending);
  };
  return {
    ...stage,
    queues,
    queued,
    mails: email.mails,
    texts: sms.taken,
    events,
    tellOne,
    /** delivers every event that was not yet delivered, oldest first */
    tell: async () => {
      for (const event of events().filter(({ id }) => !told.has(id))) await tellOne(event);
      told = new Set(events().map(({ id }) => id));
    },
    /** sends all that lies in the queues */
    send: async () => {
      for (const message of queued.splice(0)) await send(message);
    },
    sendOne: send,
    pass: (seconds: number) => stage.at(plusMilliseconds(stage.now(), seconds * 1_000)),
    /** the sweep of everything: reminders, waits that are over, lost messages */
    sweep: () => sweepDue(context, [dueBookings, untouchedNotifications(queues)]),
    rows: (fits: (row: NotificationRow) => boolean = () => true) =>
      world
        .rowsOf('notification')
        .map((Item) => notificationEntity.parse({ Item }).data as NotificationRow)
        .filter(fits),
    soundMessages: () => expectSoundMessages(world.twin.rows(), stage.now()),
  };
}

export type MessageStage = Awaited<ReturnType<typeof messageStage>>;

/** Throws with whatever is not sound in the rows of messages and of what was told. */
export function expectSoundMessages(rows: Parameters<typeof audit>[0], now: Instant): void {
  const violations = audit(rows, { now }, [...keyInvariants, ...notificationInvariants]);
  if (violations.length > 0)
    throw new Error(violations.map(({ sentence }) => `- ${sentence}`).join('\n'));
}

/** `booking_moved superseded`, of one person by one channel, oldest version first. */
export function storyOf(
  rows: readonly NotificationRow[],
  personId: string | undefined,
  channel: Channel = 'email',
): [NotificationKind, string][] {
  return rows
    .filter((row) => row.personId === personId && row.channel === channel)
    .sort((a, b) => (a.booking?.bookingVersion ?? 0) - (b.booking?.bookingVersion ?? 0))
    .map(({ kind, status }) => [kind, status]);
}
