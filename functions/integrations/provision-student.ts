import { provisionStudent } from '../../domain/integrations/provision-student.ts';
import { eTeoriAdapter } from '../shared/e-teori.ts';
import { readTaskMessage } from '../shared/integration-queues.ts';
import { log } from '../shared/log.ts';
import { connectionTo, onPause } from '../shared/platform-connection.ts';
import { queueHandler } from '../shared/queue-handler.ts';
import { createContext } from '../shared/runtime.ts';
import { provisionStudentWorker } from './provision-student.contract.ts';

export const handler = queueHandler(
  provisionStudentWorker,
  async ({ body, messageId, receiveCount }) => {
    const message = readTaskMessage(body);
    log.info('telling e-teori', { messageId, ...message });
    const context = await createContext(
      { kind: 'system', name: provisionStudentWorker.name },
      messageId,
    );
    const platform = eTeoriAdapter(await connectionTo('e-teori'));
    await provisionStudent(context, message, platform, {
      receiveCount,
      onPause: onPause('e-teori'),
    });
  },
);
