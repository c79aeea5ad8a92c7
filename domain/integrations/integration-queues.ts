/** What lies in the queue to a platform: which task, and nothing about anybody. */
export type TaskMessage = { schoolId: string; subjectId: string };

/** What lies in the queue of webhooks. */
export type DeliveryMessage = { schoolId: string; endpointId: string; eventId: string };

/** The queues of this area. Each resolves once the message is safely in the queue. */
export type IntegrationQueues = {
  enqueue(platform: 'e-teori' | 'findkoreskole', message: TaskMessage): Promise<void>;
  enqueue(queue: 'webhooks', message: DeliveryMessage): Promise<void>;
};
