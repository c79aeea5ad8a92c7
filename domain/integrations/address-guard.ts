import ipaddr from 'ipaddr.js';

/**
 * Which addresses a school may have us call. Without this, a webhook would be a way to make our
 * servers speak to each other's metadata, databases and neighbours.
 *
 * Private, loopback, link-local, carrier-grade NAT, unique local, multicast, reserved, documentation
 * and mapped ranges are all something else than `unicast` to the library; an IPv4 address inside an
 * IPv6 one (mapped, 6to4, NAT64) is refused as such, whatever it leads to.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  return ipaddr.parse(address).range() === 'unicast';
}

/** `host:port` or `host:*`, where `*` is any port but the scheme's own. */
export type AllowList = readonly string[];

/** Reads the variable: entries by comma, or `none`. */
export function readAllowList(text: string): AllowList {
  return text === 'none' ? [] : text.split(',').map((entry) => entry.trim());
}

/** Whether configuration lets this address be called though it is private or plain HTTP. */
export function isAllowed({ hostname, port }: URL, allowList: AllowList): boolean {
  // URL leaves out the scheme's own port: `host:*` means one that was said.
  return port !== '' && [`${hostname}:${port}`, `${hostname}:*`].some((e) => allowList.includes(e));
}

/** The address in a URL that names one instead of a host, without the brackets of IPv6; else null. */
export function literalAddress({ hostname }: URL): string | null {
  const bare = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
  return ipaddr.isValid(bare) ? bare : null;
}
