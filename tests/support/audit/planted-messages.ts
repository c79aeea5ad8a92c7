import { hashToken } from '../../../domain/shared/secrets.ts';
import type { Row } from '../../../domain/store/port.ts';
import type { EventEnvelope } from '../../../events/define.ts';
import { TEST_KEYS } from '../store-world.ts';
import { type Planted, type Sample, set, unset, withRole } from './sample.ts';

const eventOf = (row: Row) => row.event as EventEnvelope;
const ofASchool = (row: Row) => eventOf(row).schoolId !== null;
const waits = (row: Row) => row.notBefore !== undefined;
const hasPending = (row: Row) => row.pending !== undefined;
const ofABooking = (row: Row) =>
  row.kind === 'booking_confirmed' && row.channel === 'email' && row.status === 'queued';

/** Planted violations of what holds of notifications, links and events. */
export const plantedMessages: Planted = {
  'a notification is open or final, and says when it was sent': [
    ({ one }) => set(one('notification'), { status: 'lost' }),
    ({ one }) => set(one('notification'), { channel: 'pigeon' }),
    ({ one }) =>
      unset(
        one('notification', ({ status }) => status === 'sent'),
        'sentAt',
      ),
    ({ one }) =>
      set(
        one('notification', ({ status }) => status === 'sent'),
        { attempts: 0 },
      ),
    ({ one }) =>
      set(
        one('notification', ({ status }) => status === 'sent'),
        { status: 'queued' },
      ),
  ],
  'a notification that is over is neither claimed nor due': [
    ({ one }) => {
      one('notification', ({ status }) => status === 'sent').claimedUntil =
        '2026-11-23T08:00:20.000Z';
    },
    ({ one }) =>
      set(
        one('notification', ({ status }) => status === 'sent'),
        { dueAt: '2026-11-23T08:00:20.000Z' },
      ),
    ({ one }) => {
      const row = one('notification', ({ status }) => status === 'queued');
      for (const field of ['dueAt', 'dueDay', 'dueShard', 'duePk', 'dueSk']) delete row[field];
    },
  ],
  'nobody is told of one event twice by one channel, but by a resend': [
    ({ rows, one }) => rows.push({ ...one('notification'), pk: 'sch_x#ntf#ntf_second' }),
    ({ one }) => set(one('notification'), { resendOf: 'ntf_gone' }),
  ],
  'of the changes of a booking one message at most waits, the newest, named where it was told': [
    ({ one }) => unset(one('told'), 'standing'),
    ({ one }) => set(one('told'), { covered: 0 }),
    ({ one }) => set(one('notification', waits), { status: 'sent' }),
    ({ one }) => unset(one('notification', waits), 'notBefore'),
    ({ one }) => set(one('told', hasPending).pending as Row, { version: 1 }),
    ({ one }) => set(one('told', hasPending), { standing: false }),
    ({ one }) => unset(one('told', hasPending), 'pending'),
    ({ one }) => set(one('notification', waits), { dueAt: '2026-11-23T07:00:00.000Z' }),
    ({ rows, one }) =>
      rows.push({ ...one('notification', waits), notificationId: 'ntf_2', pk: 'sch_x#ntf#ntf_2' }),
  ],
  'what somebody was told of a booking is as new as the newest message to them about it': [
    ({ one, drop }) => drop(one('told')),
    ({ one }) => set(one('told'), { covered: 99 }),
    ({ one }) => set(one('told'), { said: { notificationId: 'ntf_other', standing: true } }),
    ({ one }) => set(one('notification', ofABooking).booking as Row, { bookingVersion: 99 }),
    ({ one }) =>
      set(one('notification', ofABooking), { status: 'superseded', lastError: 'newer_change' }),
  ],
  'a notification belongs to the school that tells, or to the person told': [
    ({ one }) => set(one('notification'), { owner: 'sch_other' }),
    ({ one, drop, of }) => {
      const { personId } = one('notification');
      for (const person of of('person').filter((row) => row.personId === personId)) drop(person);
    },
  ],
  'a mailed link leads from the hash of its token to its notification and person': [
    ({ one, drop }) => {
      const { notificationId } = one('token');
      drop(one('notification', (row) => row.notificationId === notificationId));
    },
    ({ one, drop }) => {
      const { personId } = one('token');
      drop(one('person', (row) => row.personId === personId));
    },
    ({ one, drop }) => drop(one('token')),
    ({ one }) => set(one('token'), { personId: 'per_other' }),
    ({ one }) => set(one('token'), { purpose: 'anything' }),
    ({ one }) => set(one('token'), { purpose: 'signing' }),
    ({ one }) => set(one('token'), { tokenHash: hashToken('another token') }),
    ({ one, extras }) => {
      delete extras.keys;
      one('token').tokenHash = 'a-token-in-the-clear';
    },
    ({ rows, one }) => rows.push({ ...one('token'), pk: 'tok#second' }),
  ],
  'no row holds a token that opens a link': [
    ({ one }) => {
      const { notificationId } = one('token');
      one('idempotency').result = {
        link: `https://example.dk/#${TEST_KEYS.linkToken(String(notificationId))}`,
      };
    },
  ],
  'every outbox row carries an event that the catalogue knows and can read': [
    ({ one }) => set(eventOf(one('outbox')), { id: 'evt_other' as EventEnvelope['id'] }),
    ({ one }) => set(eventOf(one('outbox')), { name: 'NeverHeardOf' }),
    ({ one }) => set(eventOf(one('outbox')), { schemaVersion: 99 }),
    ({ one }) => set(eventOf(one('outbox')), { data: null }),
    ({ one }) => unset(one('outbox'), 'attempts'),
    ({ one }) => set(eventOf(one('outbox')), { at: 'yesterday' as EventEnvelope['at'] }),
    ({ one }) => unset(one('outbox'), 'event'),
  ],
  'no event without its change': [
    ({ extras }) =>
      set((extras.carried[0] as EventEnvelope).subject, { id: 'sch_01kat5n8x0e4vv6h7w7b1q2r3s' }),
    ({ extras }) => set((extras.carried.at(5) as EventEnvelope).subject, { version: 9 }),
    ({ one }) =>
      set(eventOf(one('outbox', ofASchool)).subject, { id: 'inv_01kat5n8x0e4vv6h7w7b1q2r3s' }),
    ({ one }) => set(eventOf(one('outbox', ofASchool)).subject, { version: 9 }),
  ],
  'no change without its event: carried, in the outbox, or in a dead-letter queue': [
    ({ extras }) =>
      set(extras, { carried: extras.carried.filter(({ name }) => name !== 'InvoiceIssued') }),
    ({ extras }) =>
      set(extras, { carried: extras.carried.filter(({ name }) => name !== 'StudentEnrolled') }),
    ...['BookingConfirmed', 'BookingCancelled', 'BookingCompleted'].map(
      (lost) =>
        ({ rows, extras }: Sample) => {
          set(extras, { carried: extras.carried.filter(({ name }) => name !== lost) });
          const kept = rows.filter(
            (row) => (row.event as EventEnvelope | undefined)?.name !== lost,
          );
          rows.splice(0, rows.length, ...kept);
        },
    ),
    ({ extras }) => set(extras, { carried: [] }),
    ({ one }) => set(one('membership', withRole('student')), { status: 'disabled' }),
  ],
  'a version of a thing is told once by one kind of event, and copies of an event are alike': [
    ({ extras }) =>
      extras.carried.push({
        ...(extras.carried[3] as EventEnvelope),
        id: 'evt_second' as EventEnvelope['id'],
      }),
    ({ extras }) =>
      extras.carried.push({
        ...(extras.carried[3] as EventEnvelope),
        data: { changed: 'on the way' },
      }),
  ],
  'an event of a school concerns that school alone and holds no address or phone of anybody': [
    ({ extras }) =>
      set(extras.carried[0] as EventEnvelope, { data: { note: 'write to anna@example.dk' } }),
    ({ one }) => set(eventOf(one('outbox')), { data: { phone: '+4520123456' } }),
    ({ of, extras }) => {
      const event = extras.carried.find(({ schoolId }) => schoolId === of('school')[0]?.schoolId);
      (event as EventEnvelope).data = { schoolId: of('school')[1]?.schoolId };
    },
  ],
  'an idempotency record has what a replay needs and expires': [
    ({ one }) => unset(one('idempotency'), 'ttl'),
    ({ one }) => set(one('idempotency'), { expiresAt: '2030-01-01T00:00:00.000Z' }),
    ({ one }) => unset(one('idempotency'), 'fingerprint'),
  ],
};
