import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryOutRegistration } from '../../domain/people/carry-out-registration.ts';
import { enrolStudent } from '../../domain/people/enrol-student.ts';
import { receiveRegistration } from '../../domain/people/receive-registration.ts';
import { expectSound } from '../support/auditor.ts';
import { TEST_SEED } from '../support/random.ts';
import { givenSchool, outboxEvents, registrationForm, tellAll } from '../support/sample-school.ts';
import { createWorld, idempotencyScope, TEST_KEYS, type World } from '../support/store-world.ts';

const RATES = { conflict: 0.15, throttle: 0.05, 'timeout-before': 0.05, 'timeout-after': 0.15 };

const audited = (world: World) =>
  expectSound(world.twin.rows(), { carried: outboxEvents(world), keys: TEST_KEYS });

const seeds = fc.integer({ min: 1, max: 2 ** 31 });

describe('a school under races and faults', () => {
  it('numbers the invoices of fifty students enrolled at once without gap or repeat', async () => {
    const world = createWorld({ rates: { conflict: 0.1 } });
    const school = await givenSchool(world, 'nordby');

    const students = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        enrolStudent(world.context(), school, registrationForm({ email: `s${i}@example.dk` })),
      ),
    );

    expect(new Set(students.map(({ id }) => id)).size).toBe(50);
    expect(world.rowsOf('invoice').map(({ number }) => number)).toHaveLength(50);
    audited(world);
  });

  it('makes one identity, one membership and one invoice of eight registrations of one address', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const world = createWorld({ seed, rates: RATES });
        const school = await givenSchool(world, 'nordby');
        const sent = await Promise.all(
          Array.from({ length: 8 }, () =>
            receiveRegistration(world.context(), school, registrationForm()),
          ),
        );

        // Each message comes twice.
        await Promise.all(
          [...sent, ...sent].map(({ registrationId }) =>
            carryOutRegistration(world.context(), school, registrationId),
          ),
        );
        await tellAll(world);
        await tellAll(world);

        const students = world.rowsOf('membership').filter(({ student }) => student !== undefined);
        expect(students).toHaveLength(1);
        expect(world.rowsOf('person')).toHaveLength(2);
        expect(world.rowsOf('invoice')).toMatchObject([{ status: 'draft' }]);
        expect(world.rowsOf('notification').map(({ kind }) => kind)).toEqual([
          'invitation',
          'welcome',
        ]);
        audited(world);
      }),
      { numRuns: 25, seed: TEST_SEED },
    );
  });

  it('enrols one student for a request that was sent four times at once', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const world = createWorld({ seed, rates: RATES });
        const school = await givenSchool(world, 'nordby');
        const context = world.context({ idempotency: idempotencyScope() });

        const answers = await Promise.all(
          Array.from({ length: 4 }, () => enrolStudent(context, school, registrationForm())),
        );

        expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
        expect(world.rowsOf('invoice')).toHaveLength(1);
        audited(world);
      }),
      { numRuns: 25, seed: TEST_SEED },
    );
  });
});
