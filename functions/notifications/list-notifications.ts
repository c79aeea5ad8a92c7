import { listNotifications } from '../../domain/notifications/list-notifications.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { listNotificationsRoute } from './list-notifications.contract.ts';

export const handler = apiHandler(
  listNotificationsRoute,
  async ({ params, query, caller, context }) =>
    ok(await listNotifications(context, params.schoolId, caller.scope, query)),
);
