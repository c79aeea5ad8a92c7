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
