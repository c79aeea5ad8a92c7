import { tellByEmailInstead } from '../../domain/notifications/email-instead.ts';
import { trackDelivery } from '../../domain/notifications/track-delivery.ts';
import { reportMessage } from '../shared/business-metrics.ts';
import { readReport } from '../shared/delivery-reports.ts';
import { continueOnBehalfOf, log } from '../shared/log.ts';
import { outgoingQueues } from '../shared/outgoing-queues.ts';
import { queueHandler } from '../shared/queue-handler.ts';
import { createContext } from '../shared/runtime.ts';
import { trackDeliveryWorker } from './track-delivery.contract.ts';

/** A sender saves a message within seconds; whatever is unknown then was sent by somebody else. */
const TRIES_FOR_UNKNOWN = 4;

export const handler = queueHandler(
  trackDeliveryWorker,
  async ({ body, messageId, receiveCount }) => {
    const report = readReport(body);
    if (!report) return;
    const context = await createContext(
      { kind: 'system', name: trackDeliveryWorker.name },
      messageId,
    );
    const tracked = await trackDelivery(context, report);
    if (tracked.outcome === 'tracked') {
      const { row, became } = tracked;
      continueOnBehalfOf(row.correlationId);
      reportMessage(row.channel, became);
      await tellByEmailInstead(context, row, outgoingQueues);
      return;
    }
    if (receiveCount < TRIES_FOR_UNKNOWN) throw new Error('no such message yet');
    log.warn('report on a message that is not ours', { messageId });
  },
);
