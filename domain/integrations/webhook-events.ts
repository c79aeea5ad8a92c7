import { CATALOGUE, type EventName } from '../../events/catalogue.ts';

/**
 * Events that are not a school's own, would only tell an endpoint about itself, or are a step of our own
 * work: what comes of a run or of a refund is told by its own event.
 */
const WITHHELD: readonly EventName[] = [
  'PasswordResetRequested',
  'PasswordChanged',
  'WebhookEndpointDisabled',
  'InvoiceRunContinued',
  'RefundRequested',
  'SuspenseRefundRequested',
];

/** The events a school may have sent to its own systems, from the catalogue. */
export const WEBHOOK_EVENTS = CATALOGUE.map(({ name }) => name).filter(
  (name) => !WITHHELD.includes(name),
) as [EventName, ...EventName[]];
