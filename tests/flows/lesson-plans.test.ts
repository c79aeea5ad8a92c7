import { beforeAll, describe, expect, test } from 'vitest';
import { apiOk } from './support/api.ts';
import { book, learner, newTeachingSchool, onDay, type TeachingSchool } from './support/lessons.ts';

let school: TeachingSchool;

beforeAll(async () => {
  school = await newTeachingSchool();
});

const override = (...rules: string[]) => ({ rules, reason: 'a test' });
const at = (path: string, studentId: string) => `${school.path}/students/${studentId}${path}`;

describe('a lesson plan', () => {
  test('is taken from a template, versioned, and given to a student', async () => {
    const { token } = school.admin;
    const templates = await apiOk('GET', '/lesson-plan-templates', { token });
    const [template] = templates.body.items;

    const plan = await apiOk('POST', `${school.path}/lesson-plans`, {
      body: { name: 'Lyn', templateId: template.id, minimums: { theory: 30 } },
      token,
    });
    const next = await apiOk('POST', `${school.path}/lesson-plans/${plan.body.id}/versions`, {
      body: { minimums: { theory: 31 } },
      token,
    });
    const { id } = await learner(school);
    const given = await apiOk('POST', at('/lesson-plan', id), {
      body: { lessonPlanId: plan.body.id },
      token,
    });

    const first = await apiOk('GET', `${school.path}/lesson-plans/${plan.body.id}?version=1`, {
      token,
    });
    expect([plan, next, given].map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(next.body).toMatchObject({ version: 2, minimums: { theory: 31, road: 16 } });
    expect(first.body).toMatchObject({ version: 1, minimums: { theory: 30 } });
    expect((await apiOk('GET', at('/progress', id), { token })).body).toMatchObject({
      ...{ lessonPlanId: plan.body.id, version: 2 },
      missing: [
        { code: 'theory_lessons', message: '31 more theory lessons' },
        ...Array(21).fill({}),
      ],
    });
  });

  test('says what must come before a module that is booked', async () => {
    const { token } = school.admin;
    const plans = await apiOk('GET', `${school.path}/lesson-plans`, { token });
    const [{ id }] = plans.body.items;
    const plan = await apiOk('GET', `${school.path}/lesson-plans/${id}`, { token });
    const course = plan.body.modules.find(({ kind }: { kind: string }) => kind === 'skid');
    const wish = {
      ...{ startsAt: onDay(20, '10:00:00Z'), moduleIds: [course.id] },
      studentIds: [(await learner(school)).id],
    };

    const refused = await book(school, { ...wish, override: override('closed_day') });
    const unknown = await book(school, { ...wish, moduleIds: [`mod_${'0'.repeat(26)}`] });
    const overridden = await book(school, {
      ...wish,
      override: override('closed_day', 'prerequisite'),
    });

    expect(refused).toMatchObject({ status: 422, body: { rule: 'prerequisite' } });
    expect(unknown.status).toBe(404);
    expect(overridden.status).toBe(201);
  });
});
