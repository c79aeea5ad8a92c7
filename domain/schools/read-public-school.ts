import type { Store } from '../store/store.ts';
import { readConfiguration, readSchoolBySlug } from './read-schools.ts';
import { serviceView } from './views.ts';

/** What a visitor may know of a school: where it is, what it sells, which terms are in force. */
export async function readPublicSchool(store: Store, slug: string) {
  const { schoolId } = await readSchoolBySlug(store, slug);
  const { school, settings, services } = await readConfiguration(store, schoolId);
  return {
    id: school.schoolId,
    name: school.name,
    slug: school.slug,
    address: school.address,
    contact: { email: school.contactEmail, phone: school.contactPhone },
    language: school.language,
    bookingTypes: [],
    courses: services
      .filter(({ kind, active }) => kind === 'course' && active)
      .map(serviceView)
      .map(({ version: _, active: __, ...course }) => course),
    termsVersion: settings.registration.termsVersion,
  };
}
