/**
 * How many SMS a text becomes. The GSM 7-bit alphabet holds 160 characters (153 each when split), of
 * which `^{}\[~]|€` and the form feed take two places; one character outside it turns the whole text
 * into UCS-2, 70 code units (67 each when split, a surrogate pair never torn apart).
 *
 * `æøå` are GSM-7 when composed; `å` as `a` + ring is not, so texts are NFC-normalised first.
 * Source: 3GPP TS 23.038, sections 6.1.2 and 6.2.1.
 */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const EXTENDED = new Set('^{}\\[~]|€\f');

export type Segments = { encoding: 'GSM-7' | 'UCS-2'; segments: number };

export function countSegments(text: string): Segments {
  const characters = [...text];
  const isGsm = characters.every((c) => BASIC.has(c) || EXTENDED.has(c));
  const cost = isGsm ? (c: string) => (EXTENDED.has(c) ? 2 : 1) : (c: string) => c.length;
  const [whole, part] = isGsm ? [160, 153] : [70, 67];
  const encoding = isGsm ? 'GSM-7' : 'UCS-2';

  const total = characters.reduce((sum, c) => sum + cost(c), 0);
  if (total <= whole) return { encoding, segments: total === 0 ? 0 : 1 };
  let segments = 1;
  let used = 0;
  for (const character of characters) {
    // A character of two places never straddles two messages.
    if (used + cost(character) > part) {
      segments += 1;
      used = 0;
    }
    used += cost(character);
  }
  return { encoding, segments };
}

/** Curly quotes and dashes that phones and word processors put in: they alone would double the price. */
const PLAINER: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '‚': ',',
  '“': '"',
  '”': '"',
  '„': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '\u00a0': ' ',
};

/** The text as it is counted and sent: composed letters, plain quotes, no blanks around it. */
export function plainSms(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[‘’‚“”„–—…\u00a0]/g, (c) => PLAINER[c] ?? c)
    .trim();
}

/**
 * The text as it is sent, cut to so many segments at a character's edge. `tail` comes after it whole,
 * and so does a link that the text ends with: what would be cut off a link is the way to the page.
 *
 *   `Nordby: Faktura 7 ... https://portal/invoices/inv_1`, `Stop SMS: https://portal/opt-out/x`
 *        cut here, if anywhere ^
 */
export function fitSms(text: string, segmentsMax: number, tail = ''): string {
  const plain = plainSms(text);
  const link = /\s+https?:\S+$/.exec(plain)?.[0] ?? '';
  const characters = [...plain.slice(0, plain.length - link.length)];
  const end = `${link}${tail && `\n${tail}`}`;
  const whole = (length: number) => characters.slice(0, length).join('').trimEnd() + end;
  // Cutting can only lower the count, so the longest text that fits is found by halving.
  let fits = 0;
  let tooLong = characters.length + 1;
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (countSegments(characters.slice(0, middle).join('') + end).segments <= segmentsMax)
      fits = middle;
    else tooLong = middle;
  }
  return whole(fits).trim();
}
