import { CATALOGUE, type EventName } from '../../events/catalogue.ts';

/** Events that are not a school's own, or would only tell an endpoint about itself. */
const WITHHELD: readonly EventName[] = [
  'PasswordResetRequested',
  'PasswordChanged',
  'WebhookEndpointDisabled',
];

/** The events a school may have sent to its own systems, from the catalogue. */
export const WEBHOOK_EVENTS = CATALOGUE.map(({ name }) => name).filter(
  (name) => !WITHHELD.includes(name),
) as [EventName, ...EventName[]];
