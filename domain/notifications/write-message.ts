import { staffMessageWritten } from '../../events/notifications.ts';
import type { CallerScope } from '../people/scope.ts';
import { readSettings } from '../schools/read-schools.ts';
import { invalidField } from '../shared/errors.ts';
import type { PersonId, SchoolId } from '../shared/ids.ts';
import { MINUTE, plusMilliseconds } from '../shared/instant.ts';
import type { Context } from '../store/context.ts';
import { dueAt } from '../store/due.ts';
import type { TransactItem } from '../store/port.ts';
import { create } from '../store/write.ts';
import { type Audience, readAudience } from './audience.ts';
import type { Channel } from './notification.ts';
import { countSegments, plainSms, type Segments } from './segments.ts';
import { staffMessageEntity, staffMessagePartEntity } from './staff-message.entity.ts';

export type StaffMessage = {
  audience: Audience;
  channels: readonly Channel[];
  subject?: string | undefined;
  body: string;
  /** only counts */
  preview?: boolean | undefined;
};

export type MessageReceipt = {
  messageId: string | null;
  recipients: number;
  /** what the body makes of SMS, without the sender's name before it and the link after it */
  sms: Segments | null;
};

/** Ids in one row of the audience; 15 KB, and 90 rows are what a transaction takes. */
const PART = 500;
const MOST_RECIPIENTS = 90 * PART;
/** When nobody has told a chunk for this long, the message is looked at again. */
export const UNTOLD_AFTER = 10 * MINUTE;

/**
 * Stores what staff wrote together with its audience as it is now; a consumer tells them chunk by
 * chunk. Throws `invalid` for an SMS that is longer than the school pays for, and what the audience
 * throws.
 */
export async function writeMessage(
  context: Context,
  schoolId: SchoolId,
  scope: CallerScope,
  message: StaffMessage,
): Promise<MessageReceipt> {
  const { store, now } = context;
  const messageId = context.newId('msg');
  return store.transact<MessageReceipt>(context, async () => {
    const sms = message.channels.includes('sms') ? countSegments(plainSms(message.body)) : null;
    await requireAffordable(context, schoolId, sms);
    const personIds = await readAudience(store, schoolId, scope, message.audience);
    if (personIds.length > MOST_RECIPIENTS) {
      throw invalidField('/audience', 'too_big', `An audience has ${MOST_RECIPIENTS} at most.`);
    }
    if (message.preview || personIds.length === 0) {
      return { writes: [], result: { messageId: null, recipients: personIds.length, sms } };
    }
    const at = now();
    const { channels, subject, body } = message;
    const row = {
      ...{ schoolId, messageId, body, channels: [...new Set(channels)] },
      ...(subject !== undefined && { subject }),
      writtenBy: context.actor.kind === 'person' ? context.actor.personId : ('' as PersonId),
      ...{ recipients: personIds.length, told: 0, correlationId: context.correlationId },
      ...dueAt(plusMilliseconds(at, UNTOLD_AFTER), messageId),
      ...{ createdAt: at, version: 1 },
    };
    return {
      writes: [
        create(staffMessageEntity.create(row)),
        ...parts({ schoolId, messageId }, personIds),
      ],
      events: [staffMessageWritten.of(schoolId, { id: messageId, version: 1 }, { messageId })],
      result: { messageId, recipients: personIds.length, sms },
    };
  });
}

async function requireAffordable(
  { store }: Context,
  schoolId: string,
  sms: Segments | null,
): Promise<void> {
  if (!sms) return;
  const { smsSegmentsMax } = (await readSettings(store, schoolId)).settings.messages;
  if (sms.segments <= smsSegmentsMax) return;
  throw invalidField(
    '/body',
    'too_many_segments',
    `/body: makes ${sms.segments} SMS (${sms.encoding}); the school pays for ${smsSegmentsMax}.`,
  );
}

function parts(key: { schoolId: string; messageId: string }, ids: readonly string[]) {
  const writes: TransactItem[] = [];
  for (let from = 0; from < ids.length; from += PART) {
    const part = { ...key, partKey: partKeyOf(from), personIds: ids.slice(from, from + PART) };
    writes.push(create(staffMessagePartEntity.create(part)));
  }
  return writes;
}

/** The part that the recipient at a position stands in. */
export function partKeyOf(position: number): string {
  return String(Math.floor(position / PART)).padStart(4, '0');
}

export function positionInPart(position: number): number {
  return position % PART;
}
