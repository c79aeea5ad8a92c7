import { lessonPlanEntity } from '../learning/lesson-plan.entity.ts';
import { notFound } from '../shared/errors.ts';
import { isId } from '../shared/ids.ts';
import { configurationPartition } from '../store/keys.ts';
import type { Page, PageOptions } from '../store/reader.ts';
import type { Store } from '../store/store.ts';
import { type DepartmentRow, departmentEntity } from './department.entity.ts';
import { type SchoolRow, schoolEntity } from './school.entity.ts';
import { settingsEntity, slugEntity } from './school-rows.entity.ts';
import { type ServiceRow, serviceEntity } from './service.entity.ts';
import { type Settings, settingsWith } from './settings.ts';

/** The school with this id. Throws `not_found`. */
export async function readSchool(store: Store, schoolId: string): Promise<SchoolRow> {
  const school = await store.get(schoolEntity, schoolEntity.get({ schoolId }));
  if (!school) throw notFound('This school');
  return school;
}

/** The school that an address in URLs belongs to; an archived one has no public pages. Throws `not_found`. */
export async function readSchoolBySlug(store: Store, slug: string): Promise<SchoolRow> {
  const claim = await store.get(slugEntity, slugEntity.get({ slug }));
  if (!claim) throw notFound('This school');
  const school = await readSchool(store, claim.schoolId);
  if (school.status === 'archived') throw notFound('This school');
  return school;
}

/** The school that a platform means by its id or its slug, whatever its status; null: none. */
export async function findSchool(store: Store, reference: string): Promise<SchoolRow | null> {
  const isSlug = /^[a-z0-9-]{2,63}$/.test(reference);
  if (!isId('sch', reference) && !isSlug) return null;
  const claim = isSlug
    ? await store.get(slugEntity, slugEntity.get({ slug: reference }))
    : { schoolId: reference };
  return claim && store.get(schoolEntity, schoolEntity.get({ schoolId: claim.schoolId }));
}

/** Every school, oldest first, a page at a time. For platform administrators. */
export function pageSchools(store: Store, options: PageOptions): Promise<Page<SchoolRow>> {
  return store.page(schoolEntity, schoolEntity.query.allByCreation({}), options);
}

/** The settings in force, and the version of what the school changed. Who shows them says the currency. */
export async function readSettings(
  store: Store,
  schoolId: string,
  currency?: string,
): Promise<{ settings: Settings; version: number }> {
  const row = await store.get(settingsEntity, settingsEntity.get({ schoolId }));
  return { settings: settingsWith(row?.changes, currency), version: row?.version ?? 0 };
}

/** The price list, oldest first. */
export function readServices(store: Store, schoolId: string): Promise<ServiceRow[]> {
  return store.all(
    serviceEntity,
    serviceEntity.query.bySchool({ schoolId }).begins({ serviceId: 'svc_' }),
  );
}

/** The departments, oldest first. */
export function readDepartments(store: Store, schoolId: string): Promise<DepartmentRow[]> {
  return store.all(
    departmentEntity,
    departmentEntity.query.bySchool({ schoolId }).begins({ departmentId: 'dep_' }),
  );
}

/** What enrolling a student depends on, in one read: school, settings, price list, plans, departments. */
export async function readConfiguration(store: Store, schoolId: string) {
  const [schools, settings, services, lessonPlans, departments] = await store.partition(
    configurationPartition(schoolId),
    schoolEntity,
    settingsEntity,
    serviceEntity,
    lessonPlanEntity,
    departmentEntity,
  );
  const school = schools[0];
  if (!school) throw notFound('This school');
  return {
    school,
    settings: settingsWith(settings[0]?.changes),
    services,
    lessonPlans,
    departments,
  };
}

export type Configuration = Awaited<ReturnType<typeof readConfiguration>>;
