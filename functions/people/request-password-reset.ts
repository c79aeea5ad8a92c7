import { requestPasswordReset } from '../../domain/people/request-password-reset.ts';
import { accepted } from '../shared/answer.ts';
import { publicHandler } from '../shared/public-handler.ts';
import { requestPasswordResetRoute } from './request-password-reset.contract.ts';

export const handler = publicHandler(requestPasswordResetRoute, async ({ body, context }) => {
  await requestPasswordReset(context, body.email);
  return accepted();
});
