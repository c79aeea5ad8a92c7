import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Attention, Handled } from '../../domain/finance/online/facts.ts';
import { log } from './log.ts';

/**
 * What is counted of online money. `attention` has an alarm: a person must look. Namespace and
 * service, its only dimension, come from the function's environment.
 */
export const MONEY_METRICS = {
  attention: 'MoneyAttention',
  ignored: 'StripeEventsIgnored',
  healed: 'PaymentsHealed',
} as const;

let metrics: Metrics | undefined;

/** Counts, and says in the log what of. */
export function reportMoney(
  metric: keyof typeof MONEY_METRICS,
  what: Attention | (string & {}),
  count = 1,
): void {
  if (count === 0) return;
  metrics ??= new Metrics();
  metrics.addMetric(MONEY_METRICS[metric], MetricUnit.Count, count);
  metrics.publishStoredMetrics();
  log.info('counted', { metric, what, count });
}

/** Calls somebody for each thing that needs one. */
export function reportHandled(handled: readonly Handled[]): void {
  for (const { attention } of handled) if (attention) reportMoney('attention', attention);
}
