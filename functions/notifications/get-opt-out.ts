import { readOptOut } from '../../domain/notifications/opt-out.ts';
import { ok } from '../shared/answer.ts';
import { publicHandler } from '../shared/public-handler.ts';
import { getOptOutRoute } from './get-opt-out.contract.ts';

export const handler = publicHandler(getOptOutRoute, async ({ params, context }) =>
  ok(await readOptOut(context, params.token)),
);
