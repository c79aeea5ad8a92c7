import { DomainError } from '../shared/errors.ts';
import type { SchoolId } from '../shared/ids.ts';
import { defined } from '../shared/merge-patch.ts';
import type { Context } from '../store/context.ts';
import type { Preview } from './check-template.ts';
import { defaultTemplate } from './default-templates.ts';
import { partsOf, type TemplateView, templateView } from './own-templates.ts';
import { readTemplate, saveTemplate } from './school-templates.ts';
import { frameOf, type TemplateFrame, type TemplateOf } from './template-frame.ts';
import type { OwnTemplate } from './templates/template.ts';

/** Replaces a school's own texts of one message. Throws `invalid`, `stale_version`. */
export async function putTemplate(
  context: Context,
  of: TemplateOf,
  own: OwnTemplate,
  ifMatch?: number,
): Promise<TemplateView> {
  await checkTemplate(await frameOf(context, of), own);
  const { key, language } = of;
  const schoolId = of.school.schoolId as SchoolId;
  return templateView(of, await saveTemplate(context, { schoolId, key, language }, own, ifMatch));
}

/** How a message would look: with these texts, and the ones in force where none are given. */
export async function previewOf(
  context: Context,
  of: TemplateOf,
  own: OwnTemplate,
): Promise<Preview> {
  const { key, language, school } = of;
  const row = await readTemplate(context, { schoolId: school.schoolId, key, language });
  const kept = row && !row.broken ? partsOf(row) : {};
  const { sms } = defaultTemplate(key, language);
  const words = { ...(sms !== undefined && { sms }), ...kept, ...defined(own) };
  const frame = await frameOf(context, of);
  const { previewTemplate } = await checkTemplate(frame, words);
  return previewTemplate(frame, words);
}

/** Throws `invalid` naming each part with line and column. */
async function checkTemplate(frame: TemplateFrame, own: OwnTemplate) {
  const checker = await import('./check-template.ts');
  const errors = checker.templateErrors(frame, own);
  const [first] = errors;
  if (first) throw new DomainError('invalid', first.message, { errors });
  return checker;
}
