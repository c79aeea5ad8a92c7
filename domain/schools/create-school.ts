import { schoolCreated } from '../../events/schools.ts';
import { counterEntity } from '../finance/ledger.entity.ts';
import { planNewPlan } from '../learning/new-plan.ts';
import { DEFAULT_TEMPLATE } from '../learning/plans/templates.ts';
import { planStaffMembership } from '../people/invite-staff.ts';
import { DomainError } from '../shared/errors.ts';
import { phoneField } from '../shared/phone-field.ts';
import type { Context } from '../store/context.ts';
import { create } from '../store/write.ts';
import { schoolEntity } from './school.entity.ts';
import type { Address, Language, School } from './school.ts';
import { settingsEntity, slugEntity } from './school-rows.entity.ts';
import { schoolView } from './views.ts';

export type NewSchool = {
  name: string;
  slug: string;
  timeZone: string;
  currency: string;
  language: Language;
  country: string;
  address: Address;
  contact: { email: string; phone: string };
  vatNumber?: string | undefined;
  admin: { name: string; email: string };
};

/**
 * Creates a school with its settings, invoice series and default lesson plan, and invites its first
 * administrator. Throws `already_exists` when the slug is taken, `invalid` for the contact's phone.
 */
export async function createSchool(context: Context, input: NewSchool): Promise<School> {
  const schoolId = context.newId('sch');
  const adminId = context.newId('per');
  const lessonPlanId = context.newId('pln');
  const now = context.now();
  const school = {
    schoolId,
    name: input.name,
    slug: input.slug,
    timeZone: input.timeZone,
    currency: input.currency,
    language: input.language,
    country: input.country,
    address: input.address,
    contactEmail: input.contact.email,
    contactPhone: phoneField('/contact/phone', input.contact.phone, input.country),
    ...(input.vatNumber !== undefined && { vatNumber: input.vatNumber }),
    status: 'active' as const,
    createdAt: now,
    version: 1,
  };

  return context.store.transact(context, async () => {
    const taken = await context.store.get(slugEntity, slugEntity.get({ slug: input.slug }));
    if (taken) throw new DomainError('already_exists', `The slug ${input.slug} is taken.`);
    const admin = await planStaffMembership(context, school, adminId, {
      ...input.admin,
      roles: ['school_admin'],
      departmentIds: [],
    });
    const { name, content } = DEFAULT_TEMPLATE;
    const plan = planNewPlan(
      { schoolId, lessonPlanId, name, isDefault: true, template: DEFAULT_TEMPLATE, content },
      now,
    );
    return {
      writes: [
        create(schoolEntity.create(school)),
        create(slugEntity.create({ slug: input.slug, schoolId })),
        create(settingsEntity.create({ schoolId, changes: {}, version: 1 })),
        create(counterEntity.create({ schoolId, series: 'invoice', next: 1, version: 1 })),
        ...plan.writes,
        ...admin.writes,
      ],
      events: [schoolCreated.of(schoolId, { id: schoolId, version: 1 }, {}), ...admin.events],
      result: schoolView(school),
    };
  });
}
