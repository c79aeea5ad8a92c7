import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { readPublicSchool } from '../schools/read-public-school.ts';
import { readSchool, readSettings } from '../schools/read-schools.ts';
import type { Address, Language } from '../schools/school.ts';
import type { Money } from '../shared/money.ts';
import type { Context } from '../store/context.ts';
import { carryOutTask, type TaskOptions } from './carry-out-task.ts';
import type { TaskMessage } from './integration-queues.ts';

/** What findkoreskole.dk shows of a school. */
export type SchoolProfile = {
  name: string;
  slug: string;
  address: Address;
  contact: { email: string; phone: string };
  language: Language;
  bookingTypes: { name: string; kind: string; minutes: number; price: Money }[];
  courses: { name: string; price: Money }[];
};

export type Listing = {
  schoolRef: string;
  /** rises with every listing of the school: an older one that comes late is not taken */
  revision: number;
} & ({ listed: true; profile: SchoolProfile } | { listed: false });

/** findkoreskole.dk. */
export type Findkoreskole = { publish(listing: Listing): Promise<void> };

/**
 * Publishes the school as it is now, or takes it off the list when it has opted out or closed. What
 * the platform knows already is not told again.
 */
export function publishProfile(
  context: Context,
  { schoolId, subjectId }: TaskMessage,
  findkoreskole: Findkoreskole,
  options: TaskOptions,
): Promise<void> {
  const key = { schoolId, platform: 'findkoreskole' as const, subjectId };
  return carryOutTask(
    context,
    key,
    async ({ told, wanted }) => {
      const profile = await profileOf(context, schoolId);
      // Canonical: the table gives an address back with its parts in any order.
      const next = createHash('sha256')
        .update(canonicalize(profile) ?? '')
        .digest('hex');
      if (told === next || (told === undefined && profile === null)) return null;
      const about = { schoolRef: schoolId, revision: wanted };
      await findkoreskole.publish(
        profile ? { ...about, listed: true, profile } : { ...about, listed: false },
      );
      return { told: next };
    },
    options,
  );
}

/** The profile as it is now; null for a school that is not to be listed. */
async function profileOf({ store }: Context, schoolId: string): Promise<SchoolProfile | null> {
  const [school, { settings }] = await Promise.all([
    readSchool(store, schoolId),
    readSettings(store, schoolId),
  ]);
  if (!settings.integrations.findkoreskole || school.status !== 'active') return null;
  const { name, slug, address, contact, language, bookingTypes, courses } = await readPublicSchool(
    store,
    school.slug,
  );
  return {
    ...{ name, slug, address, contact, language },
    bookingTypes: bookingTypes.map(({ name, kind, minutes, price }) => ({
      ...{ name, kind, minutes, price },
    })),
    courses: courses.map(({ name, price }) => ({ name, price })),
  };
}
