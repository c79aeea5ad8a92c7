import { receiveRegistration } from '../../domain/people/receive-registration.ts';
import { accepted } from '../shared/answer.ts';
import { publicHandler } from '../shared/public-handler.ts';
import { countAgainstLimit } from '../shared/rate-limit.ts';
import { createRegistrationRoute } from './create-registration.contract.ts';

export const handler = publicHandler(createRegistrationRoute, async ({ params, body, context }) => {
  // Beside the limit per address: one school's rush must not take the others' place.
  await countAgainstLimit('school', params.schoolId, context.now());
  return accepted(await receiveRegistration(context, params.schoolId, body));
});
