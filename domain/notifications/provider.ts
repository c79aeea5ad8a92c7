/** A mail ready to go. Names and subject are already clean lines. */
export type EmailMessage = {
  notificationId: string;
  /** the request that caused it, as logs know it */
  correlationId: string;
  from: { name: string };
  replyTo: string | null;
  to: { name: string | null; address: string };
  subject: string;
  html: string;
  text: string;
  date: string;
  calendar?: CalendarEntry;
};

/** A calendar entry that comes with a mail: put into the reader's calendar, or taken out of it. */
export type CalendarEntry = {
  method: 'REQUEST' | 'CANCEL';
  uid: string;
  sequence: number;
  startsAt: string;
  endsAt: string;
  /** when this state of the entry was written down */
  at: string;
  summary: string;
  description: string | null;
  place: string | null;
  organizer: { name: string; email: string };
  attendee: { name: string | null; email: string };
};

/** A text message ready to go, to a number in E.164. */
export type SmsMessage = { notificationId: string; to: string; body: string };

/** What a provider says once it has taken a message: its own id, kept for callbacks and for proof. */
export type Accepted = { providerId: string };

export type EmailProvider = { send(message: EmailMessage): Promise<Accepted> };

export type SmsProvider = {
  send(message: SmsMessage): Promise<Accepted>;
  /** The message as the provider has it, if an earlier try reached it after all. */
  find(message: SmsMessage, since: string): Promise<Accepted | null>;
};

/**
 * A provider did not take a message. `retry`: busy, broken, out of reach, or badly configured on our
 * side, so the same message may well be taken later. `refused`: it never will be.
 */
export class ProviderError extends Error {
  override readonly name = 'ProviderError';
  readonly kind: 'retry' | 'refused';
  /** a stable code for `lastError`, such as `ses_Throttling`: no text of the provider's, it may hold an address */
  readonly code: string;
  readonly retryAfterSeconds: number | null;
  /** the owner of the number wants no more, whoever writes */
  readonly saysStop: boolean;

  constructor(
    kind: 'retry' | 'refused',
    code: string,
    retryAfterSeconds: number | null = null,
    cause?: unknown,
    saysStop = false,
  ) {
    super(`${kind}: ${code}`, cause === undefined ? undefined : { cause });
    this.kind = kind;
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
    this.saysStop = saysStop;
  }
}
