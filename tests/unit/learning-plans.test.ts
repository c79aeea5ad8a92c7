import { describe, expect, it } from 'vitest';
import { addPlanVersion, createPlan } from '../../domain/learning/change-plans.ts';
import { type PlanInput, planContent } from '../../domain/learning/plan-input.ts';
import { DK_CATEGORY_B } from '../../domain/learning/plans/dk-category-b.ts';
import { readPlans, readPlanVersion } from '../../domain/learning/read-plans.ts';
import { assignLessonPlan } from '../../domain/people/assign-lesson-plan.ts';
import { newId } from '../../domain/shared/new-id.ts';
import { SCHOOL_WIDE } from '../support/booking-cast.ts';
import { refusal } from '../support/booking-stage.ts';
import { CAR, COURSE, FIRST_ROAD, learningStage } from '../support/learning-stage.ts';

const { content } = DK_CATEGORY_B;

describe('the default plan of category B', () => {
  it('has the numbers of the law', () => {
    const { minimums, sections, lessonMinutes, pause } = content;
    const { theory, manoeuvring, road, skid, dark, teachingDays } = minimums;

    expect({ theory, practice: manoeuvring + road + skid, manoeuvring, skid, dark }).toEqual({
      ...{ theory: 29, practice: 24, manoeuvring: 4, skid: 4, dark: 1 },
    });
    expect([teachingDays, lessonMinutes, pause.months]).toEqual([14, 45, 3]);
    expect(sections.map(({ order }) => order)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('is a plan like any other: ids once, in order, and nothing comes before itself', () => {
    const { modules } = content;

    expect(planContent(content, { modules }, () => newId('mod'))).toEqual(content);
    expect(new Set(modules.map(({ id }) => id)).size).toBe(modules.length);
    expect(modules.filter(({ dark }) => dark)).toHaveLength(1);
    expect(modules.map(({ section }) => section)).toEqual(
      modules.map(({ section }) => section).sort((a, b) => a - b),
    );
  });

  it('can be learnt within its minimums', () => {
    for (const kind of ['theory', 'manoeuvring', 'road', 'skid'] as const) {
      const asked = content.modules
        .filter((module) => module.kind === kind)
        .reduce((sum, { required }) => sum + required, 0);
      expect(asked).toBeLessThanOrEqual(content.minimums[kind]);
    }
  });
});

describe('a plan of the school’s own', () => {
  const module = { title: 'Ny', section: 1, kind: 'road', minutes: 45, required: 1 } as const;

  it('is a template with changes; modules keep their ids, new ones get theirs', async () => {
    const stage = await learningStage();

    const plan = await createPlan(stage.context, stage.school, {
      ...{ name: 'Vores', templateId: 'dk-category-b', minimums: { theory: 30 } },
      modules: [
        { ...module, id: CAR, title: 'Bilen' },
        { ...module, prerequisites: [1] },
      ],
    });

    expect(plan).toMatchObject({
      ...{ name: 'Vores', templateId: 'dk-category-b', isDefault: false, version: 1 },
      minimums: { theory: 30, road: 16 },
      modules: [
        { id: CAR, title: 'Bilen', order: 1 },
        { id: expect.stringMatching(/^mod_/), order: 2, prerequisites: [CAR] },
      ],
    });
    stage.soundRecords();
  });

  it('gets versions that leave the earlier ones as they are; a student stays on theirs', async () => {
    const stage = await learningStage();
    const { context, school } = stage;
    const [plan] = await readPlans(context.store, school.schoolId);
    const lessonPlanId = plan?.lessonPlanId as string;

    const next = await addPlanVersion(context, school, lessonPlanId, { minimums: { skid: 6 } });

    const first = { lessonPlanId, version: 1 };
    expect(next).toMatchObject({ id: lessonPlanId, version: 2, minimums: { skid: 6, road: 16 } });
    expect(await readPlanVersion(context.store, school.schoolId, first)).toMatchObject(content);
    expect(await stage.progress()).toMatchObject({ lessonPlanId, version: 1 });
    await assignLessonPlan(context, school.schoolId, SCHOOL_WIDE, stage.student, lessonPlanId);
    expect(await stage.progress()).toMatchObject({ lessonPlanId, version: 2 });
    stage.soundRecords();
  });

  it('may become the default, of which there is one, however many ask at once', async () => {
    const stage = await learningStage();
    const { context, school } = stage;

    const plans = await Promise.all(
      ['A', 'B', 'C'].map((name) =>
        createPlan(context, school, { name, templateId: 'dk-category-b', isDefault: true }),
      ),
    );
    await addPlanVersion(context, school, plans[0]?.id as string, { isDefault: true });

    const rows = await readPlans(context.store, school.schoolId);
    expect(rows.filter(({ isDefault }) => isDefault)).toMatchObject([{ name: 'A', latest: 2 }]);
    stage.soundRecords();
  });

  it('versioned by several at once has them all', async () => {
    const stage = await learningStage();
    const { context, school } = stage;
    const [plan] = await readPlans(context.store, school.schoolId);
    const lessonPlanId = plan?.lessonPlanId as string;

    const made = await Promise.all(
      [30, 31, 32].map((theory) =>
        addPlanVersion(context, school, lessonPlanId, { minimums: { theory } }),
      ),
    );

    expect(made.map(({ version }) => version).sort()).toEqual([2, 3, 4]);
    stage.soundRecords();
  });

  it.each([
    ['without modules', {}, 'required'],
    ['with a section that is not there', { modules: [{ ...module, section: 9 }] }, 'invalid'],
    [
      'with a dark theory lesson',
      { modules: [{ ...module, kind: 'theory', dark: true }] },
      'invalid',
    ],
    ['with a place taken twice', { modules: [module, { ...module, order: 1 }] }, 'duplicate'],
    [
      'after a module that is not there',
      { modules: [{ ...module, prerequisites: [7] }] },
      'invalid',
    ],
    [
      'in a circle',
      {
        modules: [
          { ...module, prerequisites: [2] },
          { ...module, prerequisites: [1] },
        ],
      },
      'circular',
    ],
  ] as [string, PlanInput, string][])('%s is refused', async (_, input, code) => {
    const stage = await learningStage();
    const sections = [{ order: 1, title: 'Alt' }];

    const { details } = await refusal(
      createPlan(stage.context, stage.school, { name: 'X', sections, ...input }),
    );

    expect(details.errors?.[0]?.code).toBe(code);
  });

  it('from an unknown template, or with a module of neither, is not found', async () => {
    const stage = await learningStage();
    const refused = [
      await refusal(createPlan(stage.context, stage.school, { name: 'X', templateId: 'x' })),
      await refusal(
        createPlan(stage.context, stage.school, {
          ...{ name: 'X', templateId: 'dk-category-b' },
          modules: [{ ...module, id: newId('mod') }],
        }),
      ),
      await refusal(
        assignLessonPlan(stage.context, stage.school.schoolId, SCHOOL_WIDE, stage.student, 'pln_x'),
      ),
    ];

    expect(refused.map(({ code }) => code)).toEqual(['not_found', 'not_found', 'not_found']);
  });
});

describe('the rule prerequisite', () => {
  it('refuses a module whose predecessors are not verified, and says which', async () => {
    const stage = await learningStage();

    const { code, details } = await refusal(stage.book({ moduleIds: [COURSE] }));

    expect([code, details.rule]).toEqual(['rule_refused', 'prerequisite']);
    expect(details.message).toContain('Bilens indretning');
    expect((await stage.book({})).moduleIds).toEqual([]);
    expect((await stage.book({ startsAt: '2026-12-05T10:00Z', moduleIds: [CAR] })).status).toBe(
      'confirmed',
    );
  });

  it('is content once they are verified, or taught in the same booking', async () => {
    const stage = await learningStage();
    const both = await stage.book({ startsAt: '2026-12-09T10:00Z', moduleIds: [CAR, COURSE] });
    const id = await stage.taught({ moduleIds: [CAR] });
    await stage.bothSign(id, CAR);

    const next = await stage.book({ startsAt: '2026-12-10T10:00Z', moduleIds: [COURSE] });

    expect([both.status, next.status]).toEqual(['confirmed', 'confirmed']);
  });

  it('is judged when a booking comes to cover a module, and for who joins it', async () => {
    const stage = await learningStage();
    const { id } = await stage.book({ bookingTypeId: stage.types.trio });

    const changed = await refusal(stage.move(id, { moduleIds: [FIRST_ROAD] }));
    const override = { rules: ['prerequisite' as const], reason: 'driven before' };
    const overridden = await stage.move(id, { moduleIds: [FIRST_ROAD], override });
    const moved = await stage.move(id, { startsAt: '2026-12-02T10:00Z' });
    const joining = await refusal(stage.add(id, stage.students));

    expect([changed, joining].map(({ details }) => details.rule)).toEqual([
      ...['prerequisite', 'prerequisite'],
    ]);
    expect(overridden.history.at(-1)).toMatchObject({ what: 'overridden', to: override });
    expect(moved.startsAt).toBe('2026-12-02T10:00:00.000Z');
  });

  it('an unknown module is not found, on creation, change and completion', async () => {
    const stage = await learningStage();
    const { id } = await stage.book({});
    const unknown = newId('mod');
    const attendance = [{ studentId: stage.student, status: 'attended' as const }];

    const refused = [
      await refusal(stage.book({ startsAt: '2026-12-02T10:00Z', moduleIds: [unknown] })),
      await refusal(
        stage.book({ startsAt: '2026-12-02T10:00Z', studentIds: [], moduleIds: [unknown] }),
      ),
      await refusal(stage.move(id, { moduleIds: [unknown] })),
    ];
    stage.at('2026-12-01T11:00:00Z');
    refused.push(await refusal(stage.complete(id, { attendance, moduleIds: [unknown] })));

    expect(refused.map(({ code }) => code)).toEqual(Array(4).fill('not_found'));
    expect(
      (await stage.book({ startsAt: '2026-12-03T10:00Z', studentIds: [], moduleIds: [CAR] }))
        .moduleIds,
    ).toEqual([CAR]);
  });
});
