/**
 * The queues that any function may send to by its contract. Constants only: infra makes them, the
 * functions read their addresses from the environment.
 */
export const QUEUE_NAMES = ['email', 'sms', 'stripe', 'reconciliation'] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];
