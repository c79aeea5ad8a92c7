import { carryOut } from '../../domain/finance/online/ask-refund.ts';
import { refundSuspense } from '../../domain/finance/online/suspense.ts';
import { readPayment, readRefund } from '../../domain/finance/read-finance.ts';
import { readSchool } from '../../domain/schools/read-schools.ts';
import type { Context } from '../../domain/store/context.ts';
import type { EventEnvelope } from '../../events/define.ts';
import { refundRequested } from '../../events/finance.ts';
import { suspenseRefundRequested } from '../../events/payments.ts';
import { eventHandler } from '../shared/event-handler.ts';
import { reportHandled } from '../shared/money-metrics.ts';
import { stripeOfStage } from '../shared/stripe-provider.ts';
import { carryOutRefundsWorker } from './carry-out-refunds.contract.ts';

export const handler = eventHandler(carryOutRefundsWorker, async (event, context) => {
  const { schoolId } = event;
  if (schoolId === null) throw new Error(`event ${event.id} names no school`);
  if (event.name === suspenseRefundRequested.name) await sendBack(context, schoolId, event);
  else await refund(context, schoolId, event);
});

async function sendBack(context: Context, schoolId: string, event: EventEnvelope): Promise<void> {
  const { suspenseId } = suspenseRefundRequested.schema.parse(event.data);
  const { version } = event.subject;
  const provider = await stripeOfStage();
  reportHandled([await refundSuspense(context, schoolId, { suspenseId, version }, provider)]);
}

async function refund(context: Context, schoolId: string, event: EventEnvelope): Promise<void> {
  const { refundId, paymentId } = refundRequested.schema.parse(event.data);
  const { store } = context;
  const [promised, payment] = await Promise.all([
    readRefund(store, schoolId, paymentId, refundId),
    readPayment(store, schoolId, paymentId),
  ]);
  // Carried out, given up, or money that never came from the provider.
  if (promised?.status !== 'pending' || payment?.account === undefined) return;
  const school = await readSchool(store, schoolId);
  const { amount } = promised;
  reportHandled([
    await carryOut(context, school, payment, { refundId, amount }, await stripeOfStage()),
  ]);
}
