/**
 * Ids are TypeIDs: a three-letter prefix and 26 characters of Crockford base32 over a UUIDv7.
 *
 * The strict lower-case pattern is what makes it safe to put them into keys: no `#`, no case to
 * collide on. Pure: the generator, with its library, is in `new-id.ts`.
 */
export const ID_PREFIXES = [
  'sch',
  'dep',
  'per',
  'veh',
  'bty',
  'svc',
  'bkg',
  'pln',
  'mod',
  'sig',
  'inv',
  'crn',
  'pay',
  'ref',
  'ntf',
  'evt',
  'reg',
  'whk',
  'run',
  'sus',
  'msg',
] as const;

export type IdPrefix = (typeof ID_PREFIXES)[number];
export type Id<P extends IdPrefix = IdPrefix> = string & { readonly __prefix: P };

export type SchoolId = Id<'sch'>;
export type PersonId = Id<'per'>;
export type InvoiceId = Id<'inv'>;
export type CreditNoteId = Id<'crn'>;
export type PaymentId = Id<'pay'>;
export type RefundId = Id<'ref'>;
export type InvoiceRunId = Id<'run'>;
export type RegistrationId = Id<'reg'>;
export type EventId = Id<'evt'>;

/** The pattern of one kind of id. 128 bits in 26 characters: the first is 0-7. */
export function idPattern(prefix: IdPrefix): RegExp {
  return new RegExp(`^${prefix}_[0-7][0-9a-hjkmnp-tv-z]{25}$`);
}

export function isId<P extends IdPrefix>(prefix: P, value: unknown): value is Id<P> {
  return typeof value === 'string' && idPattern(prefix).test(value);
}
