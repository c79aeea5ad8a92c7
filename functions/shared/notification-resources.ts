import * as z from 'zod';
import {
  NOTIFICATION_KINDS,
  NOTIFICATION_STATUSES,
  OWN_KINDS,
} from '../../domain/notifications/notification.ts';
import { instant, named } from './resource-parts.ts';
import { idOf, language, line, lines } from './schemas.ts';

export const notificationParams = z.object({ schoolId: idOf('sch'), notificationId: idOf('ntf') });
export const templateParams = z.object({
  schoolId: idOf('sch'),
  key: z.enum(OWN_KINDS),
  language,
});
/** Of any length: one that is too long is a link that leads nowhere, as every other one we do not know. */
export const optOutParams = z.object({ token: z.string().min(1) });

/** A school's own words: Liquid. What is null or left out is as the platform has it. */
export const ownTemplate = z
  .strictObject({
    subject: line(300).nullish(),
    html: lines(50_000).nullish(),
    text: lines(20_000).nullish(),
    sms: lines(2_000).nullish(),
  })
  .transform(({ subject, html, text, sms }) => ({
    subject: subject ?? undefined,
    html: html ?? undefined,
    text: text ?? undefined,
    sms: sms ?? undefined,
  }));

export const notificationResource = () =>
  named('Notification', () =>
    z.object({
      id: z.string(),
      eventId: z.string(),
      kind: z.enum(NOTIFICATION_KINDS),
      channel: z.enum(['email', 'sms']),
      personId: z.string(),
      status: z.enum(NOTIFICATION_STATUSES),
      attempts: z.int(),
      lastError: z.string().nullable(),
      providerId: z.string().nullable(),
      resendOf: z.string().nullable(),
      insteadOf: z.string().nullable(),
      heldUntil: instant().nullable(),
      createdAt: instant(),
      sentAt: instant().nullable(),
      deliveredAt: instant().nullable(),
      version: z.int(),
    }),
  );

export const templateResource = () =>
  named('Template', () =>
    z.object({
      id: z.string(),
      key: z.enum(OWN_KINDS),
      language,
      own: z.array(z.enum(['subject', 'html', 'text', 'sms'])),
      subject: z.string(),
      html: z.string(),
      text: z.string(),
      sms: z.string().nullable(),
      variables: z.array(z.string()),
      broken: z.object({ at: instant(), part: z.string(), problem: z.string() }).nullable(),
      version: z.int(),
    }),
  );

export const previewResource = () =>
  named('TemplatePreview', () =>
    z.object({
      subject: z.string(),
      html: z.string(),
      text: z.string(),
      sms: z
        .object({
          text: z.string(),
          encoding: z.enum(['GSM-7', 'UCS-2']),
          segments: z.int(),
        })
        .nullable(),
    }),
  );
