import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';

/**
 * A phone number in E.164, read the way people of `country` write it: `20 12 34 56` in a Danish
 * school is `+4520123456`. Null when it is no possible number.
 */
export function normalizePhone(raw: string, country: string): string | null {
  const home = isSupportedCountry(country) ? (country as CountryCode) : undefined;
  // `(+45) 20123456` is how some write it; the library takes only `+45 20123456`.
  const written = raw
    .normalize('NFKC')
    .trim()
    .replace(/^\(\s*(\+\d{1,3})\s*\)/, '$1 ');
  const parsed = parsePhoneNumberFromString(written, {
    ...(home && { defaultCountry: home }),
    extract: false,
  });
  return parsed?.isValid() ? parsed.number : null;
}
