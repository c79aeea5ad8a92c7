import type { RecordFacts } from '../../domain/notifications/record-facts.ts';
import { instant } from '../../domain/shared/instant.ts';

/** A lesson in a student's record, as a message to the student tells it. */
export function aSignedLesson(overrides: Partial<RecordFacts> = {}): RecordFacts {
  return {
    kind: 'road',
    times: {
      startsAt: instant('2026-11-24T09:00:00.000Z'),
      endsAt: instant('2026-11-24T09:45:00.000Z'),
    },
    timeZone: 'Europe/Copenhagen',
    typeName: 'Kørelektion',
    teacherName: 'Åse Østergaard',
    studentName: 'Mette Jørgensen',
    role: 'student',
    modules: ['Vejkryds', 'Parkering'],
    head: { count: 3, hash: 'ab'.repeat(32) },
    ...overrides,
  };
}

export const A_PAUSE = { days: 60, lastTaughtOn: '2026-04-12', resumeBy: '2026-07-11' };
