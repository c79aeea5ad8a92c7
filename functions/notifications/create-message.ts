import { writeMessage } from '../../domain/notifications/write-message.ts';
import { accepted } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { createMessageRoute } from './create-message.contract.ts';

export const handler = apiHandler(createMessageRoute, async ({ params, body, caller, context }) =>
  accepted(await writeMessage(context, params.schoolId, caller.scope, body)),
);
