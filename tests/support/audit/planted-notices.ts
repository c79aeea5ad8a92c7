import type { Row } from '../../../domain/store/port.ts';
import { TEST_KEYS } from '../store-world.ts';
import { type Planted, set, unset } from './sample.ts';

const unfinished = ({ dueAt }: Row) => dueAt !== undefined;
const finished = ({ dueAt }: Row) => dueAt === undefined;
const heldBack = ({ status }: Row) => status === 'held';
const insteadOfSms = ({ insteadOf }: Row) => insteadOf !== undefined;

/** Planted violations of what holds of reports, opt-outs, suppressed addresses and staff messages. */
export const plantedNotices: Planted = {
  'a provider’s id leads to the notification that went under it, and back': [
    ({ one, drop }) => drop(one('sent-message')),
    ({ one }) => set(one('sent-message'), { notificationId: 'ntf_gone' }),
    ({ one }) => set(one('sent-message'), { channel: 'sms' }),
    ({ one }) => set(one('sent-message'), { addressKey: 'anna@example.dk' }),
    ({ one }) => unset(one('sent-message'), 'ttl'),
  ],
  'a link to opt out leads from the hash of its token to a member of the school': [
    ({ one }) => set(one('opt-out'), { personId: 'per_01kat5n8x0e4vv6h7w7b1q2r3s' }),
    ({ one, extras }) => {
      delete extras.keys;
      set(one('opt-out'), { personId: 'per_01kat5n8x0e4vv6h7w7b1q2r3s' });
    },
    ({ one }) => {
      const { schoolId, personId } = one('opt-out');
      const token = TEST_KEYS.optOutToken(String(schoolId), String(personId));
      one('idempotency').result = { link: `https://portal.example/opt-out/${token}` };
    },
  ],
  'an address that is written to no more is there by a keyed hash, with its reason': [
    ({ one }) => set(one('suppression'), { reason: 'mood' }),
    ({ one }) => set(one('suppression'), { addressKey: 'anna@example.dk' }),
  ],
  'what is held back waits for its time; a mail instead of an SMS tells what that could not': [
    ({ one }) => unset(one('notification', heldBack), 'dueAt', 'duePk', 'dueSk'),
    ({ one }) => set(one('notification', insteadOfSms), { channel: 'sms' }),
    ({ one, of }) => {
      const { insteadOf } = one('notification', insteadOfSms);
      const sms = of('notification').find((row) => row.notificationId === insteadOf);
      set(sms as Row, { status: 'delivered' });
    },
  ],
  'a staff message tells its audience as far as it came, each by a channel once, and goes on': [
    ({ one, drop }) => drop(one('staff-message-part')),
    ({ one }) => set(one('staff-message', unfinished), { told: 1 }),
    ({ one }) => set(one('staff-message', finished), { told: 99 }),
    ({ one }) => unset(one('staff-message', unfinished), 'dueAt', 'duePk', 'dueSk'),
    ({ one, of, drop }) => {
      const { personId, about } = one('notification', ({ kind }) => kind === 'staff_message');
      for (const row of of('notification').filter((other) => other.personId === personId)) {
        if ((row.about as Row).messageId === (about as Row).messageId) drop(row);
      }
    },
    ({ one, drop }) => drop(one('staff-message', finished)),
    ({ one }) => {
      const part = one('staff-message-part');
      const ids = part.personIds as string[];
      part.personIds = [...ids.slice(1), ids.at(-1)];
    },
  ],
};
