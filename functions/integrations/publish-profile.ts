import { publishProfile } from '../../domain/integrations/publish-profile.ts';
import { findkoreskoleAdapter } from '../shared/findkoreskole.ts';
import { readTaskMessage } from '../shared/integration-queues.ts';
import { log } from '../shared/log.ts';
import { connectionTo, onPause } from '../shared/platform-connection.ts';
import { queueHandler } from '../shared/queue-handler.ts';
import { createContext } from '../shared/runtime.ts';
import { publishProfileWorker } from './publish-profile.contract.ts';

export const handler = queueHandler(
  publishProfileWorker,
  async ({ body, messageId, receiveCount }) => {
    const message = readTaskMessage(body);
    log.info('telling findkoreskole', { messageId, ...message });
    const context = await createContext(
      { kind: 'system', name: publishProfileWorker.name },
      messageId,
    );
    const platform = findkoreskoleAdapter(await connectionTo('findkoreskole'));
    await publishProfile(context, message, platform, {
      receiveCount,
      onPause: onPause('findkoreskole'),
    });
  },
);
