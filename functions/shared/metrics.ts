import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

/**
 * The one metric of our own that an alarm watches. Namespace and service, its only dimension, come
 * from the function's environment (`POWERTOOLS_METRICS_NAMESPACE`, `POWERTOOLS_SERVICE_NAME`).
 */
export const OUTBOX_AGE_METRIC = 'OutboxOldestSeconds';

let metrics: Metrics | undefined;

/** Tells the age of the oldest event that is still in the outbox; 0 when it is empty. */
export function reportOutboxAge(seconds: number): void {
  metrics ??= new Metrics();
  metrics.addMetric(OUTBOX_AGE_METRIC, MetricUnit.Seconds, seconds);
  metrics.publishStoredMetrics();
}
