import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../domain/shared/ids.ts';
import { DKK } from '../support/booking-cast.ts';
import { bookingStage, refusal } from '../support/booking-stage.ts';

async function taught() {
  const stage = await bookingStage();
  const [first, second, third] = stage.students as [PersonId, PersonId, PersonId];
  const { id } = await stage.book({ bookingTypeId: stage.types.trio, studentIds: [first, second] });
  stage.at('2026-12-01T10:50:00Z');
  return { stage, id, first, second, third };
}

describe('completing a booking', () => {
  it('writes down who came, who taught, when; who did not come owes the fee', async () => {
    const { stage, id, first, second } = await taught();

    const completed = await stage.complete(id, {
      attendance: [
        { studentId: first, status: 'attended' },
        { studentId: second, status: 'no_show' },
      ],
      ...{ startedAt: '2026-12-01T11:05', endedAt: '2026-12-01T10:50:00Z' },
      taughtBy: stage.teachers[1] as string,
    });

    expect(completed).toMatchObject({
      status: 'completed',
      students: [
        { studentId: first, status: 'attended' },
        { studentId: second, status: 'no_show' },
      ],
      fees: [{ studentId: second, reason: 'no_show', amount: DKK(55_000) }],
      taught: {
        ...{ startedAt: '2026-12-01T10:05:00.000Z', endedAt: '2026-12-01T10:50:00.000Z' },
        ...{ taughtBy: stage.teachers[1], completedAt: stage.now() },
      },
    });
    expect(stage.events('BookingCompleted')).toMatchObject([
      { data: { status: 'completed', attended: [first] } },
    ]);
    stage.audited();
  });

  it('to which nobody came makes it a no-show', async () => {
    const { stage, id, first, second } = await taught();

    const missed = await stage.complete(id, {
      attendance: [first, second].map((studentId) => ({ studentId, status: 'no_show' as const })),
    });

    expect(missed.status).toBe('no_show');
    expect(missed.fees).toHaveLength(2);
    stage.audited();
  });

  it('leaves those out who left before', async () => {
    const { stage, first } = await taught();
    const { id } = await stage.book({
      ...{ bookingTypeId: stage.types.trio, startsAt: '2026-12-02T10:00:00Z' },
      studentIds: stage.students,
    });
    await stage.remove(id, stage.students[2] as string);
    stage.at('2026-12-02T11:00:00Z');
    const attendance = stage.students.map((studentId) => ({
      studentId,
      status: 'attended' as const,
    }));

    const stranger = await refusal(stage.complete(id, { attendance }));
    const completed = await stage.complete(id, { attendance: attendance.slice(0, 2) });

    expect(stranger.code).toBe('not_found');
    expect(completed.students.map(({ status }) => status)).toEqual([
      'attended',
      'attended',
      'cancelled',
    ]);
    expect(first).toBe(stage.students[0]);
    stage.audited();
  });

  it('names everybody once', async () => {
    const { stage, id, first } = await taught();
    const one = { studentId: first, status: 'attended' as const };

    const refused = [
      await refusal(stage.complete(id, { attendance: [one] })),
      await refusal(stage.complete(id, { attendance: [one, one] })),
    ];

    expect(refused.map(({ details }) => details.errors?.[0]?.code)).toEqual([
      'incomplete',
      'duplicate',
    ]);
  });

  it('before it begins, as a draft, cancelled or twice is refused', async () => {
    const { stage, id, first, second } = await taught();
    const later = await stage.book({ startsAt: '2026-12-01T10:55:00Z' });
    const cancelled = await stage.book({ startsAt: '2026-12-02T10:00:00Z' });
    await stage.cancel(cancelled.id);
    const attendance = [first, second].map((studentId) => ({
      studentId,
      status: 'attended' as const,
    }));
    await stage.complete(id, { attendance });

    const refused = [
      await refusal(stage.complete(later.id, { attendance: attendance.slice(0, 1) })),
      await refusal(stage.complete(cancelled.id, { attendance: [] })),
      await refusal(stage.complete(id, { attendance })),
    ];

    expect(refused.map(({ code }) => code)).toEqual([
      'conflict',
      'booking_closed',
      'booking_closed',
    ]);
  });

  it.each([
    [
      'ends before it starts',
      { startedAt: '2026-12-01T10:40:00Z', endedAt: '2026-12-01T10:40:00Z' },
    ],
    [
      'starts in the future',
      { startedAt: '2026-12-01T10:51:00Z', endedAt: '2026-12-01T11:00:00Z' },
    ],
    ['ends in the future', { endedAt: '2026-12-01T10:51:00Z' }],
  ])('that %s is refused', async (_, times) => {
    const { stage, id, first, second } = await taught();
    const attendance = [first, second].map((studentId) => ({
      studentId,
      status: 'attended' as const,
    }));

    expect(await refusal(stage.complete(id, { attendance, ...times }))).toMatchObject({
      code: 'invalid',
    });
  });
});
