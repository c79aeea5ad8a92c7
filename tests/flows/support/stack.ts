import { inject } from 'vitest';
import type { SeededUser } from '../../../local/state.ts';
import type { RunningStack } from './global-setup.ts';

/** The stack that this project's tests share. */
export function stack(): RunningStack {
  return inject('stack');
}

/** One of the seed's people; `nth` counts from 0 within role and school. */
export function seeded(role: string, nth = 0, school: 'first' | 'second' = 'first'): SeededUser {
  const { users, school: first, secondSchool } = stack();
  const schoolId =
    role === 'platform_admin' ? null : (school === 'first' ? first : secondSchool)?.id;
  const found = users.filter((user) => user.role === role && user.schoolId === schoolId)[nth];
  if (!found) throw new Error(`the seed has no ${role} number ${nth} in the ${school} school`);
  return found;
}
