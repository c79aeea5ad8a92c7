import type { InvoicePages } from './invoice-pages.ts';
import { type Block, openSheet, QUIET } from './pdf.ts';

const SHARES = [5, 1, 2, 1, 2];

/** An invoice or credit note as PDF. Import this dynamically: it brings pdfkit and the fonts. */
export function invoicePdf(pages: InvoicePages): Promise<Buffer> {
  const sheet = openSheet({
    title: pages.title,
    author: pages.author,
    language: pages.language,
    createdAt: new Date(pages.createdAt),
    footer: pages.footer,
  });
  const { text, stack, row, facts, put, rule, space } = sheet;
  const cells = (
    values: readonly string[],
    style: { bold?: boolean; color?: string } = {},
  ): Block =>
    row(
      values.map((value, i) => ({
        share: SHARES[i] ?? 1,
        block: text(value, { ...style, align: i === 0 ? 'left' : 'right' }),
      })),
    );

  put(text(pages.title, { size: 20, bold: true }));
  put(space(10));
  put(
    row(
      pages.parties.map(({ heading, lines }) => ({
        share: 1,
        block: stack([
          text(heading, { size: 8, color: QUIET }),
          ...lines.map((line) => text(line)),
        ]),
      })),
    ),
  );
  put(space(10));
  put(facts(pages.facts));
  put(rule());
  put(cells(pages.columns, { color: QUIET }));
  put(rule(3));
  for (const { cells: values, note } of pages.rows) {
    const line = cells(values);
    put(note ? stack([line, text(note, { size: 7, color: QUIET })]) : line);
    put(space(3));
  }
  put(rule());
  for (const [i, [name, value]] of pages.sums.entries()) {
    const bold = i === pages.sums.length - 1;
    put(
      row([
        { share: 4, block: space(1) },
        { share: 3, block: text(name, { bold }) },
        { share: 2, block: text(value, { bold, align: 'right' }) },
      ]),
    );
  }
  put(space(8));
  for (const note of pages.notes) put(text(note, { size: 8 }));
  if (pages.link) put(text(`${pages.link.text}: ${pages.link.url}`, { size: 8 }));
  return sheet.finish();
}
