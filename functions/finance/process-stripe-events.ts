import { settleAsked } from '../../domain/finance/online/ask-refund.ts';
import { handleNotice, handleWaiting } from '../../domain/finance/online/handle-facts.ts';
import { readSchool } from '../../domain/schools/read-schools.ts';
import type { Context } from '../../domain/store/context.ts';
import { ENV, requireEnvironment } from '../shared/environment.ts';
import { log } from '../shared/log.ts';
import { reportHandled, reportMoney } from '../shared/money-metrics.ts';
import { queueHandler } from '../shared/queue-handler.ts';
import { createContext } from '../shared/runtime.ts';
import { stripeOfStage } from '../shared/stripe-provider.ts';
import { readStripeMessage, type StripeMessage } from '../shared/stripe-queue.ts';
import { processStripeEventsWorker } from './process-stripe-events.contract.ts';

const livemode = requireEnvironment(ENV.stripeLivemode) === 'true';

export const handler = queueHandler(processStripeEventsWorker, async ({ body, messageId }) => {
  const message = readStripeMessage(body);
  const correlationId = message.kind === 'notice' ? message.notice.eventId : messageId;
  const actor = { kind: 'system', name: processStripeEventsWorker.name } as const;
  await carryOut(await createContext(actor, correlationId), message);
});

async function carryOut(context: Context, message: StripeMessage): Promise<void> {
  const provider = await stripeOfStage();
  const schoolOf = (schoolId: string) => readSchool(context.store, schoolId);
  switch (message.kind) {
    case 'notice': {
      const { eventId, type } = message.notice;
      const desk = { livemode, provider, readSchool: schoolOf };
      const { handled, ignored } = await handleNotice(context, desk, message.notice);
      log.info('stripe event handled', { eventId, type, handled, ignored });
      if (ignored) reportMoney('ignored', ignored);
      return reportHandled(handled);
    }
    case 'waiting': {
      const school = await schoolOf(message.schoolId);
      const { paymentIntentId } = message;
      return reportHandled(await handleWaiting(context, { provider }, school, paymentIntentId));
    }
    case 'asked': {
      const school = await schoolOf(message.schoolId);
      return reportHandled([await settleAsked(context, school, message, provider)]);
    }
  }
}
