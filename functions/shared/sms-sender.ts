import twilio from 'twilio';
import * as z from 'zod';
import { ProviderError, type SmsProvider } from '../../domain/notifications/provider.ts';
import { type TwilioHttpOptions, twilioHttpClient } from './twilio-http.ts';

/** What the secret holds. */
const credentialsSchema = z.object({
  accountSid: z.string().startsWith('AC'),
  authToken: z.string().min(1),
  from: z.string().min(1),
});
export type TwilioCredentials = z.output<typeof credentialsSchema>;

export function readTwilioCredentials(secret: string): TwilioCredentials {
  return credentialsSchema.parse(JSON.parse(secret));
}

/** The newest messages to a number, among which an earlier try of ours would be. */
const LOOK_AT = 50;
/** Twilio's clock and ours may differ. */
const CLOCK_MARGIN_MS = 60_000;

/** SMS through Twilio. Nothing but the SMS sender imports this: the SDK is 3.6 MB. */
export function twilioProvider(
  { accountSid, authToken, from }: TwilioCredentials,
  { statusCallback, ...http }: TwilioHttpOptions & { statusCallback?: string },
): SmsProvider {
  const httpClient = twilioHttpClient(http) as unknown as twilio.RequestClient;
  const client = new twilio.Twilio(accountSid, authToken, { httpClient, autoRetry: false });

  return {
    async send({ to, body }) {
      const { sid } = await asProviderError(
        client.messages.create({ to, from, body, ...(statusCallback && { statusCallback }) }),
      );
      return { providerId: sid };
    },
    async find({ to, body }, since) {
      // Not by date sent: a message that Twilio still holds has none.
      const messages = await asProviderError(
        client.messages.list({ to, from, pageSize: LOOK_AT, limit: LOOK_AT }),
      );
      const earliest = Date.parse(since) - CLOCK_MARGIN_MS;
      const ours = messages.find(
        (message) =>
          // A trial account puts a sentence in front of the text.
          message.body.endsWith(body) && message.dateCreated.getTime() >= earliest,
      );
      return ours ? { providerId: ours.sid } : null;
    },
  };
}

/** What the SDK makes of a strange answer is no reason to give up on the message. */
async function asProviderError<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof ProviderError) throw error;
    throw new ProviderError('retry', 'twilio_unexpected', null, error);
  }
}
