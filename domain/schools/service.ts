export const SERVICE_KINDS = ['sign_up', 'course', 'lesson', 'fee', 'material'] as const;
export type ServiceKind = (typeof SERVICE_KINDS)[number];

/**
 * Why a supply carries no VAT, per country. Denmark: momsloven § 13(1): no. 3 (education other than
 * commercial courses) and § 2 (outlays paid on in the pupil's name, such as the test fee to the state).
 */
export const VAT_EXEMPTIONS = { DK: ['education', 'outlay'] } as const;
