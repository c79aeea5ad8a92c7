import { readAllowList } from '../../domain/integrations/address-guard.ts';
import { deliverWebhook } from '../../domain/integrations/deliver-webhook.ts';
import { ENV, requireEnvironment } from '../shared/environment.ts';
import { readDeliveryMessage } from '../shared/integration-queues.ts';
import { log } from '../shared/log.ts';
import { queueHandler } from '../shared/queue-handler.ts';
import { createContext } from '../shared/runtime.ts';
import { webhookCaller } from '../shared/webhook-caller.ts';
import { deliverWebhookWorker } from './deliver-webhook.contract.ts';

const egressUrl = requireEnvironment(ENV.webhookEgressUrl);
const caller = webhookCaller({
  allowList: readAllowList(requireEnvironment(ENV.webhookAllowList)),
  egressUrl: egressUrl === 'direct' ? null : egressUrl,
});

export const handler = queueHandler(deliverWebhookWorker, async ({ body, messageId }) => {
  const message = readDeliveryMessage(body);
  log.info('delivering', { messageId, ...message });
  const context = await createContext(
    { kind: 'system', name: deliverWebhookWorker.name },
    messageId,
  );
  await deliverWebhook(context, message, caller);
});
