import { html, htmlPage } from './html.ts';
import type { InvoicePages } from './invoice-pages.ts';

const STYLE = `
body { font: 10pt/1.4 system-ui, sans-serif; color: #1d2330; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin: 0 0 1rem; }
h2 { font-size: .8rem; color: #5b6472; font-weight: 400; margin: 0; }
.parties { display: flex; gap: 2rem; margin-bottom: 1rem; }
.parties > div { flex: 1; }
table { width: 100%; border-collapse: collapse; margin: 1rem 0; }
th, td { text-align: left; padding: .3rem .4rem; border-bottom: 1px solid #c9ced6; vertical-align: top; }
.number { text-align: right; white-space: nowrap; }
small, footer, .facts th { color: #5b6472; font-weight: 400; }
.facts, .sums { width: auto; }
.sums { margin-left: auto; }
.sums tr:last-child { font-weight: 600; }
@media print { .pay { display: none; } }
`;

/** An invoice or credit note as one page of HTML that fetches nothing. */
export function invoiceHtml(pages: InvoicePages): string {
  const { title, parties, facts, columns, rows, sums, notes, link, footer } = pages;
  return htmlPage({
    language: pages.language,
    title: `${title}, ${pages.author}`,
    style: STYLE,
    body: html`<h1>${title}</h1>
<div class="parties">${parties.map(
      ({ heading, lines }) =>
        html`<div><h2>${heading}</h2>${lines.map((line) => html`<div>${line}</div>`)}</div>`,
    )}</div>
<table class="facts">${facts.map(
      ([name, value]) => html`<tr><th>${name}</th><td>${value}</td></tr>`,
    )}</table>
<table><thead><tr>${columns.map(
      (column, i) => html`<th${numeric(i)}>${column}</th>`,
    )}</tr></thead><tbody>${rows.map(
      ({ cells, note }) =>
        html`<tr>${cells.map(
          (cell, i) =>
            html`<td${numeric(i)}>${cell}${i === 0 && note && html`<br><small>${note}</small>`}</td>`,
        )}</tr>`,
    )}</tbody></table>
<table class="sums">${sums.map(
      ([name, value]) => html`<tr><td>${name}</td><td class="number">${value}</td></tr>`,
    )}</table>
${notes.map((note) => html`<p>${note}</p>`)}
${link && html`<p class="pay"><a href="${link.url}">${link.text}</a></p>`}
<footer>${footer}</footer>`,
  });
}

function numeric(column: number) {
  return column === 0 ? null : html` class="number"`;
}
