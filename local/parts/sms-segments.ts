// GSM 03.38: the basic table, and the signs that cost an escape besides.
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const ESCAPED = '^{}\\[~]|€\f';

/** How many parts a text is sent in: 160 septets or 70 UTF-16 units alone, 153 or 67 when split. */
export function smsSegments(text: string): number {
  let septets = 0;
  for (const sign of text) {
    if (BASIC.includes(sign)) septets += 1;
    else if (ESCAPED.includes(sign)) septets += 2;
    else return text.length <= 70 ? 1 : Math.ceil(text.length / 67);
  }
  return septets <= 160 ? 1 : Math.ceil(septets / 153);
}
