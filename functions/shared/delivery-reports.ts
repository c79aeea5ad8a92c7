import * as z from 'zod';
import {
  readSesReport,
  readTwilioReport,
  type TwilioReport,
} from '../../domain/notifications/reports.ts';
import type { DeliveryReport } from '../../domain/notifications/track-delivery.ts';

/** What lies in the queue of reports: ids and codes, from the rule of SES's events or from Twilio's callback. */
const ses = z.object({
  provider: z.literal('ses'),
  type: z.enum(['Bounce', 'Complaint', 'Delivery', 'Reject', 'Rendering Failure']),
  messageId: z.string(),
  bounceType: z.string().nullish(),
  bounceSubType: z.string().nullish(),
});
const twilio = z.object({
  provider: z.literal('twilio'),
  messageSid: z.string(),
  status: z.string(),
  errorCode: z.string().optional(),
});
const report = z.discriminatedUnion('provider', [ses, twilio]);

/** The body of a message in that queue; null for a report that changes nothing. Throws on anything else. */
export function readReport(body: unknown): DeliveryReport | null {
  const read = report.parse(body);
  return read.provider === 'ses' ? readSesReport(read) : readTwilioReport(read);
}

/** What of a status callback goes into the queue; null when it names no message. */
export function twilioStatusOf(
  form: URLSearchParams,
): (TwilioReport & { provider: 'twilio' }) | null {
  const messageSid = form.get('MessageSid') ?? form.get('SmsSid');
  const status = form.get('MessageStatus') ?? form.get('SmsStatus');
  const errorCode = form.get('ErrorCode');
  if (!messageSid || !status) return null;
  return { provider: 'twilio', messageSid, status, ...(errorCode && { errorCode }) };
}
