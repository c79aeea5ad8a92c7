import { plainFacts } from './facts-mail.ts';
import { button, facts, heading, paragraph } from './layout.ts';
import type { MessageTemplate } from './template.ts';

/** The words of a language that every message about a student's record shares. */
export type RecordWords = {
  hello: string;
  what: string;
  when: string;
  modules: string;
  teacher: string;
  student: string;
  head: string;
  keep: string;
  otherwise: string;
};

/** What differs between two messages about a record. */
type RecordTexts = {
  subject: string;
  lead: string;
  button: string;
  /** one more paragraph under the button */
  after?: string;
  sms?: string;
};

/**
 * A mail about a lesson in a student's record: what happened, the lesson, a button, and the head of
 * the record. A mailbox that the school does not hold thus knows what the record said that day.
 */
export function recordMail(words: RecordWords, texts: RecordTexts): MessageTemplate {
  const lines = [
    [words.what, '{{ lesson }}'],
    [words.when, '{{ when }}'],
    [words.modules, '{{ modules }}'],
    [words.teacher, '{{ teacher }}', 'teacher'],
    [words.student, '{{ student }}', 'student'],
  ] as const;
  return {
    subject: texts.subject,
    html: [
      heading(words.hello),
      paragraph(texts.lead),
      facts(...lines),
      button(texts.button, words.otherwise),
      ...(texts.after ? [paragraph(texts.after)] : []),
      small(`${words.keep}<br><code>{{ head }}</code>`),
    ].join('\n'),
    text: [
      words.hello,
      texts.lead,
      plainFacts(lines).trimEnd(),
      `${texts.button}:\n{{ link }}`,
      ...(texts.after ? [texts.after] : []),
      `${words.keep}\n${words.head}: {{ head }}`,
      '{{ school }}\n',
    ].join('\n\n'),
    ...(texts.sms !== undefined && { sms: texts.sms }),
  };
}

function small(text: string): string {
  return `<p class="quiet" style="margin: 16px 0 0; color: #5b6472; font-size: 12px; line-height: 18px; word-break: break-all;">${text}</p>`;
}
