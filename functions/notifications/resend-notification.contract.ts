import { notificationParams, notificationResource } from '../shared/notification-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { noBody } from '../shared/schemas.ts';

export const resendNotificationRoute = defineOperation({
  name: 'resend-notification',
  method: 'POST',
  path: '/schools/{schoolId}/notifications/{notificationId}/resend',
  summary: 'Sends a notification once more, as a new one that names the first.',
  who: { school_admin: 'school', office: 'departments' },
  params: notificationParams,
  body: noBody,
  response: { status: 201, body: notificationResource },
  errors: ['conflict'],
  needs: { table: 'write', keys: true },
});
