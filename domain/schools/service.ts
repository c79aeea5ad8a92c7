import type { ServiceId } from '../shared/ids.ts';
import type { Money } from '../shared/money.ts';

export const SERVICE_KINDS = ['sign_up', 'course', 'lesson', 'fee', 'material'] as const;
export type ServiceKind = (typeof SERVICE_KINDS)[number];

/**
 * Why a supply carries no VAT, per country. Denmark: momsloven § 13(1): no. 3 (education other than
 * commercial courses) and § 2 (outlays paid on in the pupil's name, such as the test fee to the state).
 */
export const VAT_EXEMPTIONS = { DK: ['education', 'outlay'] } as const;
export type VatExemption = (typeof VAT_EXEMPTIONS)[keyof typeof VAT_EXEMPTIONS][number];

/** One line of a school's price list. `vatRate` is 0 when exempt. */
export type Service = {
  id: ServiceId;
  name: string;
  kind: ServiceKind;
  price: Money;
  vatRate: number;
  vatExemption: string | null;
  active: boolean;
  version: number;
};
