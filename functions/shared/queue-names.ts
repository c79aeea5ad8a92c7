/**
 * The queues that any function may send to by its contract. Constants only: infra makes them, the
 * functions read their addresses from the environment. A queue needs its variable in `QUEUE_URLS`
 * and a consumer.
 */
export const QUEUE_NAMES = [
  'email',
  'sms',
  'deliveries',
  'stripe',
  'reconciliation',
  'e-teori',
  'findkoreskole',
  'webhooks',
] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];
