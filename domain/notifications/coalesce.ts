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
 * everybody in the dark. A lesson moved back to what was told before is told all the same: the time
 * alone does not say that nothing else changed (the place is in no event), the first message may not
 * have been sent because it was outdated already, and a message too many is better than a wrong belief.
 */
export type Told = Times & {
  covered: number;
  standing: boolean;
  pending?: Pending | undefined;
};

/** The newest change that waits: its message, and what it will have told. */
export type Pending = Times & { version: number; notificationId: string; notBefore: string };

export type Change = { version: number; standing: boolean };

export type Moment =
  /** an older story than the one told or waiting */
  | 'outdated'
  /** the first word, a cancellation, or any change for schools that do not wait */
  | 'at_once'
  | 'waits';

export function momentOf(told: Told | null, change: Change, coalesceSeconds: number): Moment {
  if (told && change.version <= (told.pending?.version ?? told.covered)) return 'outdated';
  // Of two cancellations in a row both are told: the reader was in again between them, so the first
  // may have been outdated before it was sent.
  if (!told?.standing || !change.standing || coalesceSeconds === 0) return 'at_once';
  return 'waits';
}
