import { signIn } from '../../domain/people/sign-in.ts';
import { ok } from '../shared/answer.ts';
import { createIdentityProvider } from '../shared/identity-provider.ts';
import { publicHandler } from '../shared/public-handler.ts';
import { createSessionRoute } from './create-session.contract.ts';

const provider = createIdentityProvider();

export const handler = publicHandler(createSessionRoute, async ({ body, context }) =>
  ok(await signIn(context, provider, body)),
);
