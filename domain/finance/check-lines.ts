import { findBooking } from '../scheduling/booking-scope.ts';
import { readServices } from '../schools/read-schools.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import { VAT_EXEMPTIONS } from '../schools/service.ts';
import { invalidField, notFound } from '../shared/errors.ts';
import type { Money } from '../shared/money.ts';
import type { Context } from '../store/context.ts';
import { chargesOf } from './charges.ts';
import type { Charge, InvoiceLine } from './invoice.ts';

/** A line as staff write it. */
export type LineInput = {
  description: string;
  quantity: number;
  unitPrice: Money;
  vatRate?: number | undefined;
  vatExemption?: string | null | undefined;
  bookingId?: string | undefined;
  charge?: Charge | undefined;
  serviceId?: string | undefined;
};

/**
 * Checks the lines of an invoice for one student. Throws `invalid` naming the field (currency, VAT, a
 * booking twice), `not_found` for a service or booking that is not the school's or the student's.
 */
export async function checkLines(
  context: Context,
  school: SchoolRow,
  studentId: string,
  inputs: readonly LineInput[],
): Promise<InvoiceLine[]> {
  const { store } = context;
  if (inputs.some(({ serviceId }) => serviceId !== undefined)) {
    const services = await readServices(store, school.schoolId);
    const known = new Set(services.map(({ serviceId }) => serviceId));
    if (inputs.some(({ serviceId }) => serviceId && !known.has(serviceId)))
      throw notFound('This service');
  }
  const seen = new Set<string>();
  const lines: InvoiceLine[] = [];
  for (const [i, input] of inputs.entries()) {
    const line = checkLine(school, input, `/lines/${i}`);
    if (input.bookingId === undefined) {
      lines.push(line);
      continue;
    }
    const charge = await chargeOf(context, school, studentId, input, input.bookingId);
    const key = `${input.bookingId}#${charge}`;
    if (seen.has(key)) {
      throw invalidField(`/lines/${i}/bookingId`, 'duplicate', 'A booking is charged once.');
    }
    seen.add(key);
    lines.push({ ...line, bookingId: input.bookingId, charge });
  }
  return lines;
}

/** A line without a booking: money and VAT checked. `path` is where it stands in the body. */
export function checkLine(school: SchoolRow, input: LineInput, path: string): InvoiceLine {
  const { description, quantity, unitPrice, serviceId } = input;
  requireCurrency(school, unitPrice, `${path}/unitPrice`);
  return {
    ...{ description, quantity, unitPrice: unitPrice.amount },
    ...vatOf(school, input, path),
    ...(serviceId !== undefined && { serviceId }),
  };
}

/** Throws `invalid` (`wrong_currency`) naming the field. */
export function requireCurrency(
  { currency }: Pick<SchoolRow, 'currency'>,
  money: Money,
  path: string,
): void {
  if (money.currency === currency) return;
  const message = `${path}/currency: this school charges in ${currency}.`;
  throw invalidField(`${path}/currency`, 'wrong_currency', message);
}

function vatOf(
  { country }: SchoolRow,
  { vatRate, vatExemption }: LineInput,
  path: string,
): Pick<InvoiceLine, 'vatRate' | 'vatExemption'> {
  if (vatExemption) {
    const lawful: readonly string[] =
      (VAT_EXEMPTIONS as Record<string, readonly string[]>)[country] ?? [];
    if (!lawful.includes(vatExemption)) {
      const message = `${path}/vatExemption: must be one of ${lawful.join(', ')}.`;
      throw invalidField(`${path}/vatExemption`, 'unknown_exemption', message);
    }
    if (vatRate) {
      const message = `${path}/vatRate: an exempt line carries no VAT.`;
      throw invalidField(`${path}/vatRate`, 'exempt', message);
    }
    return { vatRate: 0, vatExemption };
  }
  if (vatRate === undefined) {
    const message = `${path}/vatRate: give a rate or an exemption.`;
    throw invalidField(`${path}/vatRate`, 'required', message);
  }
  return { vatRate, vatExemption: null };
}

/** What of the booking the line charges: what staff said, else the fee there is, else the lesson. */
async function chargeOf(
  context: Context,
  { schoolId }: SchoolRow,
  studentId: string,
  { charge }: LineInput,
  bookingId: string,
): Promise<Charge> {
  const booking = await findBooking(context.store, schoolId, bookingId);
  if (!booking?.students.some((part) => part.studentId === studentId))
    throw notFound('This booking');
  return charge ?? chargesOf(booking, studentId).at(-1)?.charge ?? 'lesson';
}
