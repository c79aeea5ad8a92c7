import MailComposer from 'nodemailer/lib/mail-composer';
import type { EmailMessage } from '../../domain/notifications/provider.ts';
import { calendarFile } from './calendar-file.ts';

/**
 * A mail as the bytes that SES is given. Names and subjects go through the composer's encoding as
 * values, never into header text of ours, and were made one clean line before; the addresses are
 * checked once more here, because the stand-ins and some servers take anything.
 */
export function buildMime(message: EmailMessage, senderEmail: string): Promise<Buffer> {
  const { notificationId, correlationId, to, replyTo } = message;
  const domain = senderEmail.slice(senderEmail.lastIndexOf('@') + 1);
  const composer = new MailComposer({
    from: { name: message.from.name, address: requireAddress(senderEmail) },
    to: { name: to.name ?? '', address: requireAddress(to.address) },
    ...(replyTo !== null && {
      replyTo: { name: message.from.name, address: requireAddress(replyTo) },
    }),
    subject: message.subject,
    text: message.text,
    html: message.html,
    ...(message.calendar && {
      // As an alternative part with its method, which is what calendars act on, and as a file.
      icalEvent: {
        method: message.calendar.method,
        filename: 'booking.ics',
        content: calendarFile(message.calendar),
      },
    }),
    date: new Date(message.date),
    // The same for every try: a mailbox that gets the mail twice can tell. (SES puts its own in front.)
    messageId: `<${notificationId}@${domain}>`,
    headers: {
      'X-Notification-Id': notificationId,
      'X-Correlation-Id': correlationId,
      'Auto-Submitted': 'auto-generated',
    },
    // Nothing in a message is ever read from a file or fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** One plain address: no spaces, no controls, nothing that a list or a comment is made of. */
export function requireAddress(address: string): string {
  if (
    !/^[\x21-\x7e]+$/.test(address) ||
    !/^[^@<>()[\]\\,;:"]+@[^@<>()[\]\\,;:"]+\.[^@<>()[\]\\,;:"]+$/.test(address)
  ) {
    throw new RangeError('not one plain e-mail address');
  }
  return address;
}
