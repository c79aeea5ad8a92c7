import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dropDelivery,
  listQuarantine,
  releaseDelivery,
} from '../../domain/integrations/quarantine.ts';
import { type LeadInput, receiveLead } from '../../domain/integrations/receive-lead.ts';
import { receiveResult } from '../../domain/integrations/receive-result.ts';
import { readProgress } from '../../domain/learning/read-progress.ts';
import { carryOutRegistration } from '../../domain/people/carry-out-registration.ts';
import { enrolStudent } from '../../domain/people/enrol-student.ts';
import { readStudent } from '../../domain/people/read-student.ts';
import { changeSettings } from '../../domain/schools/change-school.ts';
import type { SchoolId } from '../../domain/shared/ids.ts';
import { instant } from '../../domain/shared/instant.ts';
import { SCHOOL_WIDE } from '../support/booking-cast.ts';
import { platformStage } from '../support/integrations.ts';
import { givenSchool, outboxEvents, registrationForm } from '../support/sample-school.ts';
import type { World } from '../support/store-world.ts';

const lead = (schoolRef: string, overrides: Partial<LeadInput> = {}): LeadInput => ({
  ...{ schoolRef, name: 'Liv Lund', email: 'liv@example.dk', phone: '20123456' },
  ...overrides,
});

/** Carries out every registration that is waiting, as its consumer does. */
async function carryOutAll({
  world,
  context,
  schoolId,
}: Awaited<ReturnType<typeof platformStage>>) {
  const waiting = world.rowsOf('registration').map((row) => row.registrationId as never);
  await Promise.all(waiting.map((id) => carryOutRegistration(context(), schoolId, id)));
}

describe('a lead', () => {
  it('is one student, however its copies race and by whichever delivery they come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 6 }),
        async (seed, deliveries) => {
          const stage = await platformStage(undefined, seed);

          const taken = await Promise.all(
            deliveries.map((nth) =>
              receiveLead(stage.context(), `delivery-${nth}`, lead(stage.schoolId)),
            ),
          );
          await carryOutAll(stage);
          await carryOutAll(stage);

          const distinct = new Set(deliveries).size;
          expect(taken.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(distinct);
          expect(stage.world.rowsOf('registration')).toHaveLength(distinct);
          const students = stage.world.rowsOf('membership').filter((row) => row.student);
          expect(students).toMatchObject([{ email: 'liv@example.dk', status: 'pending' }]);
          const mails = outboxEvents(stage.world).filter(({ name }) =>
            ['StudentEnrolled', 'RegistrationRepeated'].includes(name),
          );
          expect(mails).toHaveLength(1);
        },
      ),
      { numRuns: 25 },
    );
  });

  it.each([
    ['an id that is nobody’s', `sch_${'0'.repeat(26)}`],
    ['a slug that is nobody’s', 'ukendt'],
    ['a reference that could reach into other keys', 'x#y'],
  ])('for %s is quarantined with what was sent', async (_, schoolRef) => {
    const { world, context } = await platformStage();

    const taken = await receiveLead(context(), 'd', lead(schoolRef));

    expect(taken).toEqual({ outcome: 'quarantined', reason: 'unknown_school' });
    expect(world.rowsOf('platform-delivery')).toMatchObject([
      { status: 'quarantined', reason: 'unknown_school', body: { schoolRef } },
    ]);
    expect(world.rowsOf('registration')).toEqual([]);
  });
});

describe('what is quarantined', () => {
  const quarantined = async () => {
    const stage = await platformStage();
    await receiveLead(stage.context(), 'd', lead('sydby'));
    const [{ id = '' } = {}] = await listQuarantine(stage.world.store);
    return { ...stage, id };
  };

  it('is listed by what it names, and nobody’s name', async () => {
    const { world, id } = await quarantined();

    expect(await listQuarantine(world.store)).toEqual([
      {
        ...{ id, platform: 'findkoreskole', reason: 'unknown_school', reference: 'sydby' },
        createdAt: expect.any(String),
      },
    ]);
  });

  it('stays until its cause is gone, and is then released once, however many ask', async () => {
    const { context, world, id } = await quarantined();
    expect(await releaseDelivery(context(), id)).toMatchObject({ outcome: 'quarantined' });
    const schoolId = await givenSchool(world, 'sydby');
    await changeSettings(context(), schoolId, { integrations: { findkoreskole: true } });

    const taken = await Promise.all([
      releaseDelivery(context(), id),
      releaseDelivery(context(), id),
      receiveLead(context(), 'd', lead('sydby')),
    ]);

    expect(taken.map(({ outcome }) => outcome).sort()).toEqual([
      ...['accepted', 'duplicate', 'duplicate'],
    ]);
    expect(world.rowsOf('registration')).toMatchObject([{ schoolId }]);
    expect(await listQuarantine(world.store)).toEqual([]);
  });

  it('and given up keeps nothing of anybody, and does not come back with a further copy', async () => {
    const { context, world, id } = await quarantined();

    await dropDelivery(context(), id);

    expect(JSON.stringify(world.rowsOf('platform-delivery'))).not.toContain('Liv');
    expect(await receiveLead(context(), 'd', lead('sydby'))).toEqual({ outcome: 'duplicate' });
    await expect(dropDelivery(context(), id)).rejects.toThrow('not found');
  });

  it('of a theory result is released once its student is there', async () => {
    const { context, schoolId, world } = await platformStage({
      ...{ eTeori: false, findkoreskole: false },
    });
    const { id: studentRef } = await enrolStudent(context(), schoolId, registrationForm());
    const takenAt = instant('2026-11-20T13:00:00Z');
    const result = { studentRef, test: 'Prøve 1', passed: true, score: 24, takenAt };
    await receiveResult(context(), 'a', result);
    const [{ id = '' } = {}] = await listQuarantine(world.store);
    await changeSettings(context(), schoolId, { integrations: { eTeori: true } });

    await releaseDelivery(context(), id);

    expect(world.rowsOf('theory-result')).toMatchObject([{ studentId: studentRef, score: 24 }]);
  });
});

describe('a theory result', () => {
  const result = (studentRef: string, overrides = {}) => ({
    ...{ studentRef, test: 'Prøve 1', passed: true, score: 24 },
    takenAt: instant('2026-11-20T13:00:00Z'),
    ...overrides,
  });

  const progressOf = async ({ store }: World, schoolId: SchoolId, id: string) => {
    const student = await readStudent(store, schoolId, id, SCHOOL_WIDE);
    return readProgress(store, student, 'Europe/Copenhagen');
  };

  it('is kept once, corrected by a later one, and shown oldest first in the progress', async () => {
    const { context, schoolId, world } = await platformStage();
    const { id } = await enrolStudent(context(), schoolId, registrationForm());
    const before = await progressOf(world, schoolId, id);
    const earlier = { test: 'Prøve 0', takenAt: instant('2026-11-19T13:00:00Z'), passed: false };

    await receiveResult(context(), 'a', result(id));
    await receiveResult(context(), 'a', result(id, { score: 1 }));
    await receiveResult(context(), 'b', result(id));
    await receiveResult(context(), 'c', result(id, earlier));
    await receiveResult(context(), 'd', result(id, { score: 25 }));

    const { takenAt } = result(id);
    expect(before.theoryTests).toEqual([]);
    expect(await progressOf(world, schoolId, id)).toEqual({
      ...before,
      theoryTests: [
        { ...{ test: 'Prøve 0', passed: false, score: 24 }, takenAt: earlier.takenAt },
        { ...{ test: 'Prøve 1', passed: true, score: 25 }, takenAt },
      ],
    });
    const told = outboxEvents(world).filter(({ name }) => name === 'TheoryResultReceived');
    expect(told.map(({ subject }) => subject.version)).toEqual([1, 1, 2]);
  });

  it('of a school that has not opted in is quarantined', async () => {
    const { context, schoolId, world } = await platformStage({
      ...{ eTeori: false, findkoreskole: false },
    });
    const { id } = await enrolStudent(context(), schoolId, registrationForm());

    expect(await receiveResult(context(), 'a', result(id))).toEqual({
      ...{ outcome: 'quarantined', reason: 'not_opted_in' },
    });
    expect(world.rowsOf('theory-result')).toEqual([]);
  });
});
