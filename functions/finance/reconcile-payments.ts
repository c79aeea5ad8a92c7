import { reconcileStep } from '../../domain/finance/online/reconcile.ts';
import { readSchool } from '../../domain/schools/read-schools.ts';
import { log } from '../shared/log.ts';
import { reportHandled, reportMoney } from '../shared/money-metrics.ts';
import { queueHandler } from '../shared/queue-handler.ts';
import { createContext } from '../shared/runtime.ts';
import { stripeOfStage } from '../shared/stripe-provider.ts';
import { enqueueReconciliation, readReconcileStep } from '../shared/stripe-queue.ts';
import { reconcilePaymentsWorker } from './reconcile-payments.contract.ts';

export const handler = queueHandler(reconcilePaymentsWorker, async ({ body, messageId }) => {
  const step = readReconcileStep(body);
  const { schoolId, list } = step;
  const actor = { kind: 'system', name: reconcilePaymentsWorker.name } as const;
  const context = await createContext(actor, messageId);
  const school = await readSchool(context.store, schoolId);
  const desk = { provider: await stripeOfStage() };
  const { handled, next, checked, healed } = await reconcileStep(context, desk, school, step);
  reportHandled(handled);
  reportMoney('healed', list, healed - step.healed);
  log.info('reconciled', { schoolId, list, checked, healed, done: next === null });
  if (next) await enqueueReconciliation(next);
});
