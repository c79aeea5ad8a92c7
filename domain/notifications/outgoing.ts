import type { Channel } from './notification.ts';

/** What lies in a sender's queue: where the row is, and nothing about anybody. */
export type OutgoingMessage = { owner: string; notificationId: string };

/** The queues to the senders. Resolves once the message is safely in the queue. */
export type OutgoingQueues = {
  enqueue(channel: Channel, message: OutgoingMessage): Promise<void>;
};
