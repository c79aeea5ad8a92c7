import { notificationParams, notificationResource } from '../shared/notification-resources.ts';
import { defineOperation } from '../shared/operation.ts';

export const getNotificationRoute = defineOperation({
  name: 'get-notification',
  method: 'GET',
  path: '/schools/{schoolId}/notifications/{notificationId}',
  summary: 'One notification.',
  who: { school_admin: 'school', office: 'departments' },
  params: notificationParams,
  response: { status: 200, body: notificationResource },
  needs: { table: 'read' },
});
