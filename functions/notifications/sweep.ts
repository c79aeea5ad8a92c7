import type { Context as LambdaContext } from 'aws-lambda';
import { dueInvoices } from '../../domain/finance/due-invoices.ts';
import { askedRefunds } from '../../domain/finance/online/ask-refund.ts';
import { waitingFacts } from '../../domain/finance/online/waiting.ts';
import { dueDeliveries } from '../../domain/integrations/due-deliveries.ts';
import { dueTasks } from '../../domain/integrations/due-tasks.ts';
import { dueLessons } from '../../domain/learning/due-lessons.ts';
import { duePauses } from '../../domain/learning/due-pauses.ts';
import { untoldMessages } from '../../domain/notifications/fan-out.ts';
import { untouchedNotifications } from '../../domain/notifications/requeue.ts';
import { dueBookings } from '../../domain/scheduling/due-bookings.ts';
import { sweepDue } from '../../domain/store/sweep-due.ts';
import { eventBus } from '../shared/event-bus.ts';
import { integrationQueues } from '../shared/integration-queues.ts';
import { errorFacts, log } from '../shared/log.ts';
import { reportOutboxAge } from '../shared/metrics.ts';
import { outgoingQueues } from '../shared/outgoing-queues.ts';
import { outboxTable } from '../shared/publish-outbox.ts';
import { createContext } from '../shared/runtime.ts';
import { enqueueStripe } from '../shared/stripe-queue.ts';
import { sweepOutbox } from '../shared/sweep-outbox.ts';
import { sweepWorker } from './sweep.contract.ts';

/** Kept for finishing what has been begun when the time runs out. */
const MARGIN_MS = 20_000;

/** Everything that can fall due. A new kind of timed work is one more line here. */
const KINDS = [
  untouchedNotifications(outgoingQueues),
  dueBookings,
  dueLessons,
  duePauses,
  dueInvoices,
  waitingFacts(enqueueStripe),
  askedRefunds(enqueueStripe),
  dueTasks(integrationQueues),
  dueDeliveries(integrationQueues),
  untoldMessages,
];

export const handler = async (_event: unknown, lambda: LambdaContext): Promise<void> => {
  const context = await createContext(
    { kind: 'system', name: sweepWorker.name },
    lambda.awsRequestId,
  );
  const timeLeft = () => lambda.getRemainingTimeInMillis() > MARGIN_MS;
  // Neither half waits for the other to be well.
  const [outbox, due] = await Promise.allSettled([
    sweepOutbox({
      reader: context.store,
      bus: eventBus,
      table: outboxTable,
      now: context.now(),
      timeLeft,
    }),
    sweepDue(context, KINDS, {
      timeLeft,
      onFailure: (key, error) =>
        log.error('due row not carried out', { key: key.pk, ...errorFacts(error) }),
    }),
  ]);
  if (outbox.status === 'fulfilled') reportOutboxAge(outbox.value.oldestSeconds);
  log.info('swept', {
    ...(outbox.status === 'fulfilled' && { outbox: outbox.value }),
    ...(due.status === 'fulfilled' && { due: due.value }),
  });
  const failures = [outbox, due].flatMap((half) =>
    half.status === 'rejected' ? [half.reason as unknown] : [],
  );
  if (failures.length > 0) throw new AggregateError(failures, 'the sweep failed in part');
};
