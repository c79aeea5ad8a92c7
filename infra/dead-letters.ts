import type { Stage } from './config.ts';
import { PRODUCT, physicalName } from './names.ts';

/** Queues of dead letters that are no messages to be worked: why there is nothing to send back. */
const NOTHING_TO_REDRIVE: Readonly<Record<string, string>> = {
  'relay-outbox':
    'it holds positions in the stream, not events: the sweep publishes what is left in the outbox',
  sweep: 'the next run does the same work',
  'schedule-reconciliation': 'the next day looks as far back',
};
/** Rules that feed a queue of another name. */
const RULE_FEEDS: Readonly<Record<string, string>> = { 'mail-reports': 'deliveries' };

/**
 * From which queue dead letters are taken and to which they go, by their physical names. What a rule
 * could not hand over goes to the queue it was for.
 *
 *   `email`, `email-dlq`, `just-driving-dev-email-dlq`   -> email-dlq -> email
 *   `plan-notifications-rule-dlq`                        -> ...-rule-dlq -> plan-notifications
 *
 * @throws Error with one sentence for queues whose letters are not sent back
 */
export function deadLettersOf(stage: Stage, queue: string): { from: string; to: string } {
  const name = queue.replace(`${PRODUCT}-${stage}-`, '').replace(/-dlq$/, '');
  const reason = NOTHING_TO_REDRIVE[name];
  if (reason !== undefined) throw new Error(`${name}: nothing to redrive; ${reason}`);
  const rule = /^(.*)-rule$/.exec(name)?.[1];
  const to = rule === undefined ? name : (RULE_FEEDS[rule] ?? rule);
  return { from: physicalName(stage, `${name}-dlq`), to: physicalName(stage, to) };
}
