import { type Invariant, named, text } from './invariant.ts';

export const schoolInvariants: Invariant[] = [
  {
    name: 'a slug leads to the one school that bears it',
    *check({ of, at }) {
      for (const slug of of('slug')) {
        const school = at(text(slug.schoolId), 'school');
        if (school?.slug !== slug.slug)
          yield `the slug ${slug.slug} leads to ${slug.schoolId}, which bears ${school?.slug}`;
      }
      for (const school of of('school')) {
        if (at(`slug#${school.slug}`, 'slug')?.schoolId !== school.schoolId) {
          yield `the school ${school.schoolId} bears the slug ${school.slug}, which does not lead to it`;
        }
      }
    },
  },
  {
    name: 'a school has settings, an invoice series, one default lesson plan and an administrator',
    *check({ of, at }) {
      for (const { schoolId } of of('school')) {
        if (!at(text(schoolId), 'settings')) yield `${schoolId} has no settings`;
        if (!at(text(schoolId), 'counter#invoice')) yield `${schoolId} has no invoice series`;
        const defaults = of('lesson-plan').filter(
          (plan) => plan.schoolId === schoolId && plan.isDefault,
        );
        if (defaults.length !== 1) yield `${schoolId} has ${defaults.length} default lesson plans`;
        const admins = of('membership').filter(
          (member) =>
            member.schoolId === schoolId && (member.roles as string[]).includes('school_admin'),
        );
        if (admins.length === 0) yield `${schoolId} has no administrator`;
      }
    },
  },
  {
    name: 'prices are whole minor units in the currency of the school',
    *check({ of, at }) {
      for (const service of of('service')) {
        const { amount, currency } = service.price as { amount: number; currency: string };
        if (!Number.isSafeInteger(amount) || amount < 0) yield `${named(service)} costs ${amount}`;
        if (currency !== at(text(service.schoolId), 'school')?.currency)
          yield `${named(service)} is priced in ${currency}`;
      }
      for (const type of of('booking-type')) {
        const school = at(text(type.schoolId), 'school');
        for (const money of [type.price, type.lateFee, type.noShowFee]) {
          if (!money) continue;
          const { amount, currency } = money as { amount: number; currency: string };
          if (!Number.isSafeInteger(amount) || amount < 0 || currency !== school?.currency)
            yield `${named(type)} asks ${amount} ${currency}`;
        }
      }
    },
  },
];
