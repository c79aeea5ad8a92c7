import type { PendingEvent } from '../../events/define.ts';
import { serviceChanged } from '../../events/schools.ts';
import { DomainError, invalidField, notFound } from '../shared/errors.ts';
import type { Id, SchoolId } from '../shared/ids.ts';
import { defined } from '../shared/merge-patch.ts';
import type { Money } from '../shared/money.ts';
import { requireVersion } from '../shared/versions.ts';
import type { Context } from '../store/context.ts';
import { create, replace } from '../store/write.ts';
import type { SchoolRow } from './school.entity.ts';
import { type ServiceRow, serviceEntity } from './service.entity.ts';
import { type ServiceKind, VAT_EXEMPTIONS } from './service.ts';
import { serviceView } from './views.ts';

export type ServiceInput = {
  name: string;
  kind: ServiceKind;
  price: Money;
  vatRate?: number | undefined;
  vatExemption?: string | null | undefined;
};

/** Adds a line to the price list. Throws `invalid` for currency, VAT rate or exemption. */
export async function createService(context: Context, school: SchoolRow, input: ServiceInput) {
  const service = {
    schoolId: school.schoolId,
    serviceId: context.newId('svc'),
    name: input.name,
    kind: input.kind,
    ...priced(school, input),
    active: true,
    createdAt: context.now(),
    version: 1,
  };
  return context.store.transact(context, () => ({
    writes: [create(serviceEntity.create(service))],
    events: [changed(service)],
    result: serviceView(service),
  }));
}

export type ServicePatch = {
  [K in Exclude<keyof ServiceInput, 'price'>]?: ServiceInput[K] | undefined;
} & {
  price?: { [K in keyof Money]?: Money[K] | undefined } | undefined;
  active?: boolean | undefined;
};

/** Changes a line of the price list; invoices already made keep what they say. */
export async function changeService(
  context: Context,
  school: SchoolRow,
  serviceId: string,
  patch: ServicePatch,
  ifMatch?: number,
) {
  return context.store.transact(context, async () => {
    const key = { schoolId: school.schoolId as SchoolId, serviceId };
    const service = await context.store.get(serviceEntity, serviceEntity.get(key));
    if (!service) throw notFound('This service');
    requireVersion(service.version, ifMatch);
    const { vatExemption, price, ...changes } = patch;
    const lifted = vatExemption === null && service.vatExemption !== undefined;
    const merged = {
      ...service,
      ...defined(changes),
      price: { ...service.price, ...defined(price ?? {}) },
      vatExemption: vatExemption === undefined ? service.vatExemption : vatExemption,
      // A new exemption without a rate means no VAT; a lifted one must say its rate.
      ...((vatExemption || lifted) &&
        patch.vatRate === undefined && { vatRate: lifted ? undefined : 0 }),
    };
    const { vatExemption: _, ...kept } = service;
    const next: ServiceRow = {
      ...kept,
      ...defined(changes),
      ...priced(school, merged),
      version: service.version + 1,
    };
    return {
      writes: [replace(serviceEntity, next)],
      events: [changed(next)],
      result: serviceView(next),
    };
  });
}

function changed({ schoolId, serviceId, version }: ServiceRow): PendingEvent {
  const id = serviceId as Id<'svc'>;
  return serviceChanged.of(schoolId as SchoolId, { id, version }, { serviceId: id });
}

/** Price and VAT of a line, checked: either a rate above nothing or a lawful reason for none. */
function priced(
  school: SchoolRow,
  { price, vatRate, vatExemption }: Pick<ServiceInput, 'price' | 'vatRate' | 'vatExemption'>,
): { price: Money; vatRate: number; vatExemption?: string } {
  if (price.currency !== school.currency) {
    throw invalidField(
      '/price/currency',
      'wrong_currency',
      `/price/currency: this school charges in ${school.currency}.`,
    );
  }
  if (vatExemption) {
    const lawful: readonly string[] =
      (VAT_EXEMPTIONS as Record<string, readonly string[]>)[school.country] ?? [];
    if (!lawful.includes(vatExemption)) {
      throw invalidField(
        '/vatExemption',
        'unknown_exemption',
        `/vatExemption: must be one of ${lawful.join(', ')}.`,
      );
    }
    if (vatRate)
      throw invalidField('/vatRate', 'exempt', '/vatRate: an exempt service carries no VAT.');
    return { price, vatRate: 0, vatExemption };
  }
  if (vatRate === undefined) {
    throw new DomainError('invalid', '/vatRate: give a rate or an exemption.', {
      errors: [
        { path: '/vatRate', code: 'required', message: '/vatRate: give a rate or an exemption.' },
      ],
    });
  }
  return { price, vatRate };
}
