import type { DeliveryReport } from './track-delivery.ts';

/** What the rule for SES's events leaves of one: no address, no subject. */
export type SesReport = {
  type: 'Bounce' | 'Complaint' | 'Delivery' | 'Reject' | 'Rendering Failure';
  messageId: string;
  /** of a bounce: `Permanent`, `Transient`, `Undetermined`, and what about it */
  bounceType?: string | null | undefined;
  bounceSubType?: string | null | undefined;
};

/**
 * SES's report as ours. Only a permanent bounce says that the mailbox is not there; a full one may be
 * emptied. Source: SES, "Contents of event data that Amazon SES publishes".
 */
export function readSesReport(report: SesReport): DeliveryReport {
  const { type, messageId: providerId, bounceType, bounceSubType } = report;
  switch (type) {
    case 'Delivery':
      return { providerId, status: 'delivered' };
    case 'Bounce':
      return {
        ...{ providerId, status: 'bounced' },
        code: code('ses_bounce', bounceType, bounceSubType),
        ...(bounceType === 'Permanent' && { suppress: 'bounce' }),
      };
    case 'Complaint':
      return { providerId, status: null, code: 'ses_complaint', suppress: 'complaint' };
    case 'Reject':
    case 'Rendering Failure':
      return { providerId, status: 'failed', code: `ses_${type.toLowerCase().replace(' ', '_')}` };
  }
}

/** What is left of a status callback of Twilio's: no number, no text. */
export type TwilioReport = { messageSid: string; status: string; errorCode?: string | undefined };

const SAID_STOP = '21610';

/** Twilio's report as ours; null for steps on the way (`accepted`, `queued`, `sending`, `sent`). */
export function readTwilioReport(report: TwilioReport): DeliveryReport | null {
  const { messageSid: providerId, status, errorCode } = report;
  const failed = {
    code: code('twilio', errorCode ?? status),
    ...(errorCode === SAID_STOP && { suppress: 'stop' as const }),
  };
  switch (status) {
    case 'delivered':
    case 'read':
      return { providerId, status: 'delivered' };
    case 'undelivered':
      return { providerId, status: 'undelivered', ...failed };
    case 'failed':
    case 'canceled':
      return { providerId, status: 'failed', ...failed };
    default:
      return null;
  }
}

function code(...parts: (string | null | undefined)[]): string {
  return parts
    .filter((part) => part)
    .map((part) =>
      String(part)
        .replace(/[^A-Za-z0-9_]/g, '')
        .slice(0, 40),
    )
    .join('_');
}
