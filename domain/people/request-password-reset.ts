import { passwordResetRequested } from '../../events/people.ts';
import type { Context } from '../store/context.ts';

/** Somebody asks for a new password. The same work whether or not anybody has the address. */
export async function requestPasswordReset(context: Context, email: string): Promise<void> {
  const emailKey = context.keys.email(email);
  const requestId = context.newId('reg');
  await context.store.transact(context, () => ({
    writes: [],
    events: [passwordResetRequested.of(null, { id: requestId, version: 1 }, { emailKey })],
    result: undefined,
  }));
}
