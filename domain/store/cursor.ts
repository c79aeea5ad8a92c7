import { DomainError } from '../shared/errors.ts';
import { type Keys, sameText } from '../shared/secrets.ts';
import type { Row } from './port.ts';

/**
 * Cursors: where a list goes on, as opaque text that only we can write.
 *
 * The code over it covers the list it belongs to (its name, the school, the filters), so a cursor of
 * another school or another list is refused like a tampered one, with 422.
 */
export function encodeCursor(keys: Keys, list: string, lastKey: Row | undefined): string | null {
  if (!lastKey) return null;
  const body = Buffer.from(JSON.stringify(lastKey)).toString('base64url');
  return `${body}.${keys.cursor(`${list}\0${body}`)}`;
}

/** The key a cursor stands for, or undefined without a cursor. Throws `invalid` naming `/cursor`. */
export function decodeCursor(
  keys: Keys,
  list: string,
  cursor: string | undefined,
): Row | undefined {
  if (cursor === undefined) return undefined;
  const [body = '', code = '', ...rest] = cursor.split('.');
  if (rest.length > 0 || !sameText(code, keys.cursor(`${list}\0${body}`))) {
    const message = 'This cursor was not given out for this list.';
    throw new DomainError('invalid', message, {
      errors: [{ path: '/cursor', code: 'invalid_cursor', message }],
    });
  }
  return JSON.parse(Buffer.from(body, 'base64url').toString()) as Row;
}
