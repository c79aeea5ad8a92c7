import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { type EmailProvider, ProviderError } from '../../domain/notifications/provider.ts';
import { buildMime, requireAddress } from './mime.ts';
import { readRetryAfter } from './retry.ts';

/** The part of the SES client that a sender uses; a test brings its own. */
export type SesPort = Pick<SESClient, 'send'>;

/** One try, five seconds: retries are the queue's, which counts them and waits between them. */
export function createSesClient(): SESClient {
  return new SESClient({
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: 1_000,
      requestTimeout: 5_000,
      throwOnRequestTimeout: true,
    },
  });
}

/** E-mail through SES, from the stage's one sender address, under the name of whoever tells. */
export function sesProvider(
  ses: SesPort,
  { senderEmail, configurationSet }: { senderEmail: string; configurationSet: string },
): EmailProvider {
  return {
    async send(message) {
      let Data: Buffer;
      try {
        requireAddress(message.to.address);
        Data = await buildMime(message, senderEmail);
      } catch (error) {
        throw new ProviderError('refused', 'invalid_address', null, error);
      }
      try {
        const { MessageId } = await ses.send(
          new SendRawEmailCommand({
            Source: senderEmail,
            Destinations: [message.to.address],
            RawMessage: { Data },
            // under its name SES tells what becomes of the mail
            ConfigurationSetName: configurationSet,
          }),
        );
        return { providerId: MessageId ?? 'unknown' };
      } catch (error) {
        throw classifySesError(error);
      }
    },
  };
}

/**
 * SES answers 400 to nearly everything; the code tells. Some are about this message and final. The
 * rest are about our account, our set-up or the moment: the message may well go when that is over.
 */
const OURS_OR_PASSING = new Set([
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
  'RequestThrottled',
  'LimitExceededException',
  'AccountSendingPausedException',
  'ConfigurationSetSendingPausedException',
  'ConfigurationSetDoesNotExist',
  'ConfigurationSetDoesNotExistException',
  'MailFromDomainNotVerifiedException',
  'RequestExpired',
  'RequestTimeout',
  'ServiceUnavailable',
]);

type SdkError = {
  name?: string;
  $metadata?: { httpStatusCode?: number };
  $response?: { headers?: Record<string, string> };
};

export function classifySesError(error: unknown): ProviderError {
  const { name = 'unknown', $metadata, $response } = (error ?? {}) as SdkError;
  const status = $metadata?.httpStatusCode;
  const retryAfter = readRetryAfter($response?.headers?.['retry-after'], new Date());
  // No answer at all: taken or not, nobody knows. At least once is the promise, so try again.
  const passing =
    status === undefined || status >= 500 || status === 429 || OURS_OR_PASSING.has(name);
  // 401 and 403 say that we are not allowed to send, not that this address is bad.
  const ours = status === 401 || status === 403;
  return new ProviderError(passing || ours ? 'retry' : 'refused', codeOf(name), retryAfter, error);
}

/** `ses_` and the error's name: never its text, which quotes addresses. */
function codeOf(name: string): string {
  return `ses_${name.replace(/[^A-Za-z0-9_.-]/g, '').slice(0, 60)}`;
}
