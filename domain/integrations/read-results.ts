import type { Store } from '../store/store.ts';
import { theoryResultEntity } from './theory-result.entity.ts';

/** A theory test as progress shows it. */
export type TheoryResult = {
  id: string;
  test: string;
  passed: boolean;
  /** points, as e-teori counts them */
  score: number;
  takenAt: string;
};

/** The theory tests that a student took with e-teori.dk, oldest first. */
export async function readTheoryResults(
  store: Store,
  schoolId: string,
  studentId: string,
): Promise<TheoryResult[]> {
  const rows = await store.all(
    theoryResultEntity,
    theoryResultEntity.query.byStudent({ schoolId, studentId }),
  );
  return rows.map(({ resultId, test, passed, score, takenAt }) => ({
    ...{ id: resultId, test, passed, score, takenAt },
  }));
}
