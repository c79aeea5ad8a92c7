import type { FieldError } from '../shared/errors.ts';
import { htmlFlaw } from './check-html.ts';
import { defaultTemplate } from './default-templates.ts';
import { linkOf } from './links.ts';
import { messageData } from './message-data.ts';
import { flawOf, variablesIn } from './own-liquid.ts';
import { type RenderedEmail, renderEmail } from './render.ts';
import { ownEmail, ownSms, PartError } from './render-own.ts';
import { sampleFacts } from './sample-facts.ts';
import { countSegments, plainSms, type Segments } from './segments.ts';
import { type TemplateFrame, variablesOf } from './template-frame.ts';
import { type OwnTemplate, TEMPLATE_PARTS, type TemplatePart } from './templates/template.ts';

export type Preview = RenderedEmail & { sms: ({ text: string } & Segments) | null };

/**
 * Tries a school's texts before they are kept: parsed, no variable that is not there, no HTML that a
 * mail may not have, the link of a message that is about one, an SMS that the school pays for, and
 * rendered with all there can be and with as little as there can be. Returns each flaw with its part,
 * line and column. Whoever calls this in a function imports it when it is needed: it brings Liquid.
 */
export function templateErrors(frame: TemplateFrame, own: OwnTemplate): FieldError[] {
  const errors = TEMPLATE_PARTS.flatMap((part) => {
    const text = own[part];
    return text === undefined ? [] : partErrors(frame, part, text);
  });
  return errors.length > 0 ? errors : renderErrors(frame, own);
}

/** How messages look with texts that have no flaw, over made-up facts. */
export function previewTemplate(frame: TemplateFrame, own: OwnTemplate): Preview {
  const { email, sms } = tried(frame, own, false);
  return { ...email, sms: sms === null ? null : { text: sms, ...countSegments(sms) } };
}

function partErrors(frame: TemplateFrame, part: TemplatePart, text: string): FieldError[] {
  const path = `/${part}`;
  const flaw = flawOf(text, variablesOf(frame));
  if (flaw) return [{ path, ...flaw, message: told(path, flaw) }];
  if (part === 'sms' && defaultTemplate(frame.key, frame.language).sms === undefined) {
    return [{ path, code: 'no_sms', message: `${path}: ${frame.key} never goes by SMS.` }];
  }
  const badHtml = part === 'html' ? htmlFlaw(text) : null;
  if (badHtml) {
    return [{ path, code: 'html_not_allowed', ...badHtml, message: told(path, badHtml) }];
  }
  const needsLink = linkOf(frame.key) && (part === 'html' || part === 'text');
  if (needsLink && !variablesIn(text).includes('link')) {
    const message = `${path}: this message is about its link, {{ link }}.`;
    return [{ path, code: 'missing_link', message }];
  }
  return [];
}

function told(path: string, flaw: { message: string; line: number; column: number }): string {
  return `${path}: line ${flaw.line}, column ${flaw.column}: ${flaw.message}`;
}

function renderErrors(frame: TemplateFrame, own: OwnTemplate): FieldError[] {
  try {
    const [full, bare] = [tried(frame, own, false), tried(frame, own, true)];
    const segments = Math.max(...[full, bare].map(({ sms }) => countSegments(sms ?? '').segments));
    if (own.sms === undefined || segments <= frame.smsSegmentsMax) return [];
    const message = `/sms: makes ${segments} SMS; the school pays for ${frame.smsSegmentsMax}.`;
    return [{ path: '/sms', code: 'too_many_segments', message }];
  } catch (error) {
    if (!(error instanceof PartError)) throw error;
    const path = `/${error.part}`;
    const { message } = error.cause as Error;
    return [{ path, code: 'template_syntax', message: `${path}: ${message.slice(0, 300)}` }];
  }
}

function tried(
  { key, ...frame }: TemplateFrame,
  own: OwnTemplate,
  bare: boolean,
): { email: RenderedEmail; sms: string | null } {
  const facts = sampleFacts(key, frame, bare);
  const data = messageData(key, facts);
  const email = ownEmail(own, renderEmail(key, frame.language, data), data, facts);
  const sms = ownSms(own, data);
  return { email, sms: sms === null ? null : plainSms(sms) };
}
