import { planTasks } from '../../domain/integrations/plan-tasks.ts';
import { eventHandler } from '../shared/event-handler.ts';
import { integrationQueues } from '../shared/integration-queues.ts';
import { planPlatformTasksWorker } from './plan-platform-tasks.contract.ts';

export const handler = eventHandler(planPlatformTasksWorker, (event, context) =>
  planTasks(context, event, integrationQueues),
);
