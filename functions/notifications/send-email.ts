import { sendByEmail } from '../../domain/notifications/send-notification.ts';
import { reportMessage } from '../shared/business-metrics.ts';
import { createSesClient, sesProvider } from '../shared/email-sender.ts';
import { ENV, requireEnvironment } from '../shared/environment.ts';
import { beginSending, readOutgoingMessage } from '../shared/outgoing-queues.ts';
import { queueHandler } from '../shared/queue-handler.ts';
import { createContext } from '../shared/runtime.ts';
import { sendingLimits } from '../shared/sending-limits.ts';
import { sendEmailWorker } from './send-email.contract.ts';

const options = {
  portalUrl: requireEnvironment(ENV.portalUrl),
  allowList: requireEnvironment(ENV.messageAllowList),
  limits: sendingLimits,
  onClaim: beginSending,
};
const provider = sesProvider(createSesClient(), {
  senderEmail: requireEnvironment(ENV.senderEmail),
  configurationSet: requireEnvironment(ENV.configurationSet),
});

export const handler = queueHandler(sendEmailWorker, async ({ body, messageId }) => {
  const message = readOutgoingMessage(body);
  const context = await createContext({ kind: 'system', name: sendEmailWorker.name }, messageId);
  const { status } = await sendByEmail(context, message, provider, options);
  reportMessage('email', status);
});
