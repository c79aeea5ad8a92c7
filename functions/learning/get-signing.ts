import { openSigningLink } from '../../domain/people/open-signing-link.ts';
import { ok } from '../shared/answer.ts';
import { publicHandler } from '../shared/public-handler.ts';
import { getSigningRoute } from './get-signing.contract.ts';

export const handler = publicHandler(getSigningRoute, async ({ params, context }) =>
  ok(await openSigningLink(context, params.token)),
);
