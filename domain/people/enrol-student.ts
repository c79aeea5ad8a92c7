import type { PendingEvent } from '../../events/define.ts';
import { studentEnrolled } from '../../events/people.ts';
import { buyerOf, initialLines } from '../finance/initial-invoice.ts';
import { invoiceEntity } from '../finance/invoice.entity.ts';
import { draftInvoice, planIssue } from '../finance/issue-invoice.ts';
import { type Configuration, readConfiguration } from '../schools/read-schools.ts';
import { DomainError } from '../shared/errors.ts';
import type { InvoiceId, PersonId, SchoolId } from '../shared/ids.ts';
import type { Context } from '../store/context.ts';
import type { TransactItem } from '../store/port.ts';
import { create, replace } from '../store/write.ts';
import { isMinor } from './age.ts';
import { checkRegistration } from './check-registration.ts';
import { type PlannedIdentity, planIdentity } from './identity.ts';
import { type MembershipRow, membershipEntity } from './membership.entity.ts';
import type { StudentPart } from './membership.ts';
import { readMembership } from './read-people.ts';
import type { RegistrationForm, StoredForm } from './registration.ts';
import { type StudentView, studentView } from './views.ts';

/** Ids that one enrolment may need, minted before the decision so that a second run plans the same. */
export type EnrolmentIds = { personId: PersonId; invoiceId: InvoiceId };

export function mintEnrolmentIds(context: Context): EnrolmentIds {
  return { personId: context.newId('per'), invoiceId: context.newId('inv') };
}

/**
 * The office enrols a student: active at once, the first invoice issued at once.
 * Throws `already_enrolled` with `studentId`, and whatever a registration is refused for.
 */
export async function enrolStudent(
  context: Context,
  schoolId: SchoolId,
  form: RegistrationForm,
): Promise<StudentView> {
  const ids = mintEnrolmentIds(context);
  return context.store.transact(context, async () => {
    const configuration = await readConfiguration(context.store, schoolId);
    const checked = checkRegistration(form, configuration, context.now());
    const identity = await planIdentity(context, checked.email, ids.personId);
    const existing = identity.isNew
      ? null
      : await readMembership(context.store, schoolId, identity.personId);
    if (existing && (existing.student || existing.status !== 'active')) {
      throw new DomainError(
        'already_enrolled',
        'A student with this e-mail address is enrolled here.',
        {
          studentId: identity.personId,
        },
      );
    }
    const welcome = identity.hasPassword ? 'enrolled' : 'set_password';
    const { writes, events, membership } = await planEnrolment(context, {
      configuration,
      form: checked,
      identity,
      existing,
      invoiceId: ids.invoiceId,
      status: 'active',
      welcome,
    });
    return { writes, events, result: studentView(membership) };
  });
}

type Enrolment = {
  configuration: Configuration;
  form: StoredForm;
  identity: PlannedIdentity;
  /** the active membership of somebody who works here and now learns here, too */
  existing: MembershipRow | null;
  invoiceId: InvoiceId;
  status: 'pending' | 'active';
  welcome: 'set_password' | 'confirm' | 'enrolled';
};

/**
 * Plans identity, membership, lesson plan, first invoice and event of one enrolment, for the caller's
 * transaction. Pending: the invoice stays a draft until the mailed link activates the membership.
 */
export async function planEnrolment(context: Context, enrolment: Enrolment) {
  const { configuration, form, identity, existing, invoiceId, status, welcome } = enrolment;
  const { school, settings, services, lessonPlans } = configuration;
  const schoolId = school.schoolId as SchoolId;
  const { personId } = identity;
  const now = context.now();
  const lines = initialLines(services, form.courseServiceId);
  const plan = lessonPlans.find(({ isDefault }) => isDefault);
  const student: StudentPart = {
    birthDate: form.birthDate,
    guardians: form.guardians,
    teacherIds: [],
    lessonPlanId: plan?.lessonPlanId ?? null,
    lessonPlanVersion: plan?.latest ?? null,
    termsVersion: form.termsVersion,
    consents: form.consents,
    ...(form.lead && { lead: form.lead }),
    draftInvoiceId: lines.length > 0 && status === 'pending' ? invoiceId : null,
  };
  const profile = {
    name: form.name,
    email: form.email,
    phone: form.phone,
    language: form.language,
    ...(form.address !== undefined && { address: form.address }),
    lastRegistrationMailAt: now,
  };
  const membership: MembershipRow = existing
    ? {
        // Their profile is theirs already; the form only adds what it has not.
        ...profile,
        ...existing,
        lastRegistrationMailAt: now,
        roles: [...existing.roles, 'student'],
        student,
        version: existing.version + 1,
      }
    : {
        personId,
        schoolId,
        roles: ['student'],
        status,
        departmentIds: [],
        ...profile,
        student,
        createdAt: now,
        version: 1,
      };

  const writes: TransactItem[] = [
    ...identity.writes,
    existing ? replace(membershipEntity, membership) : create(membershipEntity.create(membership)),
  ];
  const events: PendingEvent[] = [
    studentEnrolled.of(
      schoolId,
      { id: personId, version: membership.version },
      { personId, welcome },
    ),
  ];
  if (lines.length > 0) {
    const buyer = buyerOf(form, isMinor(form.birthDate, now, school.timeZone));
    const invoice = draftInvoice(context, school, { invoiceId, studentId: personId, lines, buyer });
    if (status === 'pending') {
      writes.push(create(invoiceEntity.create(invoice)));
    } else {
      const issue = await planIssue(context, { school, settings, invoice, stored: false });
      writes.push(...issue.writes);
      events.push(...issue.events);
    }
  }
  return { writes, events, membership };
}
