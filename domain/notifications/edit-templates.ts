import type { SchoolId } from '../shared/ids.ts';
import { defined } from '../shared/merge-patch.ts';
import type { Context } from '../store/context.ts';
import { checkTemplate, type Preview, previewTemplate } from './check-template.ts';
import { defaultTemplate } from './default-templates.ts';
import { partsOf, type TemplateView, templateView } from './own-templates.ts';
import { readTemplate, saveTemplate } from './school-templates.ts';
import { frameOf, type TemplateOf } from './template-frame.ts';
import type { OwnTemplate } from './templates/template.ts';

/** Replaces a school's own texts of one message. Throws `invalid`, `stale_version`. */
export async function putTemplate(
  context: Context,
  of: TemplateOf,
  own: OwnTemplate,
  ifMatch?: number,
): Promise<TemplateView> {
  checkTemplate(await frameOf(context, of), own);
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
  return previewTemplate(await frameOf(context, of), {
    ...(sms !== undefined && { sms }),
    ...kept,
    ...defined(own),
  });
}
