import type { Document } from '../answer.ts';
import { invoiceHtml } from './invoice-html.ts';
import type { InvoicePages } from './invoice-pages.ts';

/** The file of a document. Only a PDF reads the printer and its fonts. */
export async function printedInvoice(
  pages: InvoicePages,
  format: 'html' | 'pdf',
): Promise<Document> {
  const fileName = `${pages.fileName}.${format}`;
  if (format === 'html') {
    return { contentType: 'text/html', fileName, body: invoiceHtml(pages) };
  }
  const { invoicePdf } = await import('./invoice-pdf.ts');
  return { contentType: 'application/pdf', fileName, body: await invoicePdf(pages) };
}
