import { setTimeout as delay } from 'node:timers/promises';
import type { Context } from '../store/context.ts';
import { type Claimed, claim, mayStillSend, type Settlement, settle } from './claim.ts';
import { type Composed, composeEmail, composeSms, type SendingRules } from './compose.ts';
import type { OutgoingMessage } from './outgoing.ts';
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
};

/**
 * Sends one notification by e-mail: at least once. Returns when there is nothing left to do; throws
 * when the queue is to try again. Dying between the provider's yes and the save costs one second mail.
 */
export function sendByEmail(
  context: Context,
  message: OutgoingMessage,
  provider: EmailProvider,
  options: SendingOptions,
): Promise<void> {
  return send<EmailMessage>(context, message, options, composeEmail, (mail) => provider.send(mail));
}

/**
 * Sends one notification by SMS: at most once after a doubtful end. Whoever is not the first to try
 * asks the provider whether it has the message already.
 */
export function sendBySms(
  context: Context,
  message: OutgoingMessage,
  provider: SmsProvider,
  options: SendingOptions,
): Promise<void> {
  return send<SmsMessage>(context, message, options, composeSms, async (sms, row) => {
    const earlier =
      row.attempts > 1 ? await provider.find(sms, row.firstTriedAt ?? row.createdAt) : null;
    if (earlier) return earlier;
    requireTime(context, row);
    return provider.send(sms);
  });
}

async function send<Message>(
  context: Context,
  message: OutgoingMessage,
  options: SendingOptions,
  compose: (context: Context, row: Claimed, rules: SendingRules) => Promise<Composed<Message>>,
  deliver: (composed: Message, row: Claimed) => Promise<Accepted>,
): Promise<void> {
  const row = await claim(context, message, options.wait ?? delay);
  if (!row) return;
  let settlement: Settlement;
  try {
    const composed = await compose(context, row, options);
    if ('notSent' in composed) {
      settlement = { kind: 'ended', ...composed.notSent };
    } else {
      requireTime(context, row);
      settlement = { kind: 'sent', ...(await deliver(composed.message, row)) };
    }
  } catch (error) {
    if (!(error instanceof ProviderError) || error.kind === 'retry') {
      // A claim that cannot be let go runs out by itself; why we try again matters more.
      await settle(context, row, { kind: 'retry', error: codeOf(error) }).catch(() => null);
      throw error;
    }
    settlement = { kind: 'ended', status: 'failed', error: error.code };
  }
  await settle(context, row, settlement);
}

/** Too slow so far: another sender may soon take over, and calling the provider now could make two. */
function requireTime(context: Context, row: Claimed): void {
  if (!mayStillSend(row, context.now())) throw new ProviderError('retry', 'claim_ran_out');
}

function codeOf(error: unknown): string {
  return error instanceof ProviderError ? error.code : 'internal_error';
}
