import { tellAbout } from '../../domain/notifications/create-notification.ts';
import { eventHandler } from '../shared/event-handler.ts';
import { log } from '../shared/log.ts';
import { outgoingQueues } from '../shared/outgoing-queues.ts';
import { planNotificationsWorker } from './plan-notifications.contract.ts';

export const handler = eventHandler(planNotificationsWorker, async (event, context) => {
  const rows = await tellAbout(context, event, outgoingQueues);
  const notifications = rows.map(({ notificationId }) => notificationId);
  log.info('planned', { event: event.name, eventId: event.id, notifications });
});
