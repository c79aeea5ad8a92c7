import assert from 'node:assert/strict';
import type { NotificationRow } from '../../domain/notifications/notification.entity.ts';
import { bookedStudents } from '../../domain/scheduling/booking.ts';
import { findBooking } from '../../domain/scheduling/booking-scope.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import { instant, MINUTE, plusMilliseconds } from '../../domain/shared/instant.ts';
import { type MessageStage, messageStage } from './booking-messages.ts';
import { type Random, seededRandom } from './random.ts';

/**
 * A booking changed at random over a bus and queues that do what the real ones may: 30 % of the events
 * and of the queues' messages come twice, all of them in any order and whenever. Ends with everything
 * delivered, and throws unless nobody heard of one event twice by one channel and the last that
 * anybody heard is the truth.
 */
const FIRST_START = instant('2026-12-01T10:00:00.000Z');
const TWICE = 0.3;

export type StormResult = {
  events: number;
  deliveries: number;
  sent: number;
  superseded: string[];
};

export async function messageStorm(seed: number): Promise<StormResult> {
  const { all, bookingId, deliveries } = await oneRound(seed);
  try {
    await requireTrueAndOnce(all, bookingId);
  } catch (error) {
    throw new Error(`seed ${seed}: ${(error as Error).message}`, { cause: error });
  }
  return {
    events: all.events().length,
    deliveries,
    sent: all.mails.length + all.texts.length,
    superseded: all
      .rows(({ status }) => status === 'superseded')
      .map((row) => String(row.lastError)),
  };
}

async function oneRound(
  seed: number,
): Promise<{ all: MessageStage; bookingId: string; deliveries: number }> {
  let deliveries = 0;
  const random = seededRandom(seed);
  const all = await messageStage({ seed, students: 3 });
  const { id: bookingId } = await all.book({ bookingTypeId: all.types.trio });
  const known = new Set<string>();
  const bus: ReturnType<typeof all.events> = [];
  const arrive = () => {
    for (const event of all.events().filter(({ id }) => !known.has(id))) {
      known.add(event.id);
      bus.push(event, ...(random.chance(TWICE) ? [event] : []));
    }
  };
  const deliverOne = async () => {
    const [event] = bus.splice(random.int(bus.length), 1);
    if (!event) return;
    deliveries += 1;
    await all.tellOne(event);
  };
  const sendOne = async () => {
    const [message] = all.queued.splice(random.int(all.queued.length), 1);
    if (!message) return;
    // The copy may come before, while, or long after the first is being worked on.
    if (random.chance(TWICE)) all.queued.push(message);
    await all.sendOne(message);
  };
  for (let step = 0; step < 30; step++) {
    arrive();
    await random.pick([
      () => changeSomething(all, bookingId, random),
      deliverOne,
      () => Promise.all([deliverOne(), deliverOne()]),
      sendOne,
      sendOne,
      async () => all.pass(random.int(100)),
      async () => void (await all.sweep()),
    ])();
  }
  arrive();
  // Sometimes the last messages go while the last events are still on their way.
  while (bus.length > 0) await (random.chance(0.5) ? deliverOne() : sendOne());
  all.pass(200);
  await all.sweep();
  while (all.queued.length > 0) await sendOne();
  return { all, bookingId, deliveries };
}

/** What is refused, because it is over or nonsense, is no change. */
async function changeSomething(all: MessageStage, id: string, random: Random): Promise<void> {
  const student = random.pick(all.students);
  const startsAt = plusMilliseconds(FIRST_START, random.int(6) * 60 * MINUTE);
  const change = random.pick([
    () => all.move(id, { startsAt }),
    () => all.move(id, { startsAt }),
    () => all.move(id, { startsAt, teacherId: random.pick(all.teachers) }),
    () => all.move(id, { location: `Place ${random.int(3)}` }),
    () => all.add(id, [student]),
    () => all.remove(id, student),
    () => (random.chance(0.3) ? all.cancel(id) : all.add(id, all.students)),
  ]);
  await change().catch((error: unknown) => {
    if (!(error instanceof DomainError)) throw error;
  });
}

async function requireTrueAndOnce(all: MessageStage, bookingId: string): Promise<void> {
  const booking = await findBooking(all.context.store, all.school.schoolId, bookingId);
  if (!booking) throw new Error('no booking');
  const stands = booking.state.status === 'confirmed';
  const takingPart = stands ? [booking.teacherId, ...bookedStudents(booking.students)] : [];
  const byId = new Map(all.rows().map((row) => [row.notificationId, row]));
  const rowOf = (notificationId: string) => byId.get(notificationId) as NotificationRow;
  const mails = all.mails.map(({ notificationId }) => rowOf(notificationId));
  const texts = all.texts.map(({ notificationId }) => rowOf(notificationId));

  for (const told of [mails, texts]) {
    const events = told.map(({ eventId, personId }) => `${eventId} ${personId}`);
    assert.equal(new Set(events).size, events.length, 'somebody heard of one event twice');
    for (const personId of [...all.teachers, ...all.students]) {
      const last = told.filter((row) => row.personId === personId).at(-1);
      const takesPart = (takingPart as string[]).includes(personId);
      const believes = last !== undefined && last.kind !== 'booking_cancelled';
      assert.equal(believes, takesPart, `${personId} believes to take part: ${believes}`);
      if (takesPart) {
        const { startsAt, endsAt } = last?.booking ?? {};
        assert.deepEqual([startsAt, endsAt], [booking.startsAt, booking.endsAt]);
      }
    }
  }
  assert.deepEqual(
    all.rows(({ status }) => status === 'queued'),
    [],
  );
  all.soundMessages();
}
