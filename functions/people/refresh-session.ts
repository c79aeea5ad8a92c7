import { ok } from '../shared/answer.ts';
import { createIdentityProvider } from '../shared/identity-provider.ts';
import { publicHandler } from '../shared/public-handler.ts';
import { refreshSessionRoute } from './refresh-session.contract.ts';

const provider = createIdentityProvider();

export const handler = publicHandler(refreshSessionRoute, async ({ body }) =>
  ok(await provider.refresh(body.refreshToken)),
);
