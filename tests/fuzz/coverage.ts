import type { Target } from './targets.ts';

/** Operation -> what it was answered: `2xx` and codes. */
export type Reached = Map<string, Set<string>>;

/** Codes that no request can bring about: another one must come between, or a provider be down. */
const NEEDS_MORE_THAN_A_REQUEST: Readonly<Record<string, string>> = {
  busy: 'more writers of one row at once than the door waits for',
  payment_refused: 'Stripe refuses it',
  in_progress: 'the same request, while the first is at the provider',
  unavailable: 'Cognito is down',
};

/** What each operation's document promises and no request has met yet. */
export function missing(target: Target, reached: Reached): string[] {
  const met = reached.get(target.name) ?? new Set();
  return ['2xx', ...target.codes].filter(
    (code) => !met.has(code) && !(code in NEEDS_MORE_THAN_A_REQUEST),
  );
}
