import type { Context } from '../store/context.ts';
import { cleanLine } from './clean-text.ts';
import { type MessageFacts, messageData } from './message-data.ts';
import type { NotificationRow } from './notification.entity.ts';
import { renderOwnHtml, renderOwnText } from './own-liquid.ts';
import { type RenderedEmail, renderEmail, renderSms } from './render.ts';
import { reportBroken } from './school-templates.ts';
import type { TemplateRow } from './template.entity.ts';
import { layout } from './templates/layout.ts';
import type { OwnTemplate, TemplatePart } from './templates/template.ts';

/**
 * The mail in the school's own words where it has any. What was fine when it was saved may be so no
 * more (a variable of ours is gone); then the default goes out, and the school is told.
 */
export async function renderedEmail(
  context: Context,
  row: NotificationRow,
  facts: MessageFacts,
  own: TemplateRow | null,
): Promise<RenderedEmail> {
  const data = messageData(row.kind, facts);
  const usual = renderEmail(row.kind, facts.language, data);
  if (!own) return usual;
  return (await tried(context, own, () => ownEmail(own, usual, data, facts))) ?? usual;
}

/** The SMS, and whether its words are the school's own; null when this kind has no text for one. */
export async function renderedSms(
  context: Context,
  row: NotificationRow,
  facts: MessageFacts,
  own: TemplateRow | null,
): Promise<{ text: string; own: boolean } | null> {
  const data = messageData(row.kind, facts);
  const usual = renderSms(row.kind, facts.language, data);
  if (usual === null) return null;
  // What staff wrote was counted when they sent it, as a template of theirs was when they saved it.
  const theirWords = row.kind === 'staff_message';
  const sms = own && (await tried(context, own, () => ownSms(own, data)));
  return sms ? { text: sms, own: true } : { text: usual, own: theirWords };
}

/** A mail in a school's own words; parts it has none for are the usual ones. Throws with the part. */
export function ownEmail(
  own: OwnTemplate,
  usual: RenderedEmail,
  data: object,
  { language }: Pick<MessageFacts, 'language'>,
): RenderedEmail {
  const { subject, html, text } = own;
  return {
    subject:
      (subject !== undefined && part('subject', () => cleanLine(renderOwnText(subject, data)))) ||
      usual.subject,
    html:
      html === undefined
        ? usual.html
        : part('html', () => renderOwnHtml(layout(language, html), data)),
    text: text === undefined ? usual.text : part('text', () => renderOwnText(text, data)),
  };
}

/** An SMS in a school's own words, or null without them. Throws with the part. */
export function ownSms({ sms }: OwnTemplate, data: object): string | null {
  return sms === undefined ? null : part('sms', () => renderOwnText(sms, data).trim()) || null;
}

/** A part of a school's text did not render. */
export class PartError extends Error {
  override readonly name = 'PartError';
  readonly part: TemplatePart;

  constructor(failed: TemplatePart, cause: unknown) {
    super(`the part ${failed} did not render`, { cause });
    this.part = failed;
  }
}

function part<Result>(name: TemplatePart, render: () => Result): Result {
  try {
    return render();
  } catch (error) {
    throw new PartError(name, error);
  }
}

async function tried<Result>(
  context: Context,
  own: TemplateRow,
  render: () => Result,
): Promise<Result | null> {
  try {
    return render();
  } catch (error) {
    if (!(error instanceof PartError)) throw error;
    await reportBroken(context, own, error.part);
    return null;
  }
}
