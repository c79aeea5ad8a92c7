import type { Guardian } from '../people/membership.ts';
import type { Address } from '../schools/school.ts';
import type { ServiceRow } from '../schools/service.entity.ts';
import { invalidField, notFound } from '../shared/errors.ts';
import type { Buyer, InvoiceLine } from './invoice.ts';

/**
 * The lines a new student begins with: every sign-up service of the school that costs something, and
 * the chosen course. None: there is no invoice, and no number is used.
 * Throws `not_found` for a course this school does not sell, `invalid` for a service that is none.
 */
export function initialLines(
  services: readonly ServiceRow[],
  courseServiceId: string | undefined,
): InvoiceLine[] {
  const onSale = services.filter(({ active }) => active);
  const chosen = courseServiceId === undefined ? [] : [course(onSale, courseServiceId)];
  const signUp = onSale.filter(({ kind }) => kind === 'sign_up');
  return [...signUp, ...chosen]
    .filter(({ price }) => price.amount > 0)
    .map((service) => ({
      description: service.name,
      quantity: 1,
      unitPrice: service.price.amount,
      vatRate: service.vatRate,
      vatExemption: service.vatExemption ?? null,
      serviceId: service.serviceId,
    }));
}

function course(services: readonly ServiceRow[], serviceId: string): ServiceRow {
  const service = services.find((candidate) => candidate.serviceId === serviceId);
  if (!service) throw notFound('This course');
  if (service.kind !== 'course') {
    throw invalidField(
      '/courseServiceId',
      'not_a_course',
      '/courseServiceId: this service is not a course.',
    );
  }
  return service;
}

/** Under 18 the (first) guardian is the buyer, otherwise the student. */
export function buyerOf(
  student: {
    name: string;
    email: string;
    address?: Address | undefined;
    guardians: readonly Guardian[];
  },
  isMinor: boolean,
): Buyer {
  const guardian = isMinor ? student.guardians[0] : undefined;
  const { name, email } = guardian ?? student;
  return { name, email, ...(student.address !== undefined && { address: student.address }) };
}
