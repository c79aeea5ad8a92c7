import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

/**
 * The metrics of our own that alarms watch. Namespace and service, their only dimension, come
 * from the function's environment (`POWERTOOLS_METRICS_NAMESPACE`, `POWERTOOLS_SERVICE_NAME`).
 */
export const OUTBOX_AGE_METRIC = 'OutboxOldestSeconds';
export const PLATFORM_PAUSE_METRIC = 'PlatformPausedSeconds';
export const QUARANTINE_METRIC = 'QuarantinedDeliveries';

let metrics: Metrics | undefined;

/** Tells the age of the oldest event that is still in the outbox; 0 when it is empty. */
export function reportOutboxAge(seconds: number): void {
  report(OUTBOX_AGE_METRIC, MetricUnit.Seconds, seconds);
}

/** Tells for how long a platform that is left alone has been failing. */
export function reportPlatformPause(seconds: number): void {
  report(PLATFORM_PAUSE_METRIC, MetricUnit.Seconds, seconds);
}

/** Tells that a platform's delivery could not be placed. */
export function reportQuarantine(): void {
  report(QUARANTINE_METRIC, MetricUnit.Count, 1);
}

function report(name: string, unit: (typeof MetricUnit)[keyof typeof MetricUnit], value: number) {
  metrics ??= new Metrics();
  metrics.addMetric(name, unit, value);
  metrics.publishStoredMetrics();
}
