import { sendBySms } from '../../domain/notifications/send-notification.ts';
import { reportMessage } from '../shared/business-metrics.ts';
import { ENV, requireEnvironment } from '../shared/environment.ts';
import { beginSending, outgoingQueues, readOutgoingMessage } from '../shared/outgoing-queues.ts';
import { queueHandler } from '../shared/queue-handler.ts';
import { createContext } from '../shared/runtime.ts';
import { readSecret } from '../shared/secrets.ts';
import { sendingLimits } from '../shared/sending-limits.ts';
import { readTwilioCredentials, twilioProvider } from '../shared/sms-sender.ts';
import { sendSmsWorker } from './send-sms.contract.ts';

const options = {
  portalUrl: requireEnvironment(ENV.portalUrl),
  allowList: requireEnvironment(ENV.messageAllowList),
  limits: sendingLimits,
  onClaim: beginSending,
  queues: outgoingQueues,
};
const address = {
  apiUrl: requireEnvironment(ENV.twilioApiUrl),
  statusCallback: `${requireEnvironment(ENV.publicApiUrl)}/webhooks/twilio/status`,
};

export const handler = queueHandler(sendSmsWorker, async ({ body, messageId }) => {
  const message = readOutgoingMessage(body);
  const context = await createContext({ kind: 'system', name: sendSmsWorker.name }, messageId);
  const credentials = readTwilioCredentials(
    await readSecret(requireEnvironment(ENV.twilioSecretId)),
  );
  const provider = twilioProvider(credentials, address);
  const { status } = await sendBySms(context, message, provider, options);
  reportMessage('sms', status);
});
