/**
 * Whether this stage may really reach a recipient. The list is comma-separated: `*` for all, an
 * address, a phone, or `@domain` for every address of exactly that domain. An empty list is nobody.
 */
export function mayReach(allowList: string, recipient: string): boolean {
  const wanted = recipient.toLowerCase();
  const domain = wanted.slice(wanted.lastIndexOf('@'));
  return allowList
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .some((entry) => entry !== '' && (entry === '*' || entry === wanted || entry === domain));
}
