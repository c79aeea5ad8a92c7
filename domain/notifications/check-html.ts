import type { Place } from './own-liquid.ts';

/**
 * What the HTML of a school's mail may be made of: text, lists, tables, links and pictures. A mail
 * program runs no script anyway; this is for those that would show a form, load a frame, or follow an
 * address that somebody's name is part of.
 */
const TAGS = new Set(
  `a b blockquote br center code div em h1 h2 h3 h4 hr i img li ol p small span strong sub sup table tbody
   td tfoot th thead tr u ul`.split(/\s+/),
);
const ATTRIBUTES = new Set(
  `align alt bgcolor border cellpadding cellspacing class colspan dir height href lang role rowspan src
   style title valign width`.split(/\s+/),
);
const ADDRESS = {
  href: /^(https?:\/\/|mailto:|tel:)[^\s]*$/i,
  src: /^https:\/\/[^\s]*$/i,
} as const;
/** The one value that may be in a tag: an address of ours. */
const OUR_LINK = /^\{\{-?\s*link\s*-?\}\}$/;
const TAG =
  /^<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[^\s"'>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*(\/?)>/;
const ATTRIBUTE = /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g;

export type HtmlFlaw = { message: string } & Place;

/**
 * The first thing in a Liquid text that mails may not have, or null. It is judged as it is written:
 * values are escaped where they are put in, so no value can make a tag of its own.
 */
export function htmlFlaw(text: string): HtmlFlaw | null {
  let at = 0;
  const flaw = (message: string): HtmlFlaw => ({ message, ...placeOf(text, at) });
  while (at < text.length) {
    const rest = text.slice(at);
    if (rest.startsWith('{{') || rest.startsWith('{%')) {
      const end = rest.indexOf(rest.startsWith('{{') ? '}}' : '%}');
      at += end < 0 ? rest.length : end + 2;
      continue;
    }
    if (rest[0] !== '<') {
      const next = rest.search(/<|\{\{|\{%/);
      at += next < 0 ? rest.length : next;
      continue;
    }
    const tag = TAG.exec(rest);
    if (!tag)
      return flaw('A < that begins no tag with quoted attributes: write &lt; for the sign.');
    const [whole, , name = '', attributes = ''] = tag;
    if (!TAGS.has(name.toLowerCase())) return flaw(`<${name}> may not be in a mail.`);
    const problem = attributesFlaw(attributes);
    if (problem) return flaw(problem);
    at += whole.length;
  }
  return null;
}

function attributesFlaw(attributes: string): string | null {
  for (const [, rawName = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
    const name = rawName.toLowerCase();
    const value = decoded((double ?? single ?? '').trim());
    if (!ATTRIBUTES.has(name)) return `The attribute ${name} may not be in a mail.`;
    if (name === 'href' && OUR_LINK.test(value)) continue;
    if (/\{\{|\{%/.test(value))
      return `Of all values only {{ link }} may be in a tag, as its href.`;
    if ((name === 'href' || name === 'src') && !ADDRESS[name].test(value))
      return `${name} takes an address that begins with ${name === 'src' ? 'https://' : 'https://, mailto: or tel:'}.`;
    if (name === 'style' && /url\s*\(|expression|@import|[\\<]|javascript/i.test(value))
      return 'A style loads nothing and runs nothing.';
  }
  return null;
}

/** As a mail program reads it: `java&#115;cript:` is an address, too. */
function decoded(value: string): string {
  return value
    .replace(/&#x([0-9a-f]{1,6});?/gi, (_, hex: string) => character(Number.parseInt(hex, 16)))
    .replace(/&#(\d{1,7});?/g, (_, digits: string) => character(Number(digits)))
    .replace(/&(colon|tab|newline|lpar);?/gi, (_, name: string) => NAMED[name.toLowerCase()] ?? '');
}

const NAMED: Record<string, string> = { colon: ':', tab: '\t', newline: '\n', lpar: '(' };

function character(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function placeOf(text: string, at: number): Place {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
