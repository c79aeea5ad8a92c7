import { hashToken } from '../../../domain/shared/secrets.ts';
import type { Row } from '../../../domain/store/port.ts';
import { holdersOf, type Invariant, named, number, repeated, text } from './invariant.ts';

const WENT = ['sent', 'delivered', 'undelivered', 'bounced'];
const UNHEARD = ['suppressed', 'failed', 'undelivered'];
/** What we keep of a provider's id. */
const PROVIDER_ID = /^[A-Za-z0-9_.@=+-]{1,200}$/;

/** What holds of delivery reports, opt-outs, suppressed addresses and messages that staff wrote. */
export const messageInvariants: Invariant[] = [
  {
    name: 'a provider’s id leads to the notification that went under it, and back',
    *check({ of, at }) {
      for (const row of of('sent-message')) {
        const told = at(`${row.owner}#ntf#${row.notificationId}`, 'notification');
        if (!told) yield `${named(row)} is ${row.notificationId}, which is not there`;
        else if (told.channel !== row.channel) yield `${named(row)} went by ${row.channel}`;
        if (!/^[\w-]{43}$/.test(text(row.addressKey))) yield `${named(row)} went to no keyed hash`;
        if (!Number.isInteger(row.ttl)) yield `${named(row)} is kept for ever`;
      }
      for (const row of of('notification').filter(({ status }) => WENT.includes(text(status)))) {
        const { providerId } = row;
        if (PROVIDER_ID.test(text(providerId)) && !at(`prov#${providerId}`, 'sent'))
          yield `${named(row)} went as ${providerId}, and no report would find it`;
      }
    },
  },
  {
    name: 'a link to opt out leads from the hash of its token to a member of the school',
    *check({ rows, of, at }, { keys }) {
      const tokens = new Map<string, Row>();
      for (const row of of('opt-out')) {
        const token = keys?.optOutToken(text(row.schoolId), text(row.personId));
        if (token) tokens.set(token, row);
        if (token && row.tokenHash !== hashToken(token))
          yield `${named(row)} is under another hash`;
        if (!at(text(row.personId), `member#${row.schoolId}`))
          yield `${named(row)} is for ${row.personId}, who is not in ${row.schoolId}`;
      }
      for (const [, row] of holdersOf(rows, tokens)) yield `a row holds the token of ${named(row)}`;
    },
  },
  {
    name: 'an address that is written to no more is there by a keyed hash, with its reason',
    *check({ of }) {
      for (const row of of('suppression')) {
        if (!['bounce', 'complaint', 'stop'].includes(text(row.reason)))
          yield `${named(row)} is suppressed because of ${row.reason}`;
        if (!/^[\w-]{43}$/.test(text(row.addressKey))) yield `${named(row)} is under no keyed hash`;
      }
    },
  },
  {
    name: 'what is held back waits for its time; a mail instead of an SMS tells what that could not',
    *check({ of, at }) {
      for (const row of of('notification')) {
        if (row.status === 'held' && (row.dueAt === undefined || row.claimedUntil !== undefined))
          yield `${named(row)} is held, and nobody will let it go`;
        if (row.insteadOf === undefined) continue;
        const sms = at(`${row.owner}#ntf#${row.insteadOf}`, 'notification');
        if (row.channel !== 'email' || sms?.channel !== 'sms')
          yield `${named(row)} stands for ${row.insteadOf}, which is no SMS`;
        else if (!UNHEARD.includes(text(sms.status)) || sms.eventId !== row.eventId)
          yield `${named(row)} stands for ${row.insteadOf}, which is ${sms.status}`;
      }
    },
  },
  {
    name: 'a staff message tells its audience as far as it came, each by a channel once, and goes on',
    *check({ of, at }) {
      const parts = Map.groupBy(of('staff-message-part'), ({ messageId }) => text(messageId));
      const told = Map.groupBy(
        of('notification').filter(({ kind }) => kind === 'staff_message'),
        ({ about }) => text((about as Row).messageId),
      );
      for (const row of of('staff-message')) {
        const audience = audienceOf(parts.get(text(row.messageId)) ?? []);
        const count = number(row.told);
        if (audience.length !== row.recipients || !(count >= 0 && count <= audience.length))
          yield `${named(row)} has told ${row.told} of ${row.recipients}, listed: ${audience.length}`;
        if (count < audience.length !== (row.dueAt !== undefined))
          yield `${named(row)} has told ${row.told} of ${row.recipients} and is due: ${row.dueAt}`;
        const reached = new Set(
          (told.get(text(row.messageId)) ?? []).map(({ personId }) => text(personId)),
        );
        const early = audience.slice(count).filter((id) => reached.has(id));
        const missed = audience
          .slice(0, count)
          .filter((id) => !reached.has(id) && at(id, `member#${row.schoolId}`));
        for (const id of early) yield `${named(row)} has told ${id} before their turn`;
        for (const id of missed) yield `${named(row)} has passed over ${id}`;
        for (const [id, times] of repeated(audience))
          yield `${named(row)} lists ${id} ${times} times`;
      }
      const known = new Set(of('staff-message').map(({ messageId }) => text(messageId)));
      for (const messageId of told.keys()) {
        if (!known.has(messageId)) yield `notifications tell ${messageId}, which is not there`;
      }
    },
  },
];

function audienceOf(parts: readonly Row[]): string[] {
  return [...parts]
    .sort((a, b) => text(a.partKey).localeCompare(text(b.partKey)))
    .flatMap(({ personIds }) => personIds as string[]);
}
