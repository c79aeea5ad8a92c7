import type { Fault } from './faults.ts';
import type { Answer } from './http.ts';

/** Twilio's error codes that a sender of SMS may meet, with the status and words it uses. */
const ERRORS: Record<number, [status: number, message: string]> = {
  20003: [401, 'Authenticate'],
  20404: [404, 'The requested resource was not found'],
  20429: [429, 'Too Many Requests'],
  20500: [500, 'Internal Server Error'],
  20503: [503, 'Service Unavailable'],
  21211: [400, "Invalid 'To' Phone Number"],
  21212: [400, "Invalid 'From' Number (caller ID)"],
  21408: [400, 'Permission to send an SMS has not been enabled for the region'],
  21602: [400, 'Message body is required.'],
  21603: [400, "A 'From' phone number is required."],
  21604: [400, "A 'To' phone number is required."],
  21606: [400, "The 'From' phone number is not a valid, SMS-capable number for your account."],
  21609: [400, "The 'StatusCallback' URL is not a valid URL."],
  21610: [400, 'Attempt to send to unsubscribed recipient'],
  21614: [400, "'To' number is not a valid mobile number"],
  21617: [400, 'The concatenated message body exceeds the 1600 character limit'],
};

const USUAL: Record<string, number> = { '400': 21211, '429': 20429, '500': 20500 };

/** A fault as Twilio answers it. Its `code` decides the words; the mode decides the status else. */
export function twilioFault(fault: Fault): Answer {
  const code = Number(fault.code ?? USUAL[fault.mode]);
  const status = ERRORS[code]?.[0] ?? Number(fault.mode);
  return twilioError(code, status);
}

export function twilioError(code: number, status: number = ERRORS[code]?.[0] ?? 400): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      code,
      message: ERRORS[code]?.[1] ?? `Error ${code}`,
      more_info: `https://www.twilio.com/docs/errors/${code}`,
      status,
    }),
  };
}
