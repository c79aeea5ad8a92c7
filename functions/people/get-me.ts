import { readMemberships } from '../../domain/people/read-people.ts';
import { membershipView } from '../../domain/people/views.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { getMeRoute } from './get-me.contract.ts';

export const handler = apiHandler(getMeRoute, async ({ caller, context }) => {
  const memberships = await readMemberships(context.store, caller.personId);
  return ok({
    personId: caller.personId,
    email: caller.person.email,
    platformAdmin: caller.platformAdmin,
    memberships: memberships.map(membershipView),
  });
});
