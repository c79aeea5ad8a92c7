import { readNotification } from '../../domain/notifications/list-notifications.ts';
import { notificationView } from '../../domain/notifications/views.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { getNotificationRoute } from './get-notification.contract.ts';

export const handler = apiHandler(getNotificationRoute, async ({ params, caller, context }) => {
  const { schoolId, notificationId } = params;
  return ok(
    notificationView(await readNotification(context, schoolId, caller.scope, notificationId)),
  );
});
