import type { Store } from '../store/store.ts';
import { type WarningRow, warningEntity } from './warning.entity.ts';

/** What a student was warned and reminded of, oldest first. */
export function readWarnings(
  store: Store,
  schoolId: string,
  studentId: string,
): Promise<WarningRow[]> {
  return store.all(warningEntity, warningEntity.query.byEvent({ schoolId, studentId }));
}
