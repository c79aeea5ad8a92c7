import { resend } from '../../domain/notifications/resend.ts';
import { created } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { resendNotificationRoute } from './resend-notification.contract.ts';

export const handler = apiHandler(resendNotificationRoute, async ({ params, caller, context }) => {
  const { schoolId, notificationId } = params;
  const again = await resend(context, schoolId, caller.scope, notificationId);
  return created(`/schools/${schoolId}/notifications/${again.id}`, again);
});
