import { outcome, type ProviderDriver } from './driver.ts';
import { optIn, schoolPath, taskStatus } from './school.ts';

let changes = 0;

/** findkoreskole.dk: a school changes its name and is to be listed under it. */
export const driver: ProviderDriver = {
  name: 'findkoreskole',
  provider: 'findkoreskole',
  permanentCode: 'school_blocked',
  deadLetterQueue: 'findkoreskole',
  prepare: (stack) => optIn(stack, { findkoreskole: true }),
  async trigger(stack) {
    const name = `Nordby Køreskole ${++changes}`;
    const token = await stack.signIn('school_admin');
    await stack.api('PATCH', schoolPath(stack), { token, body: { name } });
    return name;
  },
  status: (stack) => taskStatus(stack, 'findkoreskole', stack.state.school?.id ?? ''),
  async received(stack, name) {
    const listings: { profile?: { name: string } }[] = await stack.control('GET', '/findkoreskole');
    return listings.filter(({ profile }) => profile?.name === name).length;
  },
  expected: {
    '500': outcome(3, 'pending', 0, 'time', 4, 1, 'done'),
    '429 + Retry-After': outcome(3, 'done', 0, '-', 3, 1, 'done'),
    timeout: outcome(2, 'done', 0, '-', 2, 1, 'done'),
    'accept, then timeout': outcome(2, 'done', 0, '-', 2, 1, 'done'),
    '400': outcome(1, 'refused', 1, 'redrive', 2, 1, 'done'),
    'permanent code': outcome(1, 'refused', 1, 'redrive', 2, 1, 'done'),
  },
};
