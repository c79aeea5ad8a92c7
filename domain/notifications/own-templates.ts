import type { SchoolRow } from '../schools/school.entity.ts';
import { LANGUAGES, type Language } from '../schools/school.ts';
import type { Context } from '../store/context.ts';
import { defaultTemplate } from './default-templates.ts';
import { type NotificationKind, OWN_KINDS } from './notification.ts';
import { readTemplate, readTemplates } from './school-templates.ts';
import type { TemplateRow } from './template.entity.ts';
import { type TemplateOf, variablesOf } from './template-frame.ts';
import { type BrokenTemplate, type OwnTemplate, TEMPLATE_PARTS } from './templates/template.ts';

export type TemplateView = {
  id: string;
  key: NotificationKind;
  language: Language;
  /** parts that are the school's own */
  own: string[];
  subject: string;
  html: string;
  text: string;
  /** null: this message never goes by SMS */
  sms: string | null;
  variables: string[];
  broken: BrokenTemplate | null;
  version: number;
};

/** The texts of one message in one language as they go out now. */
export async function getTemplate(context: Context, of: TemplateOf): Promise<TemplateView> {
  const { key, language, school } = of;
  const { schoolId } = school;
  return templateView(of, await readTemplate(context, { schoolId, key, language }));
}

/** Every message that a school may put into its own words, in both languages. */
export async function listTemplates(
  context: Context,
  school: SchoolRow,
  portalUrl: string,
): Promise<TemplateView[]> {
  const rows = await readTemplates(context, school.schoolId);
  return OWN_KINDS.flatMap((key) =>
    LANGUAGES.map((language) => {
      const row = rows.find((one) => one.key === key && one.language === language);
      return templateView({ school, portalUrl, key, language }, row ?? null);
    }),
  );
}

/** The parts that are a school's own words. */
export function partsOf(row: TemplateRow): OwnTemplate {
  return Object.fromEntries(
    TEMPLATE_PARTS.flatMap((part) => (row[part] === undefined ? [] : [[part, row[part]]])),
  );
}

export function templateView(
  { school, portalUrl, key, language }: TemplateOf,
  row: TemplateRow | null,
): TemplateView {
  const usual = defaultTemplate(key, language);
  const own = row ? partsOf(row) : {};
  return {
    ...{ id: `${key}/${language}`, key, language, own: Object.keys(own) },
    subject: own.subject ?? usual.subject,
    html: own.html ?? usual.html,
    text: own.text ?? usual.text,
    sms: own.sms ?? usual.sms ?? null,
    variables: variablesOf({ key, language, portalUrl, schoolName: school.name }),
    broken: row?.broken ?? null,
    version: row?.version ?? 0,
  };
}
