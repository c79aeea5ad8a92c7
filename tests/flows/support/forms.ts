import { randomBytes } from 'node:crypto';

/** A word that no other test uses, for addresses and slugs. */
export function unique(label = 'x'): string {
  return `${label}-${randomBytes(5).toString('hex')}`;
}

export function anyEmail(label = 'nogen'): string {
  return `${unique(label)}@flows.example`;
}

type Fields = Record<string, unknown>;

/** A grown-up's registration with a school whose terms are version 1; a fresh address each time. */
export function registrationForm(overrides: Fields = {}): Fields & { email: string } {
  return {
    name: 'Ida Holm',
    email: anyEmail('ida'),
    phone: '+4520123456',
    birthDate: '2001-03-14',
    language: 'da',
    termsVersion: '1',
    consents: [{ kind: 'terms', granted: true }],
    ...overrides,
  } as Fields & { email: string };
}

export function guardian(overrides: Fields = {}): Fields & { email: string } {
  return {
    name: 'Karen Holm',
    email: anyEmail('karen'),
    phone: '+4520654321',
    ...overrides,
  } as Fields & {
    email: string;
  };
}

export function schoolForm(overrides: Fields = {}): Fields {
  return {
    name: 'Prøveskolen',
    slug: unique('skole'),
    timeZone: 'Europe/Copenhagen',
    currency: 'DKK',
    language: 'da',
    address: { street: 'Prøvevej 1', postalCode: '8000', city: 'Aarhus C', country: 'DK' },
    contact: { email: 'kontor@flows.example', phone: '+4586123400' },
    vatNumber: '12345674',
    admin: { name: 'Astrid Prøve', email: anyEmail('admin') },
    ...overrides,
  };
}

export function signUpService(overrides: Fields = {}): Fields {
  return {
    name: 'Indmeldelse',
    kind: 'sign_up',
    price: { amount: 50_000, currency: 'DKK' },
    vatRate: 25,
    ...overrides,
  };
}

export function courseService(overrides: Fields = {}): Fields {
  return {
    name: 'Lovpakke kategori B',
    kind: 'course',
    price: { amount: 1_299_500, currency: 'DKK' },
    vatRate: 25,
    ...overrides,
  };
}
