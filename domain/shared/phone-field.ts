import { invalidField } from './errors.ts';
import { normalizePhone } from './phone.ts';

/** The phone in a field, in E.164. Throws `invalid` naming the field by its JSON pointer. */
export function phoneField(path: string, raw: string, country: string): string {
  const phone = normalizePhone(raw, country);
  if (phone === null) throw invalidField(path, 'invalid_phone', `${path}: must be a phone number.`);
  return phone;
}
