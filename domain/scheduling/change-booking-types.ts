import type { PendingEvent } from '../../events/define.ts';
import { bookingTypeChanged } from '../../events/scheduling.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import { invalidField } from '../shared/errors.ts';
import type { Id, SchoolId } from '../shared/ids.ts';
import { defined, mergePatch } from '../shared/merge-patch.ts';
import type { Money } from '../shared/money.ts';
import { requireVersion } from '../shared/versions.ts';
import type { Context } from '../store/context.ts';
import { create, replace } from '../store/write.ts';
import { type BookingTypeRow, bookingTypeEntity } from './booking-type.entity.ts';
import type { BookingType, CancellationPolicy } from './booking-type.ts';
import { readBookingType } from './read-configuration.ts';
import { bookingTypeView } from './views.ts';

type PlainFields = Omit<
  BookingType,
  'id' | 'version' | 'active' | 'price' | 'lateFee' | 'noShowFee' | 'cancellation'
>;

/** A policy as callers send it; which of the two kinds it is shows in the fields. */
export type PolicyInput = {
  hoursBefore?: number | null | undefined;
  workingDaysBefore?: number | null | undefined;
  clock?: string | null | undefined;
};

export type BookingTypeInput = PlainFields & {
  price: Money;
  lateFee: Money | null;
  noShowFee: Money | null;
  cancellation: PolicyInput;
};

type MoneyPatch = { amount?: number | undefined; currency?: string | undefined };

/** A merge patch: money and the policy deeply, `null` clears a fee. */
export type BookingTypePatch = { [K in keyof PlainFields]?: PlainFields[K] | undefined } & {
  price?: MoneyPatch | undefined;
  lateFee?: MoneyPatch | null | undefined;
  noShowFee?: MoneyPatch | null | undefined;
  cancellation?: PolicyInput | undefined;
  active?: boolean | undefined;
};

/** Adds something that can be booked. Throws `invalid` for a currency or a policy. */
export async function createBookingType(
  context: Context,
  school: SchoolRow,
  input: BookingTypeInput,
): Promise<BookingType> {
  const { price, lateFee, noShowFee, cancellation, ...plain } = input;
  const type: BookingTypeRow = {
    schoolId: school.schoolId,
    bookingTypeId: context.newId('bty'),
    ...plain,
    price: inCurrency(school, '/price', price),
    ...fee(school, 'lateFee', lateFee),
    ...fee(school, 'noShowFee', noShowFee),
    cancellation: policyOf(cancellation),
    active: true,
    createdAt: context.now(),
    version: 1,
  };
  return context.store.transact(context, () => ({
    writes: [create(bookingTypeEntity.create(type))],
    events: [changed(type)],
    result: bookingTypeView(type),
  }));
}

/** Changes a booking type; bookings already made keep their terms. */
export async function changeBookingType(
  context: Context,
  school: SchoolRow,
  bookingTypeId: string,
  patch: BookingTypePatch,
  ifMatch?: number,
): Promise<BookingType> {
  return context.store.transact(context, async () => {
    const type = await readBookingType(context.store, school.schoolId, bookingTypeId);
    requireVersion(type.version, ifMatch);
    const { price, lateFee, noShowFee, cancellation, ...plain } = patch;
    const { lateFee: oldLateFee, noShowFee: oldNoShowFee, ...kept } = type;
    const next: BookingTypeRow = {
      ...kept,
      ...defined(plain),
      price: inCurrency(school, '/price', { ...type.price, ...defined(price ?? {}) }),
      ...fee(school, 'lateFee', patchedFee(school, oldLateFee, lateFee)),
      ...fee(school, 'noShowFee', patchedFee(school, oldNoShowFee, noShowFee)),
      cancellation: patchedPolicy(type.cancellation, cancellation),
      version: type.version + 1,
    };
    return {
      writes: [replace(bookingTypeEntity, next)],
      events: [changed(next)],
      result: bookingTypeView(next),
    };
  });
}

function changed({ schoolId, bookingTypeId, version }: BookingTypeRow): PendingEvent {
  const id = bookingTypeId as Id<'bty'>;
  return bookingTypeChanged.of(schoolId as SchoolId, { id, version }, { bookingTypeId: id });
}

/** Throws `invalid` for money in another currency than the school's, or without an amount. */
function inCurrency(school: SchoolRow, path: string, { amount, currency }: MoneyPatch): Money {
  if (amount === undefined) {
    throw invalidField(`${path}/amount`, 'required', `${path}/amount: is required`);
  }
  if (currency !== school.currency) {
    const message = `${path}/currency: this school charges in ${school.currency}.`;
    throw invalidField(`${path}/currency`, 'wrong_currency', message);
  }
  return { amount, currency };
}

function fee<Name extends 'lateFee' | 'noShowFee'>(
  school: SchoolRow,
  name: Name,
  money: MoneyPatch | null,
): { [K in Name]?: Money } {
  if (!money) return {};
  return { [name]: inCurrency(school, `/${name}`, money) } as { [K in Name]: Money };
}

function patchedFee(
  school: SchoolRow,
  current: Money | undefined,
  patch: MoneyPatch | null | undefined,
): MoneyPatch | null {
  if (patch === undefined) return current ?? null;
  return patch && { currency: school.currency, ...current, ...defined(patch) };
}

/** Throws `invalid` unless it is one of the two kinds, whole. */
function policyOf({ hoursBefore, workingDaysBefore, clock }: PolicyInput): CancellationPolicy {
  const byHours = hoursBefore !== undefined && hoursBefore !== null;
  const byDays = typeof workingDaysBefore === 'number' && typeof clock === 'string';
  const partly = workingDaysBefore !== undefined || clock !== undefined;
  if (byHours && !partly) return { hoursBefore };
  if (byDays && !byHours) return { workingDaysBefore, clock };
  throw invalidField(
    '/cancellation',
    'invalid_policy',
    '/cancellation: give hoursBefore alone, or workingDaysBefore and clock.',
  );
}

/** What is given of one kind of policy puts the other kind's fields out. */
function patchedPolicy(
  current: CancellationPolicy,
  patch: PolicyInput | undefined,
): CancellationPolicy {
  if (!patch) return current;
  const given = defined(patch);
  const byHours = typeof given.hoursBefore === 'number';
  const byDays = typeof given.workingDaysBefore === 'number' || typeof given.clock === 'string';
  const switched = {
    ...(byHours && { workingDaysBefore: null, clock: null }),
    ...(byDays && { hoursBefore: null }),
    ...given,
  };
  return policyOf(mergePatch(current, switched) as PolicyInput);
}
