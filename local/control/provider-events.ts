import type { MessageStatus, TwilioPart } from '../parts/twilio.ts';

/** What SES calls an event, and what EventBridge calls the same. */
const DETAIL_TYPES: Record<string, string> = {
  Send: 'Email Sent',
  Delivery: 'Email Delivered',
  Bounce: 'Email Bounced',
  Complaint: 'Email Complaint Received',
  Reject: 'Email Rejected',
  'Rendering Failure': 'Email Rendering Failed',
  DeliveryDelay: 'Email Delivery Delayed',
};

/**
 * An event of SES as EventBridge carries it, from what the caller made: SES's own record
 * (`{ eventType, mail, bounce }`; SNS says `notificationType`), or the whole event of the bus.
 */
export function sesEvent(body: Record<string, unknown>): [detailType: string, detail: object] {
  if (typeof body['detail-type'] === 'string') {
    return [body['detail-type'], (body.detail ?? {}) as object];
  }
  const type = String(body.eventType ?? body.notificationType ?? '');
  const detailType = DETAIL_TYPES[type];
  if (detailType === undefined) {
    throw new TypeError(`eventType: one of ${Object.keys(DETAIL_TYPES).join(', ')}`);
  }
  return [detailType, { ...body, eventType: type }];
}

/**
 * A status callback of Twilio's, correctly signed: `{ messageSid, status, errorCode? }`, or Twilio's
 * own names of them with whatever else is wanted. A message that the stand-in has moves to the status;
 * of any other the form goes to where ours would.
 */
export function postTwilioStatus(
  twilio: TwilioPart,
  api: string,
  body: Record<string, unknown>,
): Promise<{ status: number }> {
  const of = (...names: string[]) =>
    names.map((name) => body[name]).find((value) => value !== undefined);
  const sid = of('messageSid', 'MessageSid', 'SmsSid', 'sid', 'id');
  const status = of('status', 'MessageStatus', 'SmsStatus');
  const code = of('errorCode', 'ErrorCode');
  if (typeof sid !== 'string') throw new TypeError('messageSid: the id of an SMS');
  if (typeof status !== 'string')
    throw new TypeError('status: delivered, undelivered, failed, ...');
  const message = twilio.list().find(({ id }) => id === sid);
  if (message?.statusCallback) {
    const number = code === undefined || code === null ? undefined : Number(code);
    return twilio.postStatus(sid, status as MessageStatus, number);
  }
  const fields = { MessageSid: sid, MessageStatus: status, SmsSid: sid, SmsStatus: status };
  const all = code === undefined || code === null ? fields : { ...fields, ErrorCode: String(code) };
  return twilio.postForm(`${api}/webhooks/twilio/status`, all);
}
