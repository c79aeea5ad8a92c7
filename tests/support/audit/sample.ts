import type { Row } from '../../../domain/store/port.ts';
import type { EventEnvelope } from '../../../events/define.ts';
import type { Extras } from './invariant.ts';

/** A sound table, copied for one test, and handles to damage it by. */
export type Sample = {
  rows: Row[];
  extras: Extras & { carried: EventEnvelope[]; deadLetters: string[] };
  of(kind: string): Row[];
  /** the first row of a kind that fits; the sample is made so that there is one */
  one(kind: string, fits?: (row: Row) => boolean): Row;
  drop(row: Row): void;
};

/** Damage that only a bug would do. Several to an invariant: each must be caught by itself. */
export type Planted = Record<string, readonly ((sample: Sample) => unknown)[]>;

export const set = (target: object, changes: object) => Object.assign(target, changes);

export function unset(row: Row, ...fields: readonly string[]): void {
  for (const field of fields) delete row[field];
}

export const withRole = (role: string) => (row: Row) => (row.roles as string[]).includes(role);
