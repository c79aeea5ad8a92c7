/**
 * One message in one language: Liquid texts over the data of its kind (`message-data.ts`). `html` is
 * the inner part; the layout goes around it.
 */
export type MessageTemplate = {
  subject: string;
  html: string;
  text: string;
  /** only kinds that may also go by SMS; the link, if any, last */
  sms?: string;
};

export const TEMPLATE_PARTS = ['subject', 'html', 'text', 'sms'] as const;
export type TemplatePart = (typeof TEMPLATE_PARTS)[number];

/** A school's own words: the parts that are not as the platform has them. */
export type OwnTemplate = { [Part in TemplatePart]?: string | undefined };

/** When a school's text was found not to work, and which part of it; why, in a stable code. */
export type BrokenTemplate = { at: string; part: TemplatePart; problem: string };
