import type { Language } from '../schools/school.ts';
import type { NotificationKind } from './notification.ts';
import { DA } from './templates/da.ts';
import { EN } from './templates/en.ts';
import type { MessageTemplate } from './templates/template.ts';

const TEMPLATES: Record<Language, Record<NotificationKind, MessageTemplate>> = { da: DA, en: EN };

/** The platform's own texts of a kind in a language. */
export function defaultTemplate(kind: NotificationKind, language: Language): MessageTemplate {
  return TEMPLATES[language][kind];
}
