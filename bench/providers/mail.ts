import { outcome, type ProviderDriver } from './driver.ts';
import { statusOf, takenBy, withoutQuietHours, writeTo } from './told-student.ts';

/** E-mail through SES: at least once, one second mail at most after a lost answer. */
export const driver: ProviderDriver = {
  name: 'mail',
  provider: 'ses',
  permanentCode: 'MessageRejected',
  deadLetterQueue: 'email',
  prepare: withoutQuietHours,
  trigger: (stack) => writeTo(stack, 'email'),
  status: (stack, body) => statusOf(stack, body, 'email'),
  received: (stack, body) => takenBy(stack, 'mail', body),
  expected: {
    '500': outcome(6, 'queued', 1, 'redrive', 7, 1, 'sent'),
    '429 + Retry-After': outcome(3, 'sent', 0, '-', 3, 1, 'sent'),
    timeout: outcome(2, 'sent', 0, '-', 2, 1, 'sent'),
    'accept, then timeout': outcome(2, 'sent', 0, '-', 2, 2, 'sent'),
    '400': outcome(1, 'failed', 0, '-', 1, 0, 'failed'),
    'permanent code': outcome(1, 'failed', 0, '-', 1, 0, 'failed'),
  },
};
