import { outcome, type ProviderDriver } from './driver.ts';
import { statusOf, takenBy, withoutQuietHours, writeTo } from './told-student.ts';

/**
 * SMS through Twilio: at most once. Every try after the first asks Twilio first, so that six tries are
 * eleven calls, and a message that was taken in silence is found instead of sent again. The last case
 * is 21610, the number's owner said stop: it is the last, since nothing goes to the number after it.
 */
export const driver: ProviderDriver = {
  name: 'SMS',
  provider: 'twilio',
  permanentCode: 21_610,
  deadLetterQueue: 'sms',
  prepare: withoutQuietHours,
  trigger: (stack) => writeTo(stack, 'sms'),
  status: (stack, body) => statusOf(stack, body, 'sms'),
  received: (stack, body) => takenBy(stack, 'sms', body),
  expected: {
    '500': outcome(6, 'queued', 1, 'redrive', 8, 1, 'sent'),
    '429 + Retry-After': outcome(4, 'sent', 0, '-', 4, 1, 'sent'),
    timeout: outcome(3, 'sent', 0, '-', 3, 1, 'sent'),
    'accept, then timeout': outcome(2, 'sent', 0, '-', 2, 1, 'sent'),
    '400': outcome(1, 'failed', 0, '-', 1, 0, 'failed'),
    'permanent code': outcome(1, 'failed', 0, '-', 1, 0, 'failed'),
  },
};
