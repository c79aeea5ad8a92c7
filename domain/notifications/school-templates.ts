import { templateBroke } from '../../events/notifications.ts';
import { readStaff } from '../people/read-people.ts';
import type { Language } from '../schools/school.ts';
import type { PersonId, SchoolId } from '../shared/ids.ts';
import { defined } from '../shared/merge-patch.ts';
import { requireVersion } from '../shared/versions.ts';
import type { Context } from '../store/context.ts';
import { create, remove, replace } from '../store/write.ts';
import { mayBeOwn, type NotificationKind } from './notification.ts';
import { type TemplateRow, templateEntity } from './template.entity.ts';
import type { OwnTemplate, TemplatePart } from './templates/template.ts';

export type TemplateKey = { schoolId: string; key: NotificationKind; language: Language };

export function readTemplate(
  { store }: Context,
  { schoolId, key, language }: TemplateKey,
): Promise<TemplateRow | null> {
  return store.get(templateEntity, templateEntity.get({ schoolId, key, language }));
}

/** All that a school says in its own words. */
export function readTemplates({ store }: Context, schoolId: string): Promise<TemplateRow[]> {
  return store.all(templateEntity, templateEntity.query.bySchool({ schoolId }));
}

/** The school's own words for a message, unless there are none or they were found not to work. */
export async function findOwnTemplate(
  context: Context,
  schoolId: string | undefined,
  key: NotificationKind,
  language: Language,
): Promise<TemplateRow | null> {
  if (schoolId === undefined || !mayBeOwn(key)) return null;
  const row = await readTemplate(context, { schoolId, key, language });
  return row?.broken ? null : row;
}

/** Saves a school's own words, checked before. Throws `stale_version`. */
export function saveTemplate(
  context: Context,
  key: TemplateKey,
  parts: OwnTemplate,
  ifMatch?: number,
): Promise<TemplateRow> {
  return context.store.transact(context, async () => {
    const before = await readTemplate(context, key);
    requireVersion(before?.version ?? 0, ifMatch);
    const next: TemplateRow = {
      ...key,
      ...defined(parts),
      changedAt: context.now(),
      version: (before?.version ?? 0) + 1,
    };
    const write = before ? replace(templateEntity, next) : create(templateEntity.create(next));
    return { writes: [write], result: next };
  });
}

/** Goes back to the platform's words. */
export function removeTemplate({ store, ...rest }: Context, key: TemplateKey): Promise<null> {
  const context = { store, ...rest };
  return store.transact(context, async () => {
    const row = await readTemplate(context, key);
    if (!row) return { writes: [], result: null };
    const gone = remove(
      templateEntity
        .remove(key)
        .where((attribute, operation) => operation.eq(attribute.version, row.version)),
    );
    return { writes: [gone], result: null };
  });
}

/** Notes that a school's text does not work, and tells its administrators: once, however many mails meet it. */
export function reportBroken(
  context: Context,
  { schoolId, key, language, version }: TemplateRow,
  part: TemplatePart,
): Promise<null> {
  const { store, now } = context;
  return store.transact(context, async () => {
    const row = await readTemplate(context, { schoolId, key, language });
    if (!row || row.broken || row.version !== version) return { writes: [], result: null };
    const staff = await readStaff(store, schoolId);
    const adminIds = staff
      .filter(({ roles, status }) => status === 'active' && roles.includes('school_admin'))
      .map(({ personId }) => personId as PersonId);
    const next = {
      ...row,
      broken: { at: now(), part, problem: 'does_not_render' },
      version: version + 1,
    };
    return {
      writes: [replace(templateEntity, next)],
      events: [
        templateBroke.of(
          schoolId as SchoolId,
          { id: `${key}#${language}`, version: next.version },
          { key, language, part, adminIds },
        ),
      ],
      result: null,
    };
  });
}
