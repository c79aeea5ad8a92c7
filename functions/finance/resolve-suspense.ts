import { resolveSuspense } from '../../domain/finance/online/suspense.ts';
import { readStudent } from '../../domain/people/read-student.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { enqueueStripe } from '../shared/stripe-queue.ts';
import { resolveSuspenseRoute } from './resolve-suspense.contract.ts';

export const handler = apiHandler(
  resolveSuspenseRoute,
  async ({ params, body, caller, context, school }) => {
    const { schoolId, suspenseId } = params;
    if ('studentId' in body)
      await readStudent(context.store, schoolId, body.studentId, caller.scope);
    const suspense = await resolveSuspense(context, school, suspenseId, body, caller.personId);
    // What was told of the money meanwhile had to wait; without this it would for minutes more.
    if (suspense.status === 'resolved') {
      const { externalId: paymentIntentId } = suspense;
      await enqueueStripe({ kind: 'waiting', schoolId, paymentIntentId });
    }
    return ok(suspense);
  },
);
