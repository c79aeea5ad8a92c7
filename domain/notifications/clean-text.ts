/**
 * Text that came from outside, made fit for a message: one line, no control characters (a header
 * ends at a line break), no characters that turn the writing direction or cannot be seen (they make
 * a name look like another one), composed letters (NFC), and of bounded length.
 */
export function cleanLine(text: string, longest = 200): string {
  const line = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    // Format characters: marks and overrides of direction, zero-width characters, tags.
    .replace(/\p{Cf}|[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu, '')
    .toWellFormed()
    .replace(/\s+/g, ' ')
    .trim();
  return [...line].slice(0, longest).join('').trim();
}

const LONGEST_GREETING = 60;

/**
 * The name in a greeting, or null to greet without one. Anybody may type a name and somebody else's
 * address into a registration form; what looks like an address of the web or of a mailbox is not
 * repeated to that mailbox as if we had written it.
 *
 *   `Mette B. Jørgensen` -> itself        `Win at evil.example/x` -> null
 */
export function greetingName(name: string | null | undefined): string | null {
  const line = cleanLine(name ?? '');
  const looksLikeAddress = /:\/\/|@|\/|\bwww\.|[\p{L}\p{N}-]{2,}\.\p{L}{2,}/iu.test(line);
  return line === '' || looksLikeAddress || [...line].length > LONGEST_GREETING ? null : line;
}
