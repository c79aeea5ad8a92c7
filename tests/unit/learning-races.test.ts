import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../domain/shared/ids.ts';
import { refusal } from '../support/booking-stage.ts';
import { FIRST_ROAD, learningStage } from '../support/learning-stage.ts';
import { TEST_SEED } from '../support/random.ts';
import { twinSigning } from '../support/signing-rounds.ts';

const RATES = { conflict: 0.3, 'timeout-after': 0.05, 'timeout-before': 0.02 };

describe('fifty at once', () => {
  it('on one module of one lesson make one signature', async () => {
    const stage = await learningStage({ rates: RATES, seed: TEST_SEED });
    const id = await stage.taught({ moduleIds: [FIRST_ROAD] });

    const teachers = await Promise.allSettled(
      Array.from({ length: 50 }, () => stage.signs.teacher(id, FIRST_ROAD)),
    );
    const students = await Promise.allSettled(
      Array.from({ length: 50 }, () => stage.signs.student(id, FIRST_ROAD)),
    );

    for (const outcomes of [teachers, students]) {
      const lost = outcomes.flatMap((outcome) =>
        outcome.status === 'rejected' ? [outcome.reason.code] : [],
      );
      expect(lost).toEqual(Array(49).fill('already_signed'));
    }
    expect(await stage.verified()).toMatchObject({ valid: true, entries: 2 });
    stage.soundRecords();
  });

  it('on one record, of six rounds, leave chains that verify', async () => {
    const { violations, entries, answered, injected } = await twinSigning({
      ...{ rounds: 6, seed: TEST_SEED },
    });

    expect(violations).toEqual([]);
    expect(answered).toBeGreaterThan(30);
    expect(entries).toBeGreaterThan(50);
    expect(injected).toBeGreaterThan(250);
  }, 1_200_000);
});

describe('a lesson that is completed by two at once', () => {
  it('enters the record once', async () => {
    const stage = await learningStage({ rates: RATES, seed: TEST_SEED });
    const { id } = await stage.plan({ moduleIds: [FIRST_ROAD] });
    stage.at('2026-12-01T11:00:00Z');
    const attendance = [{ studentId: stage.student as PersonId, status: 'attended' as const }];

    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, () => stage.complete(id, { attendance })),
    );
    const again = await refusal(stage.complete(id, { attendance }));

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(again.code).toBe('booking_closed');
    expect(stage.world.rowsOf('lesson')).toHaveLength(1);
    stage.soundRecords();
  });
});
