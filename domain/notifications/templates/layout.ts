import type { Language } from '../../schools/school.ts';

/**
 * The page around every mail: one column, inline styles (many mail programs drop a style sheet), a
 * table because some know no other layout, colours that turn over in dark mode where that is known.
 */
const FOOTER: Record<Language, string> = {
  da: 'Sendt af Just Driving på vegne af {{ school }}.',
  en: 'Sent by Just Driving on behalf of {{ school }}.',
};

const STYLE = `:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background: #16181d !important; }
  .card { background: #22252c !important; }
  .card p, .card h1, .card td { color: #eceef2 !important; }
  .quiet, .quiet a, .card p.quiet, .card td.quiet { color: #a3a9b5 !important; }
  .card { border-top-color: #6b9bff !important; }
  .button { background: #3b76ea !important; }
}`;

const FONT = `font-family: -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif`;

/** The whole HTML template of a message from its inner part. The result is still Liquid. */
export function layout(language: Language, inner: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{{ school }}</title>
<style>${STYLE}</style>
</head>
<body class="page" style="margin: 0; padding: 0; background: #f2f4f7; ${FONT};">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background: #f2f4f7;">
<tr><td align="center" style="padding: 32px 12px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width: 560px;">
<tr><td class="quiet" style="padding: 0 8px 12px; color: #5b6472; font-size: 14px; font-weight: 600;">{{ school }}</td></tr>
<tr><td class="card" style="background: #ffffff; border-radius: 12px; border-top: 4px solid #1457d9; padding: 26px 24px 12px;">
${inner}
</td></tr>
<tr><td class="quiet" style="padding: 16px 8px 0; color: #5b6472; font-size: 12px; line-height: 18px;">
{% if school == 'Just Driving' %}Just Driving{% else %}${FOOTER[language]}{% endif %}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

const BODY = 'margin: 0 0 16px; color: #1d2330; font-size: 16px; line-height: 24px;';

export function heading(text: string): string {
  return `<h1 style="margin: 0 0 16px; color: #1d2330; font-size: 22px; line-height: 28px;">${text}</h1>`;
}

export function paragraph(text: string): string {
  return `<p style="${BODY}">${text}</p>`;
}

/** A button, and the same address as text under it for who cannot press it. */
export function button(label: string, otherwise: string): string {
  return `<p style="margin: 24px 0;"><a class="button" href="{{ link }}" style="display: inline-block; background: #1457d9; color: #ffffff; font-size: 16px; font-weight: 600; text-decoration: none; padding: 13px 22px; border-radius: 8px;">${label}</a></p>
<p class="quiet" style="margin: 0 0 16px; color: #5b6472; font-size: 13px; line-height: 20px; word-break: break-all;">${otherwise}<br><a href="{{ link }}" style="color: #5b6472;">{{ link }}</a></p>`;
}

/** Name and value, side by side; a variable as the third makes it a line for when there is one. */
export function facts(
  ...rows: readonly (readonly [name: string, value: string, when?: string])[]
): string {
  const cell = 'padding: 6px 16px 6px 0; font-size: 16px; line-height: 22px; vertical-align: top;';
  const lines = rows.map(
    ([name, value, when]) =>
      `${when ? `{% if ${when} %}` : ''}<tr><td class="quiet" style="${cell} color: #5b6472;">${name}</td><td style="${cell} color: #1d2330; font-weight: 600;">${value}</td></tr>${when ? '{% endif %}' : ''}`,
  );
  return `<table role="presentation" cellpadding="0" cellspacing="0" style="margin: 0 0 16px;">${lines.join('')}</table>`;
}
