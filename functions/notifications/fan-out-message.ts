import { fanOut } from '../../domain/notifications/fan-out.ts';
import { staffMessageWritten } from '../../events/notifications.ts';
import { eventHandler } from '../shared/event-handler.ts';
import { outgoingQueues } from '../shared/outgoing-queues.ts';
import { fanOutMessageWorker } from './fan-out-message.contract.ts';

/** Long enough for the senders to have taken most of a window. */
const LOOK_AGAIN_SECONDS = 2;

export const handler = eventHandler(fanOutMessageWorker, async (event, context, { putBack }) => {
  const { messageId } = staffMessageWritten.schema.parse(event.data);
  const told = { schoolId: event.schoolId ?? '', messageId, eventId: event.id };
  if ((await fanOut(context, told, outgoingQueues)) === 'again') await putBack(LOOK_AGAIN_SECONDS);
});
