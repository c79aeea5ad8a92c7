/** What a query-protocol answer is made of; what is undefined is left out. */
export type XmlValue = string | number | boolean | undefined | XmlValue[] | XmlFields;
export type XmlFields = { [name: string]: XmlValue };

/** Elements of these fields; a list becomes `<member>` elements inside its own, as AWS writes lists. */
export function toXml(fields: XmlFields): string {
  return Object.entries(fields)
    .map(([name, value]) => element(name, value))
    .join('');
}

/** As `toXml`, but lists are repeated elements without a frame: S3's way. */
export function toFlatXml(fields: XmlFields): string {
  return Object.entries(fields)
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one) => [name, one]))
    .map(([name, value]) => {
      if (value === undefined) return '';
      const inner = typeof value === 'object' ? toFlatXml(value as XmlFields) : escaped(`${value}`);
      return `<${name}>${inner}</${name}>`;
    })
    .join('');
}

function element(name: string, value: XmlValue): string {
  if (value === undefined) return '';
  return `<${name}>${content(value)}</${name}>`;
}

function content(value: XmlValue): string {
  if (Array.isArray(value)) return value.map((one) => element('member', one)).join('');
  if (typeof value === 'object') return toXml(value);
  return escaped(String(value));
}

/** Control characters that XML cannot hold are dropped, whatever a client has put into a template. */
function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll('\r', '&#xD;')
  );
}
