import type { Row } from '../../domain/store/port.ts';
import type { State } from '../../local/state.ts';

/** A running stack as a driver sees it. */
export type BenchStack = {
  state: State;
  /** gives an order to the control address; `path` begins after `/_local` */
  // biome-ignore lint/suspicious/noExplicitAny: controls answer any shape
  control(method: string, path: string, body?: unknown): Promise<any>;
  /** asks the API; throws unless the answer is a success */
  api(
    method: string,
    path: string,
    options?: { token?: string; body?: unknown },
    // biome-ignore lint/suspicious/noExplicitAny: operations answer any shape
  ): Promise<any>;
  /** an access token of one of the seed's people, new each time: the clock moves */
  signIn(role: string): Promise<string>;
  rows(): Promise<Row[]>;
};

export const CASES = [
  '500',
  '429 + Retry-After',
  'timeout',
  'accept, then timeout',
  '400',
  'permanent code',
] as const;
export type CaseName = (typeof CASES)[number];

/** What one case came to: before anybody did anything, and after the provider was well again. */
export type Outcome = {
  /** requests at the stand-in */
  calls: number;
  status: string;
  /** messages among the dead letters */
  dead: number;
  /** what it took: `redrive`, `time` (two hours), or nothing */
  recovery: 'redrive' | 'time' | '-';
  callsAfter: number;
  /** what really arrived in the end */
  received: number;
  statusAfter: string;
};

/** How one provider is made to be told something, and how one sees what became of it. */
export type ProviderDriver = {
  name: string;
  /** as `/_local/faults` names it */
  provider: string;
  /** the code of a refusal for good, for the sixth case */
  permanentCode: string | number | null;
  /** short name of the queue, for the redrive */
  deadLetterQueue: string;
  prepare(stack: BenchStack): Promise<void>;
  /** causes one thing to be told; answers what names it */
  trigger(stack: BenchStack): Promise<string>;
  /** what became of it, in a word or two */
  status(stack: BenchStack, reference: string): Promise<string>;
  /** how often it really arrived */
  received(stack: BenchStack, reference: string): Promise<number>;
  /** what the documentation promises; the command ends with 1 where it is otherwise */
  expected?: Record<CaseName, Outcome>;
};

/** An expected outcome in one line: calls, status, dead letters, recovery, calls after, received, status after. */
export function outcome(
  ...[calls, status, dead, recovery, callsAfter, received, statusAfter]: [
    number,
    string,
    number,
    Outcome['recovery'],
    number,
    number,
    string,
  ]
): Outcome {
  return { calls, status, dead, recovery, callsAfter, received, statusAfter };
}
