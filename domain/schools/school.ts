import type { SchoolId } from '../shared/ids.ts';
import type { Instant } from '../shared/instant.ts';

/** A postal address: one line of text, or its parts. Stored and answered as it was given. */
export type Address =
  | string
  | { street: string; postalCode: string; city: string; country?: string };

export const SCHOOL_STATUSES = ['active', 'suspended', 'archived'] as const;
export type SchoolStatus = (typeof SCHOOL_STATUSES)[number];

export const LANGUAGES = ['da', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A driving school: one tenant. */
export type School = {
  id: SchoolId;
  name: string;
  slug: string;
  timeZone: string;
  currency: string;
  language: Language;
  /** ISO 3166: how phone numbers are read */
  country: string;
  address: Address;
  contact: { email: string; phone: string };
  vatNumber: string | null;
  status: SchoolStatus;
  createdAt: Instant;
  version: number;
};
