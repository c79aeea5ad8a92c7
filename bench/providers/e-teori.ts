import { randomUUID } from 'node:crypto';
import { outcome, type ProviderDriver } from './driver.ts';
import { optIn, schoolPath, taskStatus } from './school.ts';

/** e-teori.dk: a student is enrolled and is to have one account. */
export const driver: ProviderDriver = {
  name: 'e-teori',
  provider: 'e-teori',
  permanentCode: 'student_blocked',
  deadLetterQueue: 'e-teori',
  prepare: (stack) => optIn(stack, { eTeori: true }),
  async trigger(stack) {
    const { id } = await stack.api('POST', `${schoolPath(stack)}/students`, {
      token: await stack.signIn('school_admin'),
      body: {
        ...{ name: 'Ida Holm', email: `${randomUUID()}@bench.example`, phone: '+4520123456' },
        ...{ birthDate: '2001-03-14', language: 'da', termsVersion: '1' },
        consents: [{ kind: 'terms', granted: true }],
      },
    });
    return id;
  },
  status: (stack, studentId) => taskStatus(stack, 'e-teori', studentId),
  async received(stack, studentId) {
    const accounts: { studentRef: string }[] = await stack.control('GET', '/e-teori');
    return accounts.filter(({ studentRef }) => studentRef === studentId).length;
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
