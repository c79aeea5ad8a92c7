import { bookingTypeEntity } from '../scheduling/booking-type.entity.ts';
import { bookingTypeView } from '../scheduling/views.ts';
import { configurationPartition } from '../store/keys.ts';
import type { Store } from '../store/store.ts';
import { readSchoolBySlug } from './read-schools.ts';
import { settingsEntity } from './school-rows.entity.ts';
import { serviceEntity } from './service.entity.ts';
import { settingsWith } from './settings.ts';
import { serviceView } from './views.ts';

/** What a visitor may know of a school: where it is, what it sells, which terms are in force. */
export async function readPublicSchool(store: Store, slug: string) {
  const school = await readSchoolBySlug(store, slug);
  const [settings, services, bookingTypes] = await store.partition(
    configurationPartition(school.schoolId),
    settingsEntity,
    serviceEntity,
    bookingTypeEntity,
  );
  return {
    id: school.schoolId,
    name: school.name,
    slug: school.slug,
    address: school.address,
    contact: { email: school.contactEmail, phone: school.contactPhone },
    language: school.language,
    bookingTypes: bookingTypes
      .filter(({ active }) => active)
      .map(bookingTypeView)
      .map(({ version: _, active: __, ...type }) => type),
    courses: services
      .filter(({ kind, active }) => kind === 'course' && active)
      .map(serviceView)
      .map(({ version: _, active: __, ...course }) => course),
    termsVersion: settingsWith(settings[0]?.changes).registration.termsVersion,
  };
}
