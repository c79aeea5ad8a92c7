import { domainToASCII } from 'node:url';

const LONGEST = 254;

/**
 * An e-mail address as we store and compare it: trimmed, lower-cased, its domain in ASCII.
 * Returns null for what we refuse: no single @, a part before it outside ASCII or outside the
 * characters that mail systems take unquoted, no dotted domain, over 254 characters.
 */
export function normalizeEmail(raw: string): string | null {
  const trimmed = raw.trim().toLowerCase();
  if (trimmed.length > LONGEST) return null;
  const at = trimmed.lastIndexOf('@');
  if (at < 1) return null;
  const local = trimmed.slice(0, at);
  const domain = asciiDomain(trimmed.slice(at + 1));
  if (local.length > 64 || domain === null) return null;
  if (!/^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/.test(local)) return null;
  // The domain may have grown on its way to ASCII.
  const address = `${local}@${domain}`;
  return address.length <= LONGEST ? address : null;
}

function asciiDomain(domain: string): string | null {
  if (/[\s\p{Cc}/\\@:?#%[\]]/u.test(domain)) return null;
  const ascii = domainToASCII(domain);
  return /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/.test(ascii)
    ? ascii
    : null;
}
