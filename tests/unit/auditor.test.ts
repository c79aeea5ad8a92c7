import { beforeAll, describe, expect, it } from 'vitest';
import type { Row } from '../../domain/store/port.ts';
import { plantedBookings } from '../support/audit/planted-bookings.ts';
import { plantedIntegrations } from '../support/audit/planted-integrations.ts';
import { plantedLearning } from '../support/audit/planted-learning.ts';
import { plantedMessages } from '../support/audit/planted-messages.ts';
import { plantedMoney } from '../support/audit/planted-money.ts';
import { plantedNotices } from '../support/audit/planted-notices.ts';
import { plantedOnline } from '../support/audit/planted-online.ts';
import { plantedRows } from '../support/audit/planted-rows.ts';
import type { Sample } from '../support/audit/sample.ts';
import { audit, type Extras, expectSound, INVARIANTS } from '../support/auditor.ts';
import { sampleSchool } from '../support/sample-school.ts';
import { createWorld, TEST_KEYS } from '../support/store-world.ts';

let original: { rows: Row[]; extras: Extras };
beforeAll(async () => {
  original = await sampleSchool(createWorld());
});

function copy(): Sample {
  const rows = structuredClone(original.rows);
  const { keys: _, ...plain } = original.extras;
  const extras = {
    ...structuredClone({ ...plain, carried: [...(plain.carried ?? [])], deadLetters: [] }),
    keys: TEST_KEYS,
  };
  const of = (kind: string) => rows.filter((row) => row.__edb_e__ === kind);
  return {
    rows,
    extras,
    of,
    one(kind, fits = () => true) {
      const found = of(kind).find(fits);
      if (!found) throw new Error(`the sample has no such ${kind}`);
      return found;
    },
    drop: (row) => rows.splice(rows.indexOf(row), 1),
  };
}

const PLANTED = {
  ...plantedRows,
  ...plantedMoney,
  ...plantedOnline,
  ...plantedBookings,
  ...plantedLearning,
  ...plantedMessages,
  ...plantedNotices,
  ...plantedIntegrations,
};

describe('the auditor', () => {
  it('finds nothing in rows that the use cases wrote', () => {
    const { rows, extras } = copy();

    expect(audit(rows, extras)).toEqual([]);
    expect(() => expectSound(rows, extras)).not.toThrow();
  });

  it('finds nothing in an empty table', () => {
    expect(audit([], { carried: [], deadLetters: [], keys: TEST_KEYS })).toEqual([]);
  });

  it('knows a planted violation of every invariant', () => {
    expect(Object.keys(PLANTED).sort()).toEqual(INVARIANTS.map(({ name }) => name).sort());
  });

  describe.each(INVARIANTS)('holds that $name', ({ name }) => {
    const planted = PLANTED[name] ?? [];

    it.each(planted.map((damage, i) => [i + 1, damage] as const))(
      'and catches planted violation %i',
      (_, damage) => {
        const sample = copy();

        damage(sample);

        const caught = audit(sample.rows, sample.extras).filter(
          ({ invariant }) => invariant === name,
        );
        expect(caught).not.toEqual([]);
        expect(caught[0]?.sentence).toMatch(/\w+ .*\w/);
      },
    );
  });

  it('takes a change whose event is in a dead-letter queue for told', () => {
    const { rows, extras } = copy();
    const lost = extras.carried.filter(({ name }) => name === 'InvoiceIssued');
    extras.carried = extras.carried.filter((event) => !lost.includes(event));
    extras.deadLetters = lost.map((event) => JSON.stringify({ detail: event }));

    expect(audit(rows, extras)).toEqual([]);
  });

  it('reports with every violation, a sentence each', () => {
    const { rows, extras, one } = copy();
    one('balance').issued = 1;
    const { pk } = one('balance');

    expect(() => expectSound(rows, extras)).toThrow(
      `a balance is the sum of its ledger, in each of its parts: ${pk} states a balance of 1; its ledger sums to 50000`,
    );
  });
});
