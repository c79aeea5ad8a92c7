import * as z from 'zod';
import {
  NOTIFICATION_KINDS,
  NOTIFICATION_STATUSES,
} from '../../domain/notifications/notification.ts';
import { notificationResource } from '../shared/notification-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { idOf, pageOf, paging, schoolParams } from '../shared/schemas.ts';

export const listNotificationsRoute = defineOperation({
  name: 'list-notifications',
  method: 'GET',
  path: '/schools/{schoolId}/notifications',
  summary: 'What the school has sent, newest first: to whom, and what became of it.',
  who: { school_admin: 'school', office: 'departments' },
  params: schoolParams,
  query: z.strictObject({
    ...paging,
    personId: idOf('per').optional(),
    status: z.enum(NOTIFICATION_STATUSES).optional(),
    kind: z.enum(NOTIFICATION_KINDS).optional(),
    channel: z.enum(['email', 'sms']).optional(),
  }),
  response: { status: 200, body: () => pageOf(notificationResource()) },
  needs: { table: 'read', indexes: ['bySchoolAndTime'], keys: true },
});
