import { optOut } from '../../domain/notifications/opt-out.ts';
import { noContent } from '../shared/answer.ts';
import { publicHandler } from '../shared/public-handler.ts';
import { optOutRoute } from './opt-out.contract.ts';

export const handler = publicHandler(optOutRoute, async ({ params, context }) => {
  await optOut(context, params.token);
  return noContent();
});
