import { describe, expect, test } from 'vitest';
import { HOUR } from '../../domain/shared/instant.ts';
import { CAR, FIRST_ROAD, JUNCTIONS, PEOPLE } from '../support/learning-stage.ts';
import { recordStage } from '../support/record-stage.ts';

const HOURS = HOUR / 1_000;

describe('after the teacher signed', () => {
  test('the student is asked by mail and SMS, once for all modules of the lesson', async () => {
    const all = await recordStage();
    const bookingId = await all.taught();
    await all.signs.teacher(bookingId, CAR);
    await all.signs.teacher(bookingId, FIRST_ROAD);
    await all.deliver();

    expect(all.endings('signature_request')).toEqual(['sent']);
    expect(all.endings('signature_request', all.student, 'sms')).toEqual(['sent']);
    expect(all.mails).toHaveLength(1);
    const { head } = await all.record();
    expect(all.mails[0]?.text).toContain(`Kontrolkode: ${head?.hash}`);
    expect(all.mails[0]?.text).toMatch(/Moduler: .*indretning.*, .*Igangsætning/i);
    expect(all.texts[0]?.body).toMatch(/https:\/\/portal\.example\/sign\/[\w-]{43}$/m);
    all.soundMessages();
  });

  test('of a group of 20 with 18 present, 18 are asked', async () => {
    const all = await recordStage({ students: 20 });
    const bookingTypeId = await all.type({ kind: 'theory', capacity: 45, needsVehicle: false });
    const came = all.students.slice(0, 18);
    const studentIds = [...all.students];
    const wish = { bookingTypeId, studentIds, vehicleId: undefined };
    const bookingId = await all.taught(wish, came);
    for (const student of came) await all.signs.teacher(bookingId, PEOPLE, student);
    await all.deliver();

    expect(all.mails).toHaveLength(18);
    expect(all.texts).toHaveLength(18);
    all.soundMessages();
  });

  test('a copy of the event asks nobody twice', async () => {
    const all = await recordStage();
    await all.signs.teacher(await all.taught(), CAR);
    await all.deliver();
    for (const event of all.events()) await all.tellOne(event);
    await all.send();

    expect(all.mails).toHaveLength(1);
  });

  test('a request that is still queued when the student signs is not sent', async () => {
    const all = await recordStage();
    const bookingId = await all.taught();
    await all.signs.teacher(bookingId, CAR);
    await all.tell();
    await all.signs.student(bookingId, CAR);
    await all.send();

    expect(all.endings('signature_request')).toEqual(['superseded nothing_to_sign']);
    expect(all.endings('signature_request', all.student, 'sms')).toEqual([
      'superseded nothing_to_sign',
    ]);
  });

  test('a module signed after all was signed is asked for again', async () => {
    const all = await recordStage();
    const bookingId = await all.taught();
    await all.bothSign(bookingId, CAR);
    await all.deliver();
    await all.signs.teacher(bookingId, JUNCTIONS);
    await all.deliver();

    expect(all.endings('signature_request')).toEqual(['superseded nothing_to_sign', 'sent']);
  });

  test('staff may ask once more, and the student is told once more', async () => {
    const all = await recordStage();
    const bookingId = await all.taught();
    await all.signs.teacher(bookingId, CAR);
    await all.ask(bookingId);
    await all.deliver();

    expect(all.endings('signature_request')).toEqual(['sent', 'sent']);
  });
});

describe('after the student signed', () => {
  test('both have the head of the record in their mailbox, and neither an SMS', async () => {
    const all = await recordStage();
    const bookingId = await all.taught();
    await all.bothSign(bookingId, CAR);
    await all.deliver();

    const { head } = await all.record();
    const receipts = all.mails.filter(({ subject }) => subject.startsWith('Underskrevet: '));
    expect(receipts).toHaveLength(2);
    for (const { text } of receipts) expect(text).toContain(`Kontrolkode: ${head?.hash}`);
    expect(all.endings('signature_receipt')).toEqual(['sent']);
    expect(all.endings('signature_receipt', all.teacher)).toEqual(['sent']);
    expect(all.texts).toEqual([]);
  });

  test('the other party hears of a dispute and of its answer, of a correction and of its answer', async () => {
    const all = await recordStage();
    const [first, second] = [
      await all.taught(),
      await all.taught({ startsAt: '2026-12-02T10:00:00Z' }),
    ];
    await all.bothSign(first, CAR);
    await all.bothSign(second, CAR);
    const dispute = await all.dispute(first, CAR);
    const correction = await all.correct(second, CAR, { covered: false });
    await all.deliver();
    expect(all.endings('dispute_raised', all.teacher)).toEqual(['sent']);
    expect(all.endings('dispute_raised')).toEqual([]);
    expect(all.endings('correction_raised')).toEqual(['sent']);

    await all.answer(all.teacher, dispute, false);
    await all.answer(all.student, correction, true);
    await all.deliver();

    expect(all.endings('dispute_rejected')).toEqual(['sent']);
    expect(all.endings('correction_accepted', all.teacher)).toEqual(['sent']);
    all.soundMessages();
  });
});

describe('a reminder to sign', () => {
  test('goes after 24 and 72 hours, once each, however often the sweep runs', async () => {
    const all = await recordStage();
    await all.signs.teacher(await all.taught(), CAR);
    await all.deliver();
    for (const hours of [23, 2, 1, 46, 1, 1, 100]) {
      all.pass(hours * HOURS);
      await all.sweep();
      await all.sweep();
      await all.deliver();
    }

    expect(all.endings('signature_reminder')).toEqual(['sent', 'sent']);
    expect(all.endings('signature_reminder', all.student, 'sms')).toEqual(['sent', 'sent']);
    all.soundMessages();
  });

  test('stops once the lesson is signed, even when it is on its way already', async () => {
    const all = await recordStage();
    const bookingId = await all.taught();
    await all.signs.teacher(bookingId, CAR);
    await all.deliver();
    all.pass(25 * HOURS);
    await all.sweep();
    await all.tell();
    await all.signs.student(bookingId, CAR);
    await all.send();
    all.pass(100 * HOURS);
    await all.sweep();
    await all.deliver();

    expect(all.endings('signature_reminder')).toEqual(['superseded nothing_to_sign']);
  });
});

describe('a warning of a long pause', () => {
  const days = (count: number) => count * 24 * HOURS;

  test('comes after 60, 75 and 85 days, once each, by mail and SMS', async () => {
    const all = await recordStage();
    await all.bothSign(await all.taught(), CAR);
    await all.deliver();
    for (const passed of [59, 2, 13, 2, 8, 2, 30]) {
      all.pass(days(passed));
      await all.sweep();
      await all.deliver();
    }

    expect(all.endings('pause_warning')).toEqual(['sent', 'sent', 'sent']);
    expect(all.endings('pause_warning', all.student, 'sms')).toEqual(['sent', 'sent', 'sent']);
    expect(all.mails.find(({ subject }) => subject.startsWith('Book en tid'))?.text).toContain(
      'siden 1. december 2026. Din undervisning skal genoptages senest 28. februar 2027',
    );
  });

  test('is not sent when a lesson was taught while it was on its way', async () => {
    const all = await recordStage();
    await all.bothSign(await all.taught(), CAR);
    await all.deliver();
    await all.sweep();
    const next = await all.plan({ startsAt: '2027-02-01T10:00:00Z' });
    all.at('2027-02-01T10:50:00Z');
    await all.sweep();
    await all.tell();
    const attendance = [{ studentId: all.student, status: 'attended' as const }];
    await all.complete(next.id, { attendance });
    await all.send();

    expect(all.endings('pause_warning')).toEqual(['superseded taught_since']);
  });
});
