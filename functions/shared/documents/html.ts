import { DOCUMENT_POLICY } from './policy.ts';

/**
 * HTML whose parts know whether they are markup or text. What is put into an `html` template is text
 * and is escaped, unless it came out of another `html` template.
 */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

type Part = Html | string | number | null | undefined | false | readonly Part[];

/**
 *   html`<p>${'a < b'}</p>`.markup              -> `<p>a &lt; b</p>`
 *   html`<ul>${items.map((i) => html`<li>${i}</li>`)}</ul>`
 *
 * `null`, `undefined` and `false` print nothing, lists print one after another.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const markup = strings.map((string, i) => string + (i < parts.length ? print(parts[i]) : ''));
  return new Html(markup.join(''));
}

function print(part: Part): string {
  if (part instanceof Html) return part.markup;
  if (Array.isArray(part)) return part.map(print).join('');
  if (part === null || part === undefined || part === false) return '';
  return escapeHtml(String(part));
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an element or a quoted attribute. Control characters, which no document may hold, go. */
export function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** A whole printable page: nothing in it is fetched from anywhere, and a script in it would not run. */
export function htmlPage(page: {
  language: string;
  title: string;
  style: string;
  body: Html;
}): string {
  return html`<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${DOCUMENT_POLICY}">
<title>${page.title}</title>
<style>${new Html(page.style)}</style>
</head>
<body>
${page.body}
</body>
</html>
`.markup;
}
