import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Signing } from '../../domain/learning/lesson.ts';
import { DK_CATEGORY_B } from '../../domain/learning/plans/dk-category-b.ts';
import { type Lesson, lastTaughtOn, progressOf } from '../../domain/learning/progress.ts';
import type { BookingKind } from '../../domain/scheduling/booking-type.ts';
import type { Id } from '../../domain/shared/ids.ts';
import { instant, MINUTE, plusMilliseconds } from '../../domain/shared/instant.ts';
import { newId } from '../../domain/shared/new-id.ts';
import { CAR, DARK, FIRST_ROAD, JUNCTIONS } from '../support/learning-stage.ts';

const ZONE = 'Europe/Copenhagen';
const plan = { ...DK_CATEGORY_B.content, lessonPlanId: newId('pln'), version: 1 };
const AT = instant('2026-11-23T08:00:00Z');
const BOTH: Signing = { teacherSignedAt: AT, studentSignedAt: AT };

type Given = Partial<Lesson> & { minutes?: number };

function lesson(moduleId: Id<'mod'>, { minutes = 45, ...given }: Given = {}): Lesson {
  const startedAt = given.startedAt ?? AT;
  return {
    ...{ bookingId: newId('bkg'), kind: 'road', status: 'attended', taughtBy: newId('per') },
    ...{ startedAt, endedAt: plusMilliseconds(startedAt, minutes * MINUTE) },
    ...{ moduleIds: [moduleId], signings: { [moduleId]: BOTH } },
    ...given,
  };
}

const of = (...lessons: Lesson[]) => progressOf(plan, lessons, ZONE);
const stateOf = (moduleId: string, ...lessons: Lesson[]) =>
  of(...lessons).modules.find((module) => module.moduleId === moduleId);

describe('a lesson counts', () => {
  it('whole lessons of 45 minutes to the kind of its booking, once, however many modules were signed', () => {
    const two = lesson(FIRST_ROAD, {
      ...{ minutes: 134, moduleIds: [FIRST_ROAD, JUNCTIONS] },
      signings: { [FIRST_ROAD]: BOTH, [JUNCTIONS]: BOTH },
    });

    expect(of(two).counts).toEqual({
      ...{ theory: 0, road: 2, manoeuvring: 0, skid: 0, dark: 0, teachingDays: 1 },
    });
  });

  it('nothing and verifies nothing when it was 44 minutes long', () => {
    const { counts, modules } = of(lesson(CAR, { minutes: 44, kind: 'theory' }));

    expect(counts).toMatchObject({ theory: 0, teachingDays: 0 });
    expect(modules.find(({ moduleId }) => moduleId === CAR)).toMatchObject({
      ...{ verified: 0, state: 'in_progress' },
      lessons: [{ teacherSignedAt: AT, studentSignedAt: AT }],
    });
  });

  it('nothing while one signature lacks, who came not, or it is disputed or taken out', () => {
    const lessons = [
      lesson(CAR, { signings: {} }),
      lesson(CAR, { signings: { [CAR]: { teacherSignedAt: AT } } }),
      lesson(CAR, { status: 'no_show' }),
      lesson(CAR, { signings: { [CAR]: { ...BOTH, openDispute: newId('sig') } } }),
      lesson(CAR, { signings: { [CAR]: { ...BOTH, counts: false } } }),
      lesson(CAR, { kind: 'test' }),
      lesson(CAR, { kind: 'other' }),
    ];

    for (const one of lessons) {
      expect(of(one).counts).toEqual(of().counts);
      expect(of(one).ready).toBe(false);
    }
  });

  it('as dark when a module of the dark was signed', () => {
    expect(of(lesson(DARK), lesson(FIRST_ROAD)).counts).toMatchObject({ road: 2, dark: 1 });
  });

  it("a teaching day by the school's own calendar", () => {
    const lessons = ['2026-11-22T22:30:00Z', '2026-11-22T23:30:00Z', '2026-11-23T08:00:00Z'].map(
      (at) => lesson(CAR, { kind: 'theory', startedAt: instant(at) }),
    );

    expect(of(...lessons).counts.teachingDays).toBe(2);
  });
});

describe('a module', () => {
  it('goes from not started over in progress and awaiting the student to verified', () => {
    const awaiting = { signings: { [CAR]: { teacherSignedAt: AT } } };

    expect(stateOf(CAR)?.state).toBe('not_started');
    expect(stateOf(CAR, lesson(CAR, { signings: {} }))?.state).toBe('in_progress');
    expect(stateOf(CAR, lesson(CAR, awaiting))?.state).toBe('awaiting_student');
    expect(stateOf(CAR, lesson(CAR))).toMatchObject({ state: 'verified', verified: 1 });
    expect(stateOf(CAR, lesson(CAR), lesson(CAR, awaiting))?.state).toBe('verified');
  });

  it('that asks for two lessons is verified by the second', () => {
    expect(stateOf(JUNCTIONS, lesson(JUNCTIONS))).toMatchObject({
      ...{ required: 2, verified: 1, state: 'in_progress' },
    });
    expect(stateOf(JUNCTIONS, lesson(JUNCTIONS), lesson(JUNCTIONS))?.state).toBe('verified');
  });

  it('with an unanswered objection is disputed, verified or not', () => {
    const disputed = lesson(CAR, {
      status: 'no_show',
      signings: { [CAR]: { openDispute: newId('sig') } },
    });

    expect(stateOf(CAR, lesson(CAR), disputed)?.state).toBe('disputed');
  });

  it('shows its lessons in the order they were taught', () => {
    const later = lesson(CAR, { startedAt: instant('2026-11-24T08:00:00Z') });
    const first = lesson(CAR);

    expect(stateOf(CAR, later, first)?.lessons.map(({ bookingId }) => bookingId)).toEqual([
      first.bookingId,
      later.bookingId,
    ]);
  });
});

/** 29 + 4 + 16 + 4 lessons on so many days, of every module as often as it asks for. */
function education(days: number): Lesson[] {
  const need: [BookingKind, number][] = [
    ...([
      ['theory', 29],
      ['manoeuvring', 4],
      ['road', 16],
      ['skid', 4],
    ] as const),
  ].map(([kind, count]) => [kind, count]);
  const kinds = need.flatMap(([kind, count]) => Array.from({ length: count }, () => kind));
  const modules = new Map(
    need.map(([kind]) => [
      kind,
      plan.modules
        .filter((module) => module.kind === kind)
        .flatMap(({ id, required }) => Array.from({ length: required }, () => id)),
    ]),
  );
  return kinds.map((kind, i) => {
    const its = modules.get(kind) as Id<'mod'>[];
    const startedAt = plusMilliseconds(instant('2026-09-01T08:00:00Z'), (i % days) * 86_400_000);
    return lesson(its[i % its.length] as Id<'mod'>, { kind, startedAt });
  });
}

describe('a student', () => {
  it('with 29 + 4 + 16 + 4 lessons on 13 days lacks one more teaching day', () => {
    const { counts, ready, missing } = of(...education(13));

    expect(counts).toEqual({
      ...{ theory: 29, manoeuvring: 4, road: 16, skid: 4, teachingDays: 13 },
      dark: expect.any(Number),
    });
    expect(ready).toBe(false);
    expect(missing).toEqual([{ code: 'teaching_days', message: '1 more teaching day' }]);
  });

  it('with them on 14 days is ready', () => {
    expect(of(...education(14))).toMatchObject({ ready: true, missing: [] });
  });

  it('is told everything that lacks, kinds before modules', () => {
    const codes = of().missing.map(({ code }) => code);

    expect([...new Set(codes)]).toEqual([
      ...['theory_lessons', 'manoeuvring_lessons', 'road_lessons', 'dark_lessons'],
      ...['skid_lessons', 'teaching_days', 'module'],
    ]);
    expect(of().missing[0]?.message).toBe('29 more theory lessons');
  });

  it('without a plan is ready for nothing', () => {
    expect(progressOf(null, [lesson(CAR)], ZONE)).toMatchObject({
      ...{ lessonPlanId: null, ready: false, missing: [{ code: 'no_lesson_plan' }] },
    });
  });

  it('is last taught by the latest lesson attended; a test is none', () => {
    const on = (date: string, given: Given = {}) =>
      lesson(CAR, { startedAt: instant(`${date}T08:00:00Z`), ...given });
    const lessons = [
      on('2026-04-12', { signings: {} }),
      on('2026-05-01', { kind: 'test' }),
      on('2026-04-20', { status: 'no_show' }),
    ];

    expect(lastTaughtOn(lessons, ZONE)).toBe('2026-04-12');
    expect(of(...lessons).resumeBy).toBe('2026-07-11');
  });

  it('never has a verified module without both signatures on as many lessons as it asks for', () => {
    const signing = fc.record(
      {
        teacherSignedAt: fc.constant(AT),
        studentSignedAt: fc.constant(AT),
        openDispute: fc.constant(newId('sig')),
        counts: fc.constant(false as const),
      },
      { requiredKeys: [] },
    );
    const lessons = fc.array(fc.tuple(signing, fc.integer({ min: 5, max: 100 })), { maxLength: 6 });
    fc.assert(
      fc.property(lessons, (given) => {
        const its = given.map(([one, minutes]) =>
          lesson(JUNCTIONS, { minutes, signings: { [JUNCTIONS]: one as Signing } }),
        );

        const module = stateOf(JUNCTIONS, ...its);

        const sound = given.filter(
          ([one, minutes]) =>
            minutes >= 45 &&
            one.teacherSignedAt &&
            one.studentSignedAt &&
            !one.openDispute &&
            one.counts !== false,
        );
        expect(module?.verified).toBe(sound.length);
        if (module?.state === 'verified') expect(sound.length).toBeGreaterThanOrEqual(2);
      }),
    );
  });
});
