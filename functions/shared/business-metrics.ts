import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Channel, NotificationStatus } from '../../domain/notifications/notification.ts';
import { log } from './log.ts';

/**
 * The business's own figures, counted where they pass anyway: every event by its name in the relay of
 * the outbox, every message by channel and status where that is saved. No request pays for them, and
 * no dimension names a school: each would be a metric of its own, on the bill, too.
 *
 * The relay publishes at least once, so a figure may be a little high; a message that a newer change
 * of its booking replaced before any sender had it is not among them. The table alone is exact.
 */
let metrics: Metrics | undefined;

/** Counts events that the bus has taken; the metric has the event's name, such as `BookingConfirmed`. */
export function reportEvents(names: readonly string[]): void {
  if (names.length === 0) return;
  metrics ??= new Metrics();
  for (const [name, { length }] of Map.groupBy(names, (name) => name)) {
    metrics.addMetric(name, MetricUnit.Count, length);
  }
  metrics.publishStoredMetrics();
}

/** Counts a message whose status has changed, as `email.sent`; null: it has not. */
export function reportMessage(channel: Channel, status: NotificationStatus | null): void {
  if (status === null) return;
  metrics ??= new Metrics();
  metrics.addMetric(`${channel}.${status}`, MetricUnit.Count, 1);
  metrics.publishStoredMetrics();
  log.info('message', { channel, status });
}
