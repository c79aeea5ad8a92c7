import * as z from 'zod';
import { defineEvent } from './define.ts';
import { id } from './ids.ts';

/** A school's own text turned out not to work; the default goes out instead. */
export const templateBroke = defineEvent(
  'TemplateBroke',
  1,
  z.object({
    key: z.string(),
    language: z.string(),
    part: z.string(),
    adminIds: z.array(id('per')),
  }),
);

/** Staff wrote to an audience: the recipients stand in rows of their own, and are told chunk by chunk. */
export const staffMessageWritten = defineEvent(
  'StaffMessageWritten',
  1,
  z.object({ messageId: id('msg') }),
);

/** Staff sent a notification again. */
export const notificationResent = defineEvent(
  'NotificationResent',
  1,
  z.object({ notificationId: id('ntf') }),
);
