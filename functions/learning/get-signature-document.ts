import { readStudent } from '../../domain/people/read-student.ts';
import { type Document, file } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { type RecordDocument, readRecordDocument } from '../shared/documents/record-document.ts';
import { recordHtml } from '../shared/documents/record-html.ts';
import { recordView } from '../shared/documents/record-view.ts';
import { getSignatureDocumentRoute } from './get-signature-document.contract.ts';

export const handler = apiHandler(
  getSignatureDocumentRoute,
  async ({ params, query, caller, context, school }) => {
    const { schoolId, studentId } = params;
    const student = await readStudent(context.store, schoolId, studentId, caller.scope);
    const record = await readRecordDocument(context, school, student);
    const language = query.language ?? school.language;
    return file(await printed(record, query.format, language));
  },
);

async function printed(
  record: RecordDocument,
  format: 'html' | 'pdf' | 'json',
  language: 'da' | 'en',
): Promise<Document> {
  const fileName = `record-${record.student.id}-${record.exportedAt.slice(0, 10)}.${format}`;
  switch (format) {
    case 'json':
      return { contentType: 'application/json', fileName, body: JSON.stringify(record) };
    case 'html':
      return { contentType: 'text/html', fileName, body: recordHtml(recordView(record, language)) };
    case 'pdf': {
      const { recordPdf } = await import('../shared/documents/record-pdf.ts');
      const view = recordView(record, language);
      const body = await recordPdf(view, record.school.name, new Date(record.exportedAt));
      return { contentType: 'application/pdf', fileName, body };
    }
  }
}
