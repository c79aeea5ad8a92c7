import { confirmByLink } from '../../domain/people/redeem-link.ts';
import { noContent } from '../shared/answer.ts';
import { publicHandler } from '../shared/public-handler.ts';
import { confirmMembershipRoute } from './confirm-membership.contract.ts';

export const handler = publicHandler(confirmMembershipRoute, async ({ body, context }) => {
  await confirmByLink(context, body.token);
  return noContent();
});
