import type { EntityItem } from 'electrodb';
import { SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';

/** One item is one theory test that a student took with e-teori.dk, as it was told last. */
export const theoryResultEntity = tableEntity(
  {
    model: { entity: 'theory-result', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      studentId: { type: 'string', required: true },
      /** derived from student, test and time: the same result told again is the same row */
      resultId: { type: 'string', required: true },
      test: { type: 'string', required: true },
      passed: { type: 'boolean', required: true },
      /** points, as e-teori counts them */
      score: { type: 'number', required: true },
      takenAt: { type: 'string', required: true },
      receivedAt: { type: 'string', required: true },
      version: { type: 'number', required: true },
    },
    indexes: { byStudent: KEYS.theoryResult },
  },
  TABLE,
);

export type TheoryResultRow = EntityItem<typeof theoryResultEntity>;
