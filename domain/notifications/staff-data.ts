import { cleanLine } from './clean-text.ts';
import { type Greeting, greeting } from './greeting.ts';
import type { MessageFacts } from './message-data.ts';

/** What staff wrote, as its templates are given it: every line clean, paragraphs kept. */
export type StaffMessageData = Greeting & {
  subject: string;
  /** paragraphs of lines */
  paragraphs: string[][];
  /** the whole text on as many lines as it was written on */
  body: string;
  link: string;
};

export type BrokenTemplateData = Greeting & {
  key: string;
  language: string;
  part: string;
  link: string;
};

const LONGEST_LINE = 5_000;

export function staffMessageData(facts: MessageFacts): StaffMessageData {
  const message = facts.staffMessage;
  if (!message) throw new Error('this message needs what staff wrote');
  const paragraphs = message.body
    .split(/\n[^\S\n]*\n/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => cleanLine(line, LONGEST_LINE))
        .filter((line) => line !== ''),
    )
    .filter((lines) => lines.length > 0);
  return {
    ...greeting(facts),
    subject: cleanLine(message.subject ?? ''),
    paragraphs,
    body: paragraphs.map((lines) => lines.join('\n')).join('\n\n'),
    link: facts.portalUrl,
  };
}

export function brokenTemplateData(facts: MessageFacts): BrokenTemplateData {
  if (!facts.brokenTemplate) throw new Error('this message needs its template');
  const { key, language, part } = facts.brokenTemplate;
  return {
    ...greeting(facts),
    ...{ key: cleanLine(key, 60), language: cleanLine(language, 20), part: cleanLine(part, 20) },
    link: facts.portalUrl,
  };
}
