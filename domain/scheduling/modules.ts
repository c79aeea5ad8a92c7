import { invalidField } from '../shared/errors.ts';

/** Each module once. Which modules a plan has, and what must come before, is judged with lessons. */
export function requireModules(moduleIds: readonly string[]): void {
  if (new Set(moduleIds).size !== moduleIds.length) {
    throw invalidField('/moduleIds', 'duplicate', '/moduleIds: names a module twice.');
  }
}
