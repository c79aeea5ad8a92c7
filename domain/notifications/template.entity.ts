import { CustomAttributeType, type EntityItem } from 'electrodb';
import type { Language } from '../schools/school.ts';
import { customType, SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';
import type { NotificationKind } from './notification.ts';
import type { BrokenTemplate } from './templates/template.ts';

/** One item is what a school says in its own words, for one kind of message in one language. */
export const templateEntity = tableEntity(
  {
    model: { entity: 'template', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      key: { type: CustomAttributeType<NotificationKind>('string'), required: true },
      language: { type: CustomAttributeType<Language>('string'), required: true },
      /** a part that is absent is as the platform has it */
      subject: { type: 'string' },
      html: { type: 'string' },
      text: { type: 'string' },
      sms: { type: 'string' },
      /** it could not be used; the default goes out until it is saved anew */
      broken: { type: customType<BrokenTemplate>() },
      changedAt: { type: 'string', required: true },
      version: { type: 'number', required: true },
    },
    indexes: { bySchool: KEYS.template },
  },
  TABLE,
);

export type TemplateRow = EntityItem<typeof templateEntity>;
