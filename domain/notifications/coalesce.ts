import type { Times } from './notification.ts';

/**
 * When a person is told of a change of a booking. Whoever moves a lesson three times in two minutes
 * means the last of them:
 *
 *   v1 confirmed  ── at once                        covered 1
 *   v2 moved      ── waits until 10:02              covered 1, pending 2
 *   v4 moved      ── waits until 10:02, v2 is over  covered 1, pending 4
 *   v3 moved      ── outdated: came too late
 *   10:02 sweep   ── v4 goes                        covered 4
 *   v5 cancelled  ── at once, whatever waited is over
 *
 * The wait is counted from the first change, so that somebody who keeps moving a lesson cannot keep
 * everybody in the dark. A cancellation never waits, nor does the word to a student who is taken out:
 * for them it is one. Whether what waited is news at all when its time has come, the
 * sender judges (`said.ts`).
 */
export type Told = Times & {
  covered: number;
  standing: boolean;
  pending?: Pending | undefined;
};

/** The newest change that waits: its message, and what it will have told. */
export type Pending = Times & {
  version: number;
  standing: boolean;
  notificationId: string;
  notBefore: string;
};

/** `mayWait` is false for a cancellation. */
export type Change = { version: number; standing: boolean; mayWait: boolean };

export type Moment =
  /** an older story than the one told or waiting */
  | 'outdated'
  /** the first word, a cancellation, or any change for schools that do not wait */
  | 'at_once'
  | 'waits';

export function momentOf(told: Told | null, change: Change, coalesceSeconds: number): Moment {
  if (told && change.version <= (told.pending?.version ?? told.covered)) return 'outdated';
  // Who believes to be out learns at once that they are in.
  if (!told?.standing || !change.mayWait || coalesceSeconds === 0) return 'at_once';
  return 'waits';
}
