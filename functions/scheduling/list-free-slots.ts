import { findFreeSlots } from '../../domain/scheduling/find-free-slots.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { listFreeSlotsRoute } from './list-free-slots.contract.ts';

export const handler = apiHandler(
  listFreeSlotsRoute,
  async ({ params, query, caller, context, school }) =>
    ok(
      await findFreeSlots(context, school, caller.scope, { teacherId: params.teacherId, ...query }),
    ),
);
