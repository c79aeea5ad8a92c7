/**
 * Free text on its way into a sort key: NFKC, lower-cased, letters and digits only, 60 characters at
 * most, and the Danish letters in the Danish order (after z: æ, ø, å). No `#` survives, so no name
 * can reach into another key part.
 */
export function sortable(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      // Not in the middle of a character beyond the basic plane: half of one is no text.
      .replace(/^(.{0,60}).*$/su, '$1')
      .replace(/æ/g, '{a')
      .replace(/ø/g, '{b')
      .replace(/å/g, '{c')
  );
}

/** Text as a search compares it: case and accents do not count, `é` finds `e`. */
export function searchable(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
