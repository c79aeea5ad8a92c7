import { randomUUID } from 'node:crypto';
import type { Fault } from './faults.ts';
import type { Received } from './front.ts';
import type { Answer } from './http.ts';

type SesError = { status: number; code: string; message: string };

/**
 * What SES answers when things go wrong. It reports a rate limit as 400 `Throttling` (v1) or 429
 * `TooManyRequestsException` (v2), and a sender or recipient it will not serve as `MessageRejected`.
 */
export function sesFault(fault: Fault, received: Received): Answer {
  const isV2 = received.path.startsWith('/v2/');
  const usual: Record<string, SesError> = {
    '500': { status: 500, code: 'InternalFailure', message: 'Internal failure' },
    '429': isV2
      ? { status: 429, code: 'TooManyRequestsException', message: 'Too Many Requests' }
      : { status: 400, code: 'Throttling', message: 'Maximum sending rate exceeded.' },
    '400': {
      status: 400,
      code: 'MessageRejected',
      message: 'Email address is not verified. The following identities failed the check.',
    },
  };
  const error = { ...(usual[fault.mode] as SesError) };
  if (fault.code !== undefined) error.code = String(fault.code);
  if (error.code === 'ServiceUnavailable') error.status = 503;
  return sesError(error, received);
}

/** A refusal in the format of the API that was called: XML for v1's query protocol, JSON for v2. */
export function sesError(error: SesError, received: Pick<Received, 'path'>): Answer {
  const requestId = randomUUID();
  const { status, code, message } = error;
  if (received.path.startsWith('/v2/')) {
    return {
      status,
      headers: {
        'content-type': 'application/json',
        'x-amzn-errortype': code,
        'x-amzn-requestid': requestId,
      },
      body: JSON.stringify({ message }),
    };
  }
  const type = status < 500 ? 'Sender' : 'Receiver';
  return {
    status,
    headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
    body:
      '<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">' +
      `<Error><Type>${type}</Type><Code>${escapeXml(code)}</Code>` +
      `<Message>${escapeXml(message)}</Message></Error>` +
      `<RequestId>${requestId}</RequestId></ErrorResponse>`,
  };
}

function escapeXml(text: string): string {
  return text.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
