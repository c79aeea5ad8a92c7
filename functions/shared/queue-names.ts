/** The queues that functions send to. A queue needs its variable in `QUEUE_URLS` and a consumer. */
export const QUEUE_NAMES = ['email', 'sms', 'deliveries'] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];
