import { noContent } from '../shared/answer.ts';
import { createIdentityProvider } from '../shared/identity-provider.ts';
import { publicHandler } from '../shared/public-handler.ts';
import { revokeSessionRoute } from './revoke-session.contract.ts';

const provider = createIdentityProvider();

export const handler = publicHandler(revokeSessionRoute, async ({ body }) => {
  await provider.revoke(body.refreshToken);
  return noContent();
});
