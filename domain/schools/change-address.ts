import { invalidField } from '../shared/errors.ts';
import { mergePatch } from '../shared/merge-patch.ts';
import type { Address } from './school.ts';

/** An address in a merge patch: a line replaces it, parts change alone, a part that is null goes. */
export type AddressPatch =
  | string
  | {
      street?: string | null | undefined;
      postalCode?: string | null | undefined;
      city?: string | null | undefined;
      country?: string | null | undefined;
    };

/** The address after a merge patch. Throws `invalid` naming a part that it then lacks. */
export function changedAddress(address: Address | undefined, patch: AddressPatch): Address {
  const changed = mergePatch(address, patch) as Address;
  if (typeof changed === 'string') return changed;
  for (const part of ['street', 'postalCode', 'city'] as const) {
    if (changed[part] === undefined) {
      throw invalidField(`/address/${part}`, 'required', `/address/${part}: is required`);
    }
  }
  return changed;
}
