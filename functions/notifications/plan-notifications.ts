import { tellAbout } from '../../domain/notifications/create-notification.ts';
import { eventHandler } from '../shared/event-handler.ts';
import { outgoingQueues } from '../shared/outgoing-queues.ts';
import { planNotificationsWorker } from './plan-notifications.contract.ts';

export const handler = eventHandler(planNotificationsWorker, async (event, context) => {
  await tellAbout(context, event, outgoingQueues);
});
