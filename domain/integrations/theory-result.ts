import type { TheoryResultRow } from './theory-result.entity.ts';

/** A theory test as progress shows it. */
export type TheoryTest = {
  /** as e-teori.dk names it */
  test: string;
  passed: boolean;
  /** points, as e-teori.dk counts them */
  score: number;
  takenAt: string;
};

/** The theory tests of one student, in the order of their rows: oldest first. */
export function theoryTests(rows: readonly TheoryResultRow[]): TheoryTest[] {
  return rows.map(({ test, passed, score, takenAt }) => ({ test, passed, score, takenAt }));
}
