import { hashToken } from '../../../domain/shared/secrets.ts';
import type { Row } from '../../../domain/store/port.ts';
import {
  holdersOf,
  type Invariant,
  named,
  number,
  repeated,
  type Table,
  text,
} from './invariant.ts';

const OPEN = ['queued', 'held'];
const FINAL = [
  'sent',
  'delivered',
  'undelivered',
  'bounced',
  'failed',
  'suppressed',
  'superseded',
  'expired',
];
const AFTER_SENDING = ['sent', 'delivered', 'undelivered', 'bounced'];
const LINKED = [
  ...['welcome', 'confirm_enrolment', 'invitation', 'confirm_staff', 'password_reset'],
  ...['signature_request', 'signature_reminder'],
];
/** Messages of which a newer one about the same booking makes an older one needless. */
const CHANGES = ['booking_confirmed', 'booking_moved', 'booking_changed', 'booking_cancelled'];
const PURPOSES = ['set_password', 'confirm', 'invitation', 'password_reset', 'signing'];

export const notificationInvariants: Invariant[] = [
  {
    name: 'a notification is open or final, and says when it was sent',
    *check({ of }) {
      for (const row of of('notification')) {
        const status = text(row.status);
        if (![...OPEN, ...FINAL].includes(status)) yield `${named(row)} is ${status}`;
        if (!['email', 'sms'].includes(text(row.channel)))
          yield `${named(row)} goes by ${row.channel}`;
        const sent = row.sentAt !== undefined && row.providerId !== undefined;
        if (status === 'sent' && !sent) yield `${named(row)} is sent, but not when or by which id`;
        if (OPEN.includes(status) && row.sentAt !== undefined)
          yield `${named(row)} is ${status} and was sent`;
        if (AFTER_SENDING.includes(status) && row.attempts === 0)
          yield `${named(row)} is ${status} untried`;
      }
    },
  },
  {
    name: 'a notification that is over is neither claimed nor due',
    *check({ of }) {
      for (const row of of('notification').filter(({ status }) => FINAL.includes(text(status)))) {
        if (row.claimedUntil !== undefined) yield `${named(row)} is ${row.status} and claimed`;
        if (row.dueAt !== undefined) yield `${named(row)} is ${row.status} and due`;
      }
      for (const row of of('notification').filter(({ status }) => OPEN.includes(text(status)))) {
        if (row.attempts === 0 && row.dueAt === undefined)
          yield `${named(row)} is untried, and no sweep will look at it`;
      }
    },
  },
  {
    name: 'nobody is told of one event twice by one channel, but by a resend',
    *check({ of }) {
      const told = of('notification')
        .filter(({ resendOf }) => resendOf === undefined)
        .map(({ eventId, personId, channel }) => `${personId} of ${eventId} by ${channel}`);
      for (const [whom, count] of repeated(told)) yield `${count} notifications tell ${whom}`;
      const ids = new Set(of('notification').map(({ notificationId }) => notificationId));
      for (const row of of('notification')) {
        if (row.resendOf !== undefined && !ids.has(row.resendOf))
          yield `${named(row)} resends ${row.resendOf}, which is not there`;
      }
    },
  },
  {
    name: 'of the changes of a booking one message at most waits, the newest, named where it was told',
    *check({ of, at }) {
      for (const told of of('told')) {
        const { covered, pending: waiting } = told as { covered: unknown; pending?: Row };
        if (!(number(covered) > 0) || typeof told.standing !== 'boolean')
          yield `${named(told)} does not say what was told`;
        if (!waiting) continue;
        const row = at(`${told.schoolId}#ntf#${waiting.notificationId}`, 'notification');
        if (row?.status !== 'queued' || row.notBefore === undefined)
          yield `${named(told)} waits for ${waiting.notificationId}, which does not wait`;
        if (number(waiting.version) <= number(covered))
          yield `${named(told)} waits for version ${waiting.version}, older than what was told`;
        if (told.standing === false) yield `${named(told)} waits to tell who has been told nothing`;
      }
      for (const row of of('notification').filter(({ notBefore }) => notBefore !== undefined)) {
        const pending = toldOf({ at }, row)?.pending as Row | undefined;
        if (pending?.notificationId !== row.notificationId)
          yield `${named(row)} waits, and is not what its reader is to be told next`;
        if (row.status !== 'queued' || row.attempts !== 0 || row.dueAt !== row.notBefore)
          yield `${named(row)} waits and is ${row.status}, due at ${row.dueAt}`;
      }
    },
  },
  {
    name: 'what somebody was told of a booking is as new as the newest message to them about it',
    *check({ of, at }) {
      const changes = of('notification').filter(({ kind }) => CHANGES.includes(text(kind)));
      for (const row of changes) {
        const told = toldOf({ at }, row);
        const pending = told?.pending as Row | undefined;
        const version = number((row.booking as Row | undefined)?.bookingVersion);
        const newest = number(pending?.version ?? told?.covered);
        if (!(version <= newest))
          yield `${named(row)} tells of version ${version}, told: ${newest}`;
        if (version === newest && row.status === 'superseded' && row.lastError === 'newer_change')
          yield `${named(row)} is the newest and superseded by nothing`;
      }
      const messagesOf = Map.groupBy(changes, (row) => toldOf({ at }, row));
      for (const told of of('told')) {
        const messages = messagesOf.get(told) ?? [];
        const versions = messages.map(({ booking }) => number((booking as Row).bookingVersion));
        if (!versions.includes(number(told.covered)))
          yield `${named(told)} was told of version ${told.covered} by no message`;
        const said = told.said as Row | undefined;
        if (said && !messages.some(({ notificationId }) => notificationId === said.notificationId))
          yield `${named(told)} was told something by ${said.notificationId}, which is not theirs`;
      }
    },
  },
  {
    name: 'a notification belongs to the school that tells, or to the person told',
    *check({ of, at }) {
      for (const row of of('notification')) {
        if (row.owner !== (row.schoolId ?? row.personId))
          yield `${named(row)} is owned by ${row.owner}`;
        if (!at(text(row.personId), 'person'))
          yield `${named(row)} tells ${row.personId}, who is not there`;
      }
    },
  },
  {
    name: 'a mailed link leads from the hash of its token to its notification and person',
    *check({ of, at }, { keys }) {
      for (const token of of('token')) {
        const owner = token.schoolId ?? token.personId;
        const notification = at(`${owner}#ntf#${token.notificationId}`, 'notification');
        if (!notification)
          yield `${named(token)} belongs to ${token.notificationId}, which is not there`;
        else if (notification.personId !== token.personId)
          yield `${named(token)} was mailed to ${notification.personId}`;
        if (!at(text(token.personId), 'person'))
          yield `${named(token)} is for ${token.personId}, who is not there`;
        if (!PURPOSES.includes(text(token.purpose)))
          yield `${named(token)} is for ${token.purpose}`;
        if ((token.purpose === 'signing') !== (token.bookingId !== undefined))
          yield `${named(token)} is for ${token.purpose}, of booking ${token.bookingId}`;
        if (!/^[0-9a-f]{64}$/.test(text(token.tokenHash)))
          yield `${named(token)} is not under a hash`;
        const expected = keys && hashToken(keys.linkToken(text(token.notificationId)));
        if (expected && token.tokenHash !== expected)
          yield `${named(token)} is under the hash of another token`;
      }
      const linked = of('token').map(({ notificationId }) => text(notificationId));
      for (const [id, count] of repeated(linked)) yield `${id} has ${count} links`;
      const leads = new Set(linked);
      for (const row of of('notification').filter(({ kind }) => LINKED.includes(text(kind)))) {
        if (!leads.has(text(row.notificationId)))
          yield `${named(row)} carries a link that leads nowhere`;
      }
    },
  },
  {
    name: 'no row holds a token that opens a link',
    *check({ rows, of }, { keys }) {
      if (!keys) return;
      const ids = of('notification').map(({ notificationId }) => text(notificationId));
      const tokens = new Map(ids.map((id) => [keys.linkToken(id), id]));
      for (const [row, id] of holdersOf(rows, tokens))
        yield `${named(row)} holds the token of ${id}`;
    },
  },
];

/** What the reader of a message has been told of its booking by its channel. */
function toldOf({ at }: Pick<Table, 'at'>, row: Row): Row | undefined {
  const { bookingId } = (row.booking ?? {}) as Row;
  return at(`${row.schoolId}#told#${bookingId}`, `${row.personId}#${row.channel}`);
}
