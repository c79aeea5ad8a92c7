import { DomainError } from './errors.ts';

/** Holds a change to the version its author saw. Throws `stale_version` (412) when it has moved on. */
export function requireVersion(current: number, expected: number | undefined): void {
  if (expected !== undefined && expected !== current) {
    throw new DomainError('stale_version', `The current version is ${current}, not ${expected}.`, {
      version: current,
    });
  }
}
