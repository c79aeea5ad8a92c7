import { Liquid } from 'liquidjs';
import type { Language } from '../schools/school.ts';
import { cleanLine } from './clean-text.ts';
import { defaultTemplate } from './default-templates.ts';
import type { MessageData } from './message-data.ts';
import type { NotificationKind } from './notification.ts';
import { layout } from './templates/layout.ts';

/**
 * Data is only ever data: a name that reads `{{ 7 | times: 7 }}` is printed as it stands, because
 * what a template puts out is not parsed again. Templates are given own properties only, know no
 * files, and may not run long, since schools will write their own.
 */
export const RENDERING = {
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
  relativeReference: false,
  templates: {},
  parseLimit: 100_000,
  renderLimit: 500,
  memoryLimit: 1_000_000,
} as const;

const html = new Liquid({ ...RENDERING, outputEscape: 'escape' });
const plain = new Liquid(RENDERING);

export type RenderedEmail = { subject: string; html: string; text: string };

/** The mail of a kind in a language. Its HTML has every value escaped; its subject is one clean line. */
export function renderEmail<K extends NotificationKind>(
  kind: K,
  language: Language,
  data: MessageData[K],
): RenderedEmail {
  const template = defaultTemplate(kind, language);
  return {
    subject: cleanLine(plain.parseAndRenderSync(template.subject, data)),
    html: html.parseAndRenderSync(layout(language, template.html), data),
    text: plain.parseAndRenderSync(template.text, data),
  };
}

/** The SMS of a kind in a language, before it is fitted; null for a kind that has none. */
export function renderSms<K extends NotificationKind>(
  kind: K,
  language: Language,
  data: MessageData[K],
): string | null {
  const template = defaultTemplate(kind, language).sms;
  return template === undefined ? null : plain.parseAndRenderSync(template, data);
}
