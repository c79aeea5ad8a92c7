import { button, facts, heading, paragraph } from './layout.ts';
import type { MessageTemplate } from './template.ts';

/** The words of a language that the messages of one subject share. */
export type FactsWords = {
  hello: string;
  button: string;
  otherwise: string;
};

/** A line of the facts: its name, the text, and the datum without which it is left out. */
export type FactLine = readonly [name: string, value: string, when?: string];

/** The mail of one kind: what happened in a sentence, then the facts, then the way there. */
export function factsMail(
  words: FactsWords,
  subject: string,
  lead: string,
  lines: readonly FactLine[],
  sms?: string,
): MessageTemplate {
  return {
    subject,
    html: [
      heading(words.hello),
      paragraph(lead),
      facts(...lines),
      button(words.button, words.otherwise),
    ].join('\n'),
    text: `${words.hello}\n\n${lead}\n\n${plainFacts(lines)}\n${words.button}:\n{{ link }}\n\n{{ school }}\n`,
    ...(sms !== undefined && { sms }),
  };
}

/** The facts in plain text, a line each; those without their datum are left out. */
export function plainFacts(lines: readonly FactLine[]): string {
  return lines
    .map(([name, value, when]) => {
      const line = `${name}: ${value}\n`;
      return when ? `{% if ${when} %}${line}{% endif %}` : line;
    })
    .join('');
}
