import { button, facts, heading, paragraph } from './layout.ts';
import type { MessageTemplate } from './template.ts';

/** The words of a language that every message about money shares. */
export type MoneyWords = {
  hello: string;
  button: string;
  otherwise: string;
};

/** A line of the facts: its name, the text, and the datum without which it is left out. */
export type MoneyLine = readonly [name: string, value: string, when?: string];

/** The mail of one kind: what happened in a sentence, then the facts, then the way to the invoice. */
export function moneyMail(
  words: MoneyWords,
  subject: string,
  lead: string,
  lines: readonly MoneyLine[],
  sms?: string,
): MessageTemplate {
  const text = lines.map(([name, value, when]) => {
    const line = `${name}: ${value}\n`;
    return when ? `{% if ${when} %}${line}{% endif %}` : line;
  });
  return {
    subject,
    html: [
      heading(words.hello),
      paragraph(lead),
      facts(...lines),
      button(words.button, words.otherwise),
    ].join('\n'),
    text: `${words.hello}\n\n${lead}\n\n${text.join('')}\n${words.button}:\n{{ link }}\n\n{{ school }}\n`,
    ...(sms !== undefined && { sms }),
  };
}
