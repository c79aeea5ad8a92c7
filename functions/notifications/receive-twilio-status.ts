import { DomainError } from '../../domain/shared/errors.ts';
import { noContent } from '../shared/answer.ts';
import { twilioStatusOf } from '../shared/delivery-reports.ts';
import { ENV, requireEnvironment } from '../shared/environment.ts';
import { readSecret } from '../shared/secrets.ts';
import { sendMessage } from '../shared/send-message.ts';
import { isTwilioSignature, readAuthToken } from '../shared/twilio-signature.ts';
import { webhookHandler } from '../shared/webhook-handler.ts';
import { receiveTwilioStatusRoute } from './receive-twilio-status.contract.ts';

const publicApiUrl = requireEnvironment(ENV.publicApiUrl);

export const handler = webhookHandler(
  receiveTwilioStatusRoute,
  async ({ headers, rawBody, target }) => {
    const form = new URLSearchParams(rawBody.toString('utf8'));
    const token = readAuthToken(await readSecret(requireEnvironment(ENV.twilioSecretId)));
    const signature = headers['x-twilio-signature'];
    if (!isTwilioSignature(token, signature, `${publicApiUrl}${target}`, form)) {
      throw new DomainError('forbidden', 'This is not signed by Twilio for this address.');
    }
    const report = twilioStatusOf(form);
    if (report) await sendMessage('deliveries', report);
    return noContent();
  },
);
