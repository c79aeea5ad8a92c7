import { setPasswordByLink } from '../../domain/people/redeem-link.ts';
import { noContent } from '../shared/answer.ts';
import { createIdentityProvider } from '../shared/identity-provider.ts';
import { publicHandler } from '../shared/public-handler.ts';
import { setPasswordRoute } from './set-password.contract.ts';

const provider = createIdentityProvider();

export const handler = publicHandler(setPasswordRoute, async ({ body, context }) => {
  await setPasswordByLink(context, provider, body);
  return noContent();
});
