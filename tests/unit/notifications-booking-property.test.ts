import { expect, test } from 'vitest';
import type { NotificationRow } from '../../domain/notifications/notification.entity.ts';
import { bookedStudents } from '../../domain/scheduling/booking.ts';
import { findBooking } from '../../domain/scheduling/booking-scope.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import { instant, MINUTE, plusMilliseconds } from '../../domain/shared/instant.ts';
import { type MessageStage, messageStage } from '../support/booking-messages.ts';
import { type Random, seededRandom, TEST_SEED } from '../support/random.ts';

/**
 * A booking changed at random, its events delivered twice (30 %) and in any order, its messages sent
 * whenever they come: nobody hears of one event twice, and the last that anybody hears is the truth.
 */
const ROUNDS = Number(process.env.MESSAGE_ROUNDS ?? 80);
const FIRST_START = instant('2026-12-01T10:00:00.000Z');

test(`the last told state of a booking is the true one, and told once (${ROUNDS} seeds)`, async () => {
  const superseded = new Set<string>();
  let sent = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const seed = TEST_SEED + round;
    const { all, bookingId } = await oneRound(seed);
    await expectTrueAndOnce(all, bookingId).catch((error: Error) => {
      throw new Error(`seed ${seed}: ${error.message}`, { cause: error });
    });
    sent += all.mails.length + all.texts.length;
    for (const row of all.rows(({ status }) => status === 'superseded'))
      superseded.add(String(row.lastError));
  }
  // Not blind: all ways of being superseded were seen, and plenty was sent.
  expect([...superseded]).toEqual(
    expect.arrayContaining(['newer_change', 'booking_moved', 'takes_part_again', 'nothing_new']),
  );
  expect(sent).toBeGreaterThan(ROUNDS * 5);
}, 240_000);

async function oneRound(seed: number): Promise<{ all: MessageStage; bookingId: string }> {
  const random = seededRandom(seed);
  const all = await messageStage({ seed, students: 3 });
  const { id: bookingId } = await all.book({ bookingTypeId: all.types.trio });
  const known = new Set<string>();
  const bus: ReturnType<typeof all.events> = [];
  const arrive = () => {
    for (const event of all.events().filter(({ id }) => !known.has(id))) {
      known.add(event.id);
      bus.push(event, ...(random.chance(0.3) ? [event] : []));
    }
  };
  const deliverOne = async () => {
    const [event] = bus.splice(random.int(bus.length), 1);
    if (event) await all.tellOne(event);
  };
  const sendOne = async () => {
    const [message] = all.queued.splice(random.int(all.queued.length), 1);
    if (message) await all.sendOne(message);
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
  return { all, bookingId };
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

async function expectTrueAndOnce(all: MessageStage, bookingId: string): Promise<void> {
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
    expect(new Set(events).size).toBe(events.length);
    for (const personId of [...all.teachers, ...all.students]) {
      const last = told.filter((row) => row.personId === personId).at(-1);
      const takesPart = (takingPart as string[]).includes(personId);
      expect([personId, last !== undefined && last.kind !== 'booking_cancelled']).toEqual([
        personId,
        takesPart,
      ]);
      if (takesPart) {
        const { startsAt, endsAt } = booking;
        expect(last?.booking).toMatchObject({ startsAt, endsAt });
      }
    }
  }
  for (const [personId, mail] of lastMails(all)) {
    if (!(takingPart as string[]).includes(personId)) continue;
    const place = booking.location ? [`Mødested: ${booking.location}`] : [];
    const students = bookedStudents(booking.students)
      .map((id) => `Student ${all.students.indexOf(id)}`)
      .join(', ');
    const who = personId === booking.teacherId ? [`Elever: ${students || '-'}`] : [];
    const lines = factsOf(mail).filter((line) => /^(Mødested|Elever)/.test(line));
    expect(lines).toEqual([...place, ...who]);
  }
  expectNews(all);
  expect(all.rows(({ status }) => status === 'queued')).toEqual([]);
  all.soundMessages();
}

type Mail = MessageStage['mails'][number];

/** What a mail says of the lesson, but for when it was before. */
function factsOf({ text }: Mail): string[] {
  return text.split('\n').filter((line) => /^(Hvornår|Mødested|Underviser|Elever):/.test(line));
}

function lastMails(all: MessageStage): Map<string, Mail> {
  const byId = new Map(all.rows().map((row) => [row.notificationId, row.personId]));
  return new Map(all.mails.map((mail) => [byId.get(mail.notificationId) as string, mail]));
}

/** Of two mails in a row the second says something else. */
function expectNews(all: MessageStage): void {
  const byId = new Map(all.rows().map((row) => [row.notificationId, row]));
  const before = new Map<string, string>();
  for (const mail of all.mails) {
    const { personId = '', kind } = byId.get(mail.notificationId) ?? {};
    const says = kind === 'booking_cancelled' ? 'out' : factsOf(mail).join('\n');
    if (before.get(personId) === says) throw new Error(`${personId} was told twice: ${says}`);
    before.set(personId, says);
  }
}
