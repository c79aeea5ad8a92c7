import { setTimeout as delay } from 'node:timers/promises';
import type { Context } from '../store/context.ts';
import { type Claimed, claim, mayStillSend, type Settlement, settle } from './claim.ts';
import { type Composed, composeEmail, type SendingRules } from './compose.ts';
import { composeSms } from './compose-sms.ts';
import { tellByEmailInstead } from './email-instead.ts';
import type { NotificationStatus } from './notification.ts';
import type { OutgoingMessage, OutgoingQueues } from './outgoing.ts';
import {
  type Accepted,
  type EmailMessage,
  type EmailProvider,
  ProviderError,
  type SmsMessage,
  type SmsProvider,
} from './provider.ts';

export type SendingOptions = SendingRules & {
  /** how a sender waits for another one's claim; a seam for tests */
  wait?: (milliseconds: number) => Promise<unknown>;
  /** told of the row as soon as it is ours: from then on it is known on whose behalf we work */
  onClaim?: (row: Claimed) => void;
};

/** What a sender did: the status it saved, null when there was nothing to do or to save. */
export type Sent = { status: NotificationStatus | null };

/**
 * Sends one notification by e-mail: at least once. Returns when there is nothing left to do; throws
 * when the queue is to try again. Dying between the provider's yes and the save costs one second mail.
 */
export async function sendByEmail(
  context: Context,
  message: OutgoingMessage,
  provider: EmailProvider,
  options: SendingOptions,
): Promise<Sent> {
  const { status } = await send<EmailMessage>(context, message, options, composeEmail, (mail) =>
    provider.send(mail),
  );
  return { status };
}

/**
 * Sends one notification by SMS: at most once after a doubtful end. Whoever is not the first to try
 * asks the provider whether it has the message already. What does not go by SMS in the end goes by
 * e-mail, unless a mail tells of the same anyway.
 */
export async function sendBySms(
  context: Context,
  message: OutgoingMessage,
  provider: SmsProvider,
  options: SendingOptions & { queues: OutgoingQueues },
): Promise<Sent> {
  const { went, ...sent } = await send<SmsMessage>(
    context,
    message,
    options,
    composeSms,
    async (sms, row) => {
      const earlier =
        row.attempts > 1 ? await provider.find(sms, row.firstTriedAt ?? row.createdAt) : null;
      if (earlier) return earlier;
      requireTime(context, row);
      return provider.send(sms);
    },
  );
  if (!went) await tellByEmailInstead(context, message, options.queues);
  return sent;
}

/** `went`: the provider has it now; false too when it was over before, for another may have died then. */
async function send<Message>(
  outer: Context,
  message: OutgoingMessage,
  options: SendingOptions,
  compose: (context: Context, row: Claimed, rules: SendingRules) => Promise<Composed<Message>>,
  deliver: (composed: Message, row: Claimed) => Promise<Accepted>,
): Promise<Sent & { went: boolean }> {
  const row = await claim(outer, message, options.wait ?? delay);
  if (!row) return { status: null, went: false };
  options.onClaim?.(row);
  const context = { ...outer, correlationId: row.correlationId };
  let settlement: Settlement;
  let composed: Composed<Message> | null = null;
  try {
    composed = await compose(context, row, options);
    if ('notSent' in composed) {
      settlement = { kind: 'ended', ...composed.notSent };
    } else if ('held' in composed) {
      settlement = { kind: 'held', ...composed.held };
    } else {
      requireTime(context, row);
      const { providerId } = await deliver(composed.message, row);
      settlement = { kind: 'sent', providerId, addressKey: composed.to.addressKey };
    }
  } catch (error) {
    if (!(error instanceof ProviderError) || error.kind === 'retry') {
      // A claim that cannot be let go runs out by itself; why we try again matters more.
      await settle(context, row, { kind: 'retry', error: codeOf(error) }).catch(() => null);
      throw error;
    }
    const stopped = error.saysStop && composed && 'to' in composed ? composed.to : null;
    settlement = {
      ...{ kind: 'ended', status: 'failed', error: error.code },
      ...(stopped && { suppress: { to: stopped, reason: 'stop' } }),
    };
  }
  const status = await settle(context, row, settlement);
  return { status, went: settlement.kind === 'sent' };
}

/** Too slow so far: another sender may soon take over, and calling the provider now could make two. */
function requireTime(context: Context, row: Claimed): void {
  if (!mayStillSend(row, context.now())) throw new ProviderError('retry', 'claim_ran_out');
}

function codeOf(error: unknown): string {
  return error instanceof ProviderError ? error.code : 'internal_error';
}
