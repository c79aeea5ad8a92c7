import { invalidField } from '../shared/errors.ts';
import { type AllowList, isAllowed, isPublicAddress, literalAddress } from './address-guard.ts';

/** How a host's addresses are found here. */
export type Resolver = {
  allowList: AllowList;
  /** every address of a host, none for an unknown one; null when that is for a proxy to find out */
  addressesOf(hostname: string): Promise<readonly string[] | null>;
};

/**
 * The address of an endpoint, as it is stored. Throws `invalid` naming `/url`: no URL, plain HTTP,
 * with credentials, unknown, or leading to an address that is not on the public internet. Judged again
 * at every delivery, since names change their addresses.
 */
export async function checkedUrl(raw: string, resolver: Resolver): Promise<string> {
  const refuse = (path: string, code: string, message: string) =>
    invalidField(path, code, `${path}: ${message}`);
  if (!URL.canParse(raw))
    throw refuse('/url', 'invalid_url', 'must be an address like https://host/path');
  const url = new URL(raw);
  if (!['https:', 'http:'].includes(url.protocol) || url.username !== '' || url.password !== '')
    throw refuse('/url', 'invalid_url', 'must be an https address without user or password');
  url.hash = '';
  if (isAllowed(url, resolver.allowList)) return url.href;
  if (url.protocol !== 'https:') throw refuse('/url', 'https_required', 'must begin with https://');
  const literal = literalAddress(url);
  const addresses = literal ? [literal] : await resolver.addressesOf(url.hostname);
  if (addresses?.length === 0) throw refuse('/url', 'unknown_host', 'this host has no address');
  if (!(addresses ?? []).every(isPublicAddress))
    throw refuse('/url', 'private_address', 'must lead to an address on the public internet');
  return url.href;
}
